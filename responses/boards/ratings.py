"""The working ratings that a board reads of a force, and the reports that have none."""

from collections import Counter
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from recommendations.courses import Course
from recommendations.kinds import FindingKind
from recommendations.models import (
    Addressing,
    Assessment,
    AssessmentChange,
    InspectionReport,
    Recommendation,
)
from recommendations.nesting import in_reading_order

from ..presenters.board import Actions
from .period import end_of

NEWEST_REPORT_FIRST = (
    "-recommendation__report__published_on",
    "recommendation__report__title",
    "recommendation__report__pk",
)


def rated(ratings):
    """Return `ratings` without those of promising practice, of which nobody is held to account.

    The few findings of it are looked up once, which is less than to join each rating's own.
    """
    practice = Recommendation.objects.filter(kind=FindingKind.PRACTICE)
    return ratings.exclude(recommendation__in=practice)


def ratings_of(force):
    """Return the ratings of `force`: the newest report first, each in the order it is read in.

    Each has its finding's addressees.
    """
    named = Addressing.objects.select_related("addressee", "force")
    # Where a finding stands in its report depends on its parents, rated or not.
    places = Recommendation.objects.only("report", "parent", "order")
    ratings = (
        rated(Assessment.objects.filter(force=force))
        .select_related("recommendation__report")
        .prefetch_related(
            Prefetch("recommendation__addressings", named),
            Prefetch("recommendation__report__findings", places),
        )
        .order_by(*NEWEST_REPORT_FIRST)
    )
    by_report = groupby(ratings, key=lambda rating: rating.recommendation.report)
    return [rating for report, own in by_report for rating in _as_read(report, own)]


class Ratings:
    """The ratings of a force with their history, read once, as it was at the end of a day."""

    def __init__(self, force, *, until):
        self._ratings = ratings_of(force)
        courses = AssessmentChange.objects.courses(force, before=end_of(until))
        self._courses = [courses.get(rating.pk, Course()) for rating in self._ratings]

    @property
    def are_of_demonstration(self):
        """Whether any is of a report of the demonstration."""
        return any(one.recommendation.report.is_demonstration for one in self._ratings)

    def at(self, day):
        """Return (rating, course) of each that was there on `day`, as that could then be seen."""
        moment = end_of(day)
        for rating, course in zip(self._ratings, self._courses, strict=True):
            if _first_day(rating, course) <= day:
                yield rating, course.before(moment)

    def states_on(self, days):
        """Count for each of `days`, the earliest first, the states of what was there on it."""
        moments, found = [end_of(day) for day in days], [Counter() for _ in days]
        for rating, course in zip(self._ratings, self._courses, strict=True):
            first = _first_day(rating, course)
            for day, state, states in zip(days, course.states_before(moments), found, strict=True):
                if first <= day:
                    states[state] += 1
        return found


def _first_day(rating, course):
    """Return the day from which `rating` was there: opened, or something of it recorded.

    The database counts by the same rule, in Assessment.objects.there() and with_state().
    """
    recorded = (timezone.localdate(mark.recorded_at) for mark in course.marks[:1])
    return min((rating.opened_on, *recorded))


def actions_of(force, *, on):
    """Return the Actions under each rating of `force` as they are on the day `on`, by its key."""
    late = Q(actions__done_on=None, actions__due_on__lt=on)
    ratings = Assessment.objects.filter(force=force, actions__isnull=False)
    counted = ratings.with_actions().annotate(overdue=Count("actions", filter=late)).order_by()
    rows = counted.values_list("pk", "number_of_actions", "actions_done", "overdue")
    return {key: Actions(*numbers) for key, *numbers in rows}


def reports_without_rating(force, *, on):
    """Return the listed reports that concern `force` on that day and of which it rates nothing.

    A report of promising practice alone has nothing to rate; one of which no finding is
    recorded yet may have.
    """
    reports = rated(Assessment.objects.filter(force=force)).values("recommendation__report")
    findings = Recommendation.objects.filter(report=OuterRef("pk"))
    to_rate = findings.exclude(kind=FindingKind.PRACTICE)
    concerning = InspectionReport.objects.listed().concerning(force, on=on)
    return concerning.exclude(pk__in=reports).exclude(Exists(findings) & ~Exists(to_rate))


def _as_read(report, ratings):
    findings = in_reading_order(report.findings.all())
    place = {finding.pk: number for number, (finding, _) in enumerate(findings)}
    return sorted(ratings, key=lambda rating: place[rating.recommendation_id])
