import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from forces.append_only import AppendOnlyError
from forces.models import Role
from recommendations.models import Assessment, AssessmentChange
from recommendations.partial_dates import parse
from recommendations.rag import Rag
from recommendations.services import open_ratings, record_rating
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    MembershipFactory,
    PoliceForceFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)


def test_recording_a_rating_keeps_what_was_said_by_whom_and_of_which_day():
    rating = AssessmentFactory()
    user = MembershipFactory(force=rating.force, role=Role.EDITOR).user
    record_rating(
        assessment=rating,
        by=user,
        now=NOW,
        true_on=datetime.date(2026, 5, 1),
        rag=Rag.RED,
        reason="Behind its deadline.",
        progress="in_progress",
        owner="Head of Crime",
        expected_on=parse("December 2026"),
    )
    change = rating.changes.get()
    assert (change.rag, change.reason, change.owner) == (
        "red",
        "Behind its deadline.",
        rating.owner,
    )
    assert (change.progress, change.expected_on) == ("in_progress", parse("December 2026"))
    assert (change.recorded_by, change.recorded_at) == (user, NOW)
    assert change.true_on == datetime.date(2026, 5, 1)
    rating.refresh_from_db()
    assert (rating.rag, rating.reviewed_on) == ("red", datetime.date(2026, 5, 1))


def test_the_day_is_london_s_where_none_is_given():
    rating = AssessmentFactory()
    record_rating(assessment=rating, by=None, now=NOW, rag=Rag.GREEN)
    assert rating.reviewed_on == datetime.date(2026, 6, 1)


def test_each_recording_adds_one_entry_and_alters_none():
    rating = AssessmentFactory()
    for rag in (Rag.AMBER, Rag.GREEN):
        record_rating(assessment=rating, by=None, now=timezone.now(), rag=rag)
    assert list(rating.changes.values_list("rag", flat=True)) == ["amber", "green"]


def test_what_is_not_given_stays_as_the_database_has_it_now():
    rating = AssessmentFactory(rag=Rag.AMBER)
    stale = Assessment.objects.get(pk=rating.pk)
    record_rating(assessment=rating, by=None, now=NOW, rag=Rag.GREEN)
    stale.owner = "Not given"
    record_rating(assessment=stale, by=None, now=NOW, progress="in_progress")
    rating.refresh_from_db()
    assert (rating.rag, rating.owner, rating.progress) == ("green", "", "in_progress")
    assert list(rating.changes.values_list("rag", "owner")) == [("green", ""), ("green", "")]


def test_a_refused_rating_leaves_no_trace():
    rating = AssessmentFactory()
    with pytest.raises(ValidationError):
        record_rating(assessment=rating, by=None, now=NOW, rag=Rag.RED, reason="")
    assert not AssessmentChange.objects.exists()
    rating.refresh_from_db()
    assert rating.rag == Rag.NOT_ASSESSED


def test_history_cannot_be_changed_or_removed():
    rating = AssessmentFactory()
    record_rating(assessment=rating, by=None, now=NOW, rag=Rag.GREEN)
    change = rating.changes.get()
    for attempt in (
        change.save,
        change.delete,
        lambda: AssessmentChange.objects.update(rag=Rag.AMBER),
        AssessmentChange.objects.all().delete,
        lambda: AssessmentChange.objects.bulk_update([change], ["rag"]),
        lambda: AssessmentChange.objects.update_or_create(pk=change.pk, defaults={"rag": "amber"}),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()
    assert rating.changes.get().rag == Rag.GREEN


def test_opening_ratings_gives_each_finding_one_and_leaves_what_is_there():
    report, force = InspectionReportFactory(), PoliceForceFactory()
    first = RecommendationFactory(report=report)
    RecommendationFactory(report=report, kind="afi", ref="afi-1")
    RecommendationFactory(report=report, kind="practice", ref="practice-1")
    rated = AssessmentFactory(force=force, recommendation=first, rag=Rag.GREEN)
    for _ in range(2):
        open_ratings(force=force, report=report)
    ratings = Assessment.objects.filter(force=force)
    assert sorted(ratings.values_list("rag", flat=True)) == ["green", "not_assessed"]
    assert rated in ratings


def test_only_who_rates_for_the_force_records_a_rating():
    assessment = AssessmentFactory()
    for role in (Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER):
        other = MembershipFactory(force=assessment.force, role=role).user
        with pytest.raises(PermissionDenied):
            record_rating(assessment=assessment, by=other, now=NOW, rag="green")
    editor = MembershipFactory(force=assessment.force, role=Role.EDITOR).user
    assert record_rating(assessment=assessment, by=editor, now=NOW, rag="green").rag == "green"
