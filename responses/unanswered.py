"""The reports on the register that some force has still to answer, for those who keep it."""

from dataclasses import dataclass

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
