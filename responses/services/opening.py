"""Opening a response, and whether it can be opened."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from forces import policies
from forces.models import Oversight
from recommendations.models import InspectionReport
from recommendations.services import open_ratings

from ..models import ChiefOfficerComments, Publication, Response

NOT_ABOUT = "“{report}” is not about {force}."
ANSWERED_TWICE = "“{report}” is answered in another response of this force: {response}."


@transaction.atomic
def open_response(*, force, report, by, now, **values):
    """Open the draft of `force`'s response to `report`, with a rating for each finding.

    The body that answers is the one that oversees the force on the day of `now`. A place
    for the chief officer's comments opens with it. Raises ValidationError where no body
    does, or where the force cannot answer the report, and PermissionDenied where `by`,
    unless None, does not write for the force.
    """
    policies.require(by, policies.EDIT_DRAFTS, force.pk)
    if "body" not in values:
        oversight = Oversight.objects.on(timezone.localdate(now)).filter(force=force).first()
        if oversight is None:
            raise ValidationError(f"No local policing body is recorded for {force}.")
        values["body"] = oversight.body
    refuse_to_open(force=force, report=report)
    response = Response(force=force, report=report, **values)
    response.full_clean()
    response.save()
    ChiefOfficerComments.objects.create(response=response)
    open_ratings(force=force, report=report)
    return response


def refuse_to_open(*, force, report):
    """Raise ValidationError, at `report`, where `force` cannot answer it in a new response."""
    if not report.may_be_answered_for(force):
        raise ValidationError({"report": NOT_ABOUT.format(report=report, force=force)})
    other = answered_elsewhere(force=force, report=report)
    if other and other.report_id != report.pk:
        message = ANSWERED_TWICE.format(report=report, response=other)
        raise ValidationError({"report": message})


def still_to_answer(forces):
    """Return the reports for which one of `forces`, a queryset, has no response yet."""
    own = set(forces.values_list("pk", flat=True))
    answered = defaultdict(set)
    responses = Response.objects.filter(force__in=own)
    published = Publication.objects.current().filter(force__in=own)
    for report, force in (
        *responses.values_list("report", "force"),
        *responses.values_list("further_reports", "force"),
        *published.values_list("reports__report", "force"),
    ):
        answered[report].add(force)
    by_all = [report for report, by in answered.items() if report and by == own]
    return InspectionReport.objects.exclude(pk__in=by_all)


def answered_elsewhere(*, force, report, apart_from=None):
    """Return a response of `force` that answers `report`, in its text or as published, or None.

    `apart_from` is the key of a response that does not count.
    """
    written = Response.objects.answering(force=force, reports=[report])
    current = Publication.objects.current().answering(report).filter(force=force)
    found = Response.objects.filter(Q(pk__in=written) | Q(publications__in=current))
    return found.exclude(pk=apart_from).first()
