"""Whose word stands behind a rating: recorded with its day, kept in its history."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment, AssessmentChange
from recommendations.partial_dates import parse
from recommendations.rag import Assurance
from recommendations.reviews import NOT_COME
from recommendations.services import record_rating
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, ProgressProposalFactory
from tests.html_form import form_data
from tests.told import moments, newest

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 5, 20)
CLOSED = {"assurance": Assurance.INSPECTORATE_CLOSED, "assured_on": DAY}


@pytest.fixture
def rating():
    return AssessmentFactory(recommendation__report__published_on=parse("15 April 2025"))


def record(rating, **values):
    return record_rating(assessment=rating, by=None, now=NOW, **values)


def test_an_assurance_is_recorded_in_the_rating_and_in_its_history(rating):
    record(rating, rag="amber", **CLOSED)
    record(rating, rag="green")
    rating.refresh_from_db()
    assert (rating.rag, rating.assurance, rating.assured_on) == ("green", *CLOSED.values())
    kept = rating.changes.values_list("rag", "assurance", "assured_on")
    assert list(kept) == [("amber", *CLOSED.values()), ("green", *CLOSED.values())]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"assurance": "force_says"}, "assured_on"),
        ({"assured_on": DAY}, "assured_on"),
        ({"assurance": "force_says", "assured_on": datetime.date(2026, 6, 2)}, "assured_on"),
        ({"assurance": "somebody", "assured_on": DAY}, "assurance"),
        ({"assurance": "somebody"}, "assurance"),
        ({"rag": "green", "true_on": datetime.date(2026, 6, 2)}, "reviewed_on"),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_field_and_leaves_no_trace(
    rating, values, field
):
    with pytest.raises(ValidationError) as refusal:
        record(rating, **values)
    assert field in refusal.value.message_dict
    assert not AssessmentChange.objects.exists()


def test_the_day_of_recording_has_come_in_london(rating):
    record(rating, assurance="force_says", assured_on=datetime.date(2026, 6, 1))
    assert rating.changes.get().assured_on == datetime.date(2026, 6, 1)


@pytest.mark.parametrize("values", [{"assurance": "force_says"}, {"assured_on": DAY}])
def test_the_database_refuses_one_without_the_other(rating, values):
    for name, value in values.items():
        setattr(rating, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        rating.save()


def test_an_editor_records_it_on_the_page_with_its_day(rating):
    editor = signed_in(Role.EDITOR, force=rating.force)
    path = page(Assessment, "change", rating.pk)
    data = form_data(editor.get(path)) | {"assurance": "office_checked"}
    refused = editor.post(path, data)
    assert "Give the day" in str(refused.context["adminform"].form.errors["assured_on"])
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    refused = editor.post(path, data | {"assured_on": tomorrow.isoformat()})
    assert refused.context["adminform"].form.errors["assured_on"] == [NOT_COME]
    assert editor.post(path, data | {"assured_on": "2026-05-20"}).status_code == 302
    shown = editor.get(path).content.decode()
    assert "The office has checked, 20 May 2026" in shown[shown.index("History of this rating") :]
    assert "20 May 2026" in editor.get(page(Assessment, "changelist")).content.decode()


def test_the_history_of_a_rating_tells_each_change_in_words(rating):
    editor = signed_in(Role.EDITOR, force=rating.force)
    record_rating(assessment=rating, by=None, now=NOW, rag="amber")
    closed = {"assurance": CLOSED["assurance"], "assured_on": DAY, "true_on": DAY}
    record_rating(assessment=rating, by=editor.user, now=timezone.now(), **closed)
    assert newest(editor, rating) == [
        (
            "Rating changed",
            {
                "Assurance": ("", "The inspectorate has closed it"),
                "Assured on": ("", "20 May 2026"),
                "Last reviewed": ("1 June 2026", "20 May 2026"),
            },
        )
    ]
    assert [moment.by for moment in moments(editor, rating)] == [str(editor.user), "the system"]


def days_ago(number):
    return timezone.localdate() - datetime.timedelta(days=number)


@pytest.mark.parametrize(("days", "words"), [(91, "stale, 91 days"), (90, ""), (None, "never")])
def test_staff_read_wherever_a_rating_stands_that_it_is_stale(rating, settings, days, words):
    settings.RATING_STALE_AFTER_DAYS = 90
    if days:
        now = timezone.now()
        record_rating(assessment=rating, by=None, now=now, true_on=days_ago(days), rag="amber")
    proposal = ProgressProposalFactory(assessment=rating)
    editor = signed_in(Role.EDITOR, force=rating.force)
    for path in (
        page(Assessment, "changelist"),
        page(Assessment, "change", rating.pk),
        page(type(proposal), "change", proposal.pk),
    ):
        shown = editor.get(path).content.decode().lower()
        assert (words in shown) if words else ("stale, " not in shown), path
