"""The import itself: it reads the register, opens the draft and has the document written."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from recommendations.kinds import FindingKind
from recommendations.models import Recommendation
from recommendations.rich_text import to_plain

from ..models import Response
from ..services import open_next_draft, open_response
from ..workflow import OPEN, Status
from .matching import ReportFinding
from .outcome import Outcome
from .placing import assemble
from .proposing import Register, propose
from .reading import understand
from .refusal import ImportRefusedError
from .settling import settled
from .writing import has_text, take_out_text, write


@transaction.atomic
def import_document(source, *, force, report, now, replace=False):
    """Write a Source into the draft of `force`'s response to `report` and return the Outcome.

    Opens the draft where there is none, or the next one where it is published. The text
    of a draft that was not published is replaced only where `replace` says so; no rating is
    touched. Raises ImportRefusedError, and writes nothing, where it cannot be imported.
    """
    response, opening = _open(force, report, now, replace)
    register = register_of(response)
    document = understand(settled(source, register.findings))
    draft = assemble(propose(document, register))
    removed = take_out_text(response)
    notes = write(response, draft, is_added=False, on=timezone.localdate(now))
    return Outcome(response, document, draft, opening, removed, notes, register.names)


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
    if not replace and has_text(response):
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


def register_of(response):
    """Return the Register of what `response` answers: the findings of all its reports."""
    report = response.report
    findings = Recommendation.objects.filter(report__in=response.reports())
    in_order = sorted(
        findings.select_related("report"), key=lambda f: (f.report_id != report.pk, f.order, f.pk)
    )
    return Register(
        force=f"{response.force.name} {response.force.short_name}",
        report_title=report.title,
        report_date=report.published_on,
        findings=tuple(_finding(finding) for finding in in_order),
        chief_is_commissioner=response.body.chief_is_commissioner,
    )


def _finding(finding):
    words = f"{finding.subject} {to_plain(finding.text)}"
    is_recommendation = finding.kind == FindingKind.RECOMMENDATION
    return ReportFinding(
        finding.pk, finding.label, words, is_recommendation, finding.name, finding.subject
    )
