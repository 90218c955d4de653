"""The reports that keep answers waiting, for those who keep the register."""

from dataclasses import dataclass

from django.db.models import Count

from recommendations.concerning import concerned_by
from recommendations.deadlines import Rule
from recommendations.models import InspectionReport

from .models import Response


@dataclass(frozen=True)
class Unanswered:
    """A report, how many forces it concerns, and those that have no response to it here."""

    report: InspectionReport
    concerned: int
    forces: tuple


def unanswered_reports(*, on):
    """Return an Unanswered of each listed report, the newest first, as of the day `on`.

    A report that asks for no answer is none of them. That a response is open counts, and
    nothing that it says is read.
    """
    listed = InspectionReport.objects.listed().order_by("-published_on", "title")
    reports = [report for report in listed if report.deadline_rule != Rule.NONE]
    answered = _answered()
    found = []
    for report, forces in zip(reports, _in_order(reports, on), strict=True):
        missing = tuple(force for force in forces if (force.pk, report.pk) not in answered)
        if missing:
            found.append(Unanswered(report, len(forces), missing))
    return found


def unlisted_with_drafts():
    """Return the reports that are not on the public register and are answered in drafts.

    Each has `drafts`, how many there are: none of them can be published.
    """
    unlisted = InspectionReport.objects.filter(is_listed=False)
    return list(unlisted.annotate(drafts=Count("responses")).filter(drafts__gt=0))


def _in_order(reports, on):
    concerned = concerned_by(reports, on=on)
    return (concerned[report.pk] for report in reports)


def _answered():
    """Return (force, report) of each response, for its lead report and for its further ones."""
    lead = Response.objects.values_list("force", "report").order_by()
    further = Response.further_reports.through.objects.values_list(
        "response__force", "inspectionreport"
    )
    return {*lead, *further}
