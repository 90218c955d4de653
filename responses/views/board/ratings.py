"""The working ratings that a board reads of a force, in the order it reads them in."""

from itertools import groupby

from django.db.models import Prefetch

from recommendations.kinds import FindingKind
from recommendations.models import Addressing, Assessment, Recommendation
from recommendations.nesting import in_reading_order

NEWEST_REPORT_FIRST = (
    "-recommendation__report__published_on",
    "recommendation__report__title",
    "recommendation__report__pk",
)


def rated(ratings):
    """Return `ratings` without those of promising practice, of which nobody is held to account."""
    return ratings.exclude(recommendation__kind=FindingKind.PRACTICE)


def ratings_of(force):
    """Return the ratings of `force`: the newest report first, each in the order it is read in.

    Each has its `state_before`, and its finding's addressees.
    """
    named = Addressing.objects.select_related("addressee", "force")
    # Where a finding stands in its report depends on its parents, rated or not.
    places = Recommendation.objects.only("report", "parent", "order")
    ratings = (
        rated(Assessment.objects.filter(force=force))
        .with_state_before()
        .select_related("recommendation__report")
        .prefetch_related(
            Prefetch("recommendation__addressings", named),
            Prefetch("recommendation__report__findings", places),
        )
        .order_by(*NEWEST_REPORT_FIRST)
    )
    by_report = groupby(ratings, key=lambda rating: rating.recommendation.report)
    return [rating for report, own in by_report for rating in _as_read(report, own)]


def _as_read(report, ratings):
    findings = in_reading_order(report.findings.all())
    place = {finding.pk: number for number, (finding, _) in enumerate(findings)}
    return sorted(ratings, key=lambda rating: place[rating.recommendation_id])
