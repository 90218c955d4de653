"""Reads the history of ratings, which is append-only and no copy of their rows."""

from recommendations.models import Assessment, AssessmentChange
from recommendations.services import STANDING

from .saves import Row


def rows_of_rating(pk):
    """Return the Rows of the rating `pk`, its whole history."""
    return list(_rows(AssessmentChange.objects.filter(assessment=pk)))


def rows_of_ratings(response, *, since):
    """Return the Rows of the force's ratings of what `response` answers.

    Those from before the moment `since` are not told.
    """
    reports = [response.report_id, *response.further_reports.values_list("pk", flat=True)]
    changes = AssessmentChange.objects.filter(
        assessment__force=response.force_id, assessment__recommendation__report__in=reports
    )
    return list(_rows(changes, since=since))


def _rows(changes, since=None):
    """Yield a Row for each of `changes`; with `since`, each says of which finding it is."""
    begun = set()
    for change in changes.select_related("assessment").order_by("recorded_at", "pk"):
        rating = change.assessment
        is_first = rating.pk not in begun
        begun.add(rating.pk)
        values = {name: getattr(change, name) for name in STANDING}
        about = {"recommendation": rating.recommendation_id} if since else {}
        yield Row(
            thing=(Assessment, rating.pk),
            at=change.recorded_at,
            by=change.recorded_by_id,
            values=values | {"reviewed_on": change.true_on} | about,
            is_first=is_first,
            is_before=since is not None and change.recorded_at < since,
        )
