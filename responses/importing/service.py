"""The import itself: the one part that reads the register and writes the draft."""

from django.core.exceptions import ValidationError
from django.db import transaction

from recommendations.kinds import FindingKind
from recommendations.rich_text import to_plain

from ..models import LabelledField, NarrativeSection, PrintedWording, Response, Signatory
from ..services import open_next_draft, open_response
from ..workflow import OPEN, Status
from .matching import ReportFinding
from .outcome import Outcome, Removed
from .placing import Register, place
from .reading import ImportRefusedError, parse

PARTS = ("fields", "wordings", "sections", "signatories")


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
    removed = _take_out_text(response)
    notes = _write(response, draft)
    return Outcome(response, document, draft, opening, removed, notes)


def _open(force, report, now, replace):
    """Return the draft to write into, held until the transaction ends, and how it began."""
    if not report.may_be_answered_for(force):
        raise ImportRefusedError(f"“{report}” is not about {force}.")
    found = Response.objects.select_for_update(of=["self"]).filter(force=force, report=report)
    response = found.first()
    if response is None:
        return _open_first(force, report, now), "A new draft was opened."
    if response.status == Status.PUBLISHED:
        opening = "The next draft of the published response was opened; what is published stays."
        return open_next_draft(response=response, by=None, now=now), opening
    if response.status not in OPEN:
        state = response.get_status_display()
        raise ImportRefusedError(f"Its state is “{state}”, so the text is not replaced.")
    if not replace and _has_text(response):
        raise ImportRefusedError(
            f"The draft for {force.short_name} has text already: "
            "it is replaced only with --replace."
        )
    return response, "The draft that was there took the text."


def _open_first(force, report, now):
    try:
        return open_response(force=force, report=report, by=None, now=now)
    except ValidationError as error:
        raise ImportRefusedError(" ".join(error.messages)) from error


def _has_text(response):
    """Whether anybody wrote into the draft: text of any part, or an answer."""
    return any(getattr(response, part).exists() for part in (*PARTS, "answers"))


def _register(response):
    report = response.report
    return Register(
        force=f"{response.force.name} {response.force.short_name}",
        report_title=report.title,
        report_date=report.published_on,
        findings=tuple(_finding(finding) for finding in report.findings.order_by("order", "pk")),
        chief_is_commissioner=response.body.chief_is_commissioner,
    )


def _finding(finding):
    words = f"{finding.subject} {to_plain(finding.text)}"
    is_recommendation = finding.kind == FindingKind.RECOMMENDATION
    return ReportFinding(finding.pk, finding.label, words, is_recommendation)


def _take_out_text(response):
    """Delete the parts of `response` and return the Removed.

    An answer with words of its own stays; one that only pointed to a section goes with it.
    """
    removed, kept = [], []
    for answer in response.answers.filter(explained_in__isnull=False):
        names = _names(answer)
        if answer.action or answer.why_none:
            answer.explained_in = None
            answer.save(update_fields=["explained_in"])
            kept.append(names)
        else:
            answer.delete()
            removed.append(names)
    rows = 0
    for part in PARTS:
        found = getattr(response, part).all()
        rows += found.count()
        found.delete()
    return Removed(rows, tuple(removed), tuple(kept))


def _names(answer):
    findings = answer.findings.order_by("report", "order", "pk")
    return " and ".join(finding.name for finding in findings) or "an answer to no recommendation"


def _write(response, draft):
    """Write the parts of `draft`; return what a person should check."""
    response.title = draft.title
    response.layout = draft.layout
    notes = tuple(_set_day(response, draft.published_on))
    response.save(update_fields=["title", "layout", "published_on"])
    for model, rows in (
        (LabelledField, draft.fields),
        (PrintedWording, draft.wordings),
        (NarrativeSection, draft.sections),
        (Signatory, draft.signatories),
    ):
        for order, row in enumerate(rows):  # One by one, so that each stands in the history.
            model.objects.create(response=response, order=order, **vars(row))
    return notes


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
