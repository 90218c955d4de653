"""Loads a response of the demonstration: office-holders, text, answers and ratings; publishes it.

It uses the same services as the office's staff do, so what it shows is what they get.
"""

from forces.models import OfficeHolder, PoliceForce
from recommendations.models import Assessment
from recommendations.partial_dates import PartialDate
from recommendations.services import record_rating
from responses.models import Answer, LabelledField, NarrativeSection, Signatory
from responses.services import approve, open_response, publish, submit

from .data_files import read

NAMES = ("thames_valley", "staffordshire")


def load_response(name, *, report, editor, approver, clock):
    """Add and publish the response of data/`name`.toml to `report`.

    `editor` opens it and is recorded as the one who rated, `approver` as the one who published.
    `clock` is asked for the moment of each step, so that its history has them in their order.
    """
    data = read(name)
    response = open_response(
        force=PoliceForce.found_at(data["force"]),
        report=report,
        by=editor,
        now=clock(),
        title=data["title"],
        layout=data["layout"],
        published_on=PartialDate.from_stored(data["published_on"]),
    )
    _load_office_holders(response, data["office_holders"])
    _load_parts(response, data)
    _load_answers(response, data["answers"])
    for rating in data.get("ratings", []):
        _load_rating(response, rating, by=editor, now=clock())
    submit(response=response, by=editor, now=clock())
    approve(response=response, by=approver, now=clock(), reason=data["override_reason"])
    return publish(response=response, by=approver, now=clock())


def _load_office_holders(response, holders):
    for facts in holders:
        office = {"body": response.body} if facts.pop("of") == "body" else {"force": response.force}
        OfficeHolder.objects.get_or_create(name=facts["name"], **office, defaults=facts)


def _load_parts(response, data):
    parts = (("fields", LabelledField), ("sections", NarrativeSection), ("signatories", Signatory))
    for key, model in parts:
        for order, facts in enumerate(data.get(key, [])):
            part = model(response=response, order=order, **facts)
            part.full_clean()
            part.save()


def _load_answers(response, answers):
    findings = response.report.findings
    for order, facts in enumerate(answers):
        section = response.sections.get(heading=facts["explained_in"])
        answer = Answer(response=response, order=order, explained_in=section)
        answer.full_clean()
        answer.save()
        answer.findings.set(findings.filter(ref__in=facts["refs"]))


def _load_rating(response, facts, *, by, now):
    rated = Assessment.objects.filter(
        force=response.force,
        recommendation__report=response.report,
        recommendation__ref__in=facts["refs"],
    )
    for assessment in rated:
        record_rating(
            assessment=assessment, by=by, now=now, rag=facts["rag"], reason=facts["reason"]
        )
