"""The import itself: the one part that reads the register and writes the draft."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces.models.body import BodyKind
from recommendations.kinds import FindingKind
from recommendations.rich_text import to_plain

from ..models import LabelledField, NarrativeSection, PrintedWording, Response, Signatory
from ..services import open_next_draft, open_response
from ..workflow import Status
from .matching import ReportFinding
from .outcome import Outcome
from .placing import Register, place
from .reading import ImportRefusedError, parse
from .replacing import refuse_to_replace, take_out_text

# In London the chief officer's title is Commissioner.
LONDON = frozenset({BodyKind.MOPAC, BodyKind.COMMON_COUNCIL})


@transaction.atomic
def import_document(text, *, force, report, now, replace=False):
    """Read `text` into the draft of `force`'s response to `report` and return the Outcome.

    Opens the draft where there is none, or the next one where it is published. The text
    of a draft that was not published is replaced only where `replace` says so. Raises
    ImportRefusedError, and writes nothing, where it cannot be imported.
    """
    document = parse(text)
    response, opening = _open(force, report, now, replace)
    draft = place(document, _register(response))
    removed = take_out_text(response)
    notes = _write(response, draft)
    return Outcome(response, document, draft, opening, removed, tuple(notes))


def _open(force, report, now, replace):
    """Return the draft to write into, held until the transaction ends, and how it began."""
    if not report.concerns(force, on=timezone.localdate(now)):
        raise ImportRefusedError(f"{report} is not about {force}.")
    if elsewhere := Response.objects.filter(force=force, further_reports=report).first():
        raise ImportRefusedError(f"{force} answers {report} in another response: {elsewhere}.")
    found = Response.objects.select_for_update(of=["self"]).filter(force=force, report=report)
    response = found.first()
    if response is None:
        return _open_first(force, report, now), "A new draft was opened."
    if response.status == Status.PUBLISHED:
        opening = "The next draft of the published response was opened; what is published stays."
        return open_next_draft(response=response, by=None), opening
    if not replace:
        refuse_to_replace(response)
    return response, "The draft that was there took the text."


def _open_first(force, report, now):
    try:
        return open_response(force=force, report=report, by=None, now=now)
    except ValidationError as error:
        raise ImportRefusedError(" ".join(error.messages)) from error


def _register(response):
    report = response.report
    return Register(
        force=f"{response.force.name} {response.force.short_name}",
        report_title=report.title,
        report_date=report.published_on,
        findings=tuple(_finding(finding) for finding in report.findings.order_by("order", "pk")),
        chief_is_commissioner=response.body.kind in LONDON,
    )


def _finding(finding):
    words = f"{finding.subject} {to_plain(finding.text)}"
    is_recommendation = finding.kind == FindingKind.RECOMMENDATION
    return ReportFinding(finding.pk, finding.label, words, is_recommendation)


def _write(response, draft):
    """Write the parts of `draft`; yields what a person should check."""
    response.title = draft.title
    response.layout = draft.layout
    notes = list(_set_day(response, draft.published_on))
    response.save(update_fields=["title", "layout", "published_on"])
    _create(
        LabelledField,
        [{"kind": row.kind, "label": row.label, "value": row.html} for row in draft.fields],
        response,
    )
    _create(
        PrintedWording,
        [{"finding_id": w.finding, "label": w.label, "text": w.html} for w in draft.wordings],
        response,
    )
    _create(
        NarrativeSection,
        [
            {
                "kind": section.kind,
                "voice": section.voice,
                "level": section.level,
                "heading": section.heading,
                "body": section.html,
            }
            for section in draft.sections
        ],
        response,
    )
    _create(
        Signatory,
        [{"name": s.name, "title": s.title, "website": s.website} for s in draft.signers],
        response,
    )
    return notes


def _create(model, rows, response):
    model.objects.bulk_create(
        model(response=response, order=order, **values) for order, values in enumerate(rows)
    )


def _set_day(response, day):
    """Set the day of the response from the document, unless what is there says it better.

    A published response keeps its day: it decides the day of 56.
    """
    before = response.published_on
    if not day.is_known or before.iso == day.iso:
        return
    if not before.is_known:
        response.published_on = day
    elif response.publications.exists() or _is_more_exact(before, day):
        yield f"The document is dated {day}; the day of the response stays {before}."
    else:
        response.published_on = day
        yield f"The day of the response is now {day}; it was {before}."


def _is_more_exact(before, day):
    return before.is_day and not day.is_day and day.earliest <= before.earliest <= day.latest
