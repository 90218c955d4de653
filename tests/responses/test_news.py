"""What others did to responses since somebody was there: their saves and their moves."""

import datetime

import pytest
from django.utils import timezone

from responses.history.news import news_of
from responses.models import NarrativeSection
from responses.services import submit
from tests.factories import (
    AnswerFactory,
    ChiefOfficerCommentsFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def me():
    return UserFactory(first_name="Ed", last_name="Grundy")


@pytest.fixture
def other():
    return UserFactory(first_name="Ann", last_name="Archer", is_superuser=True)


def saved(row, by, at):
    """Note the save of `row` that was made last as one by `by` at the moment `at`."""
    last = type(row).history.filter(id=row.pk).order_by("-history_id")[:1]
    type(row).history.filter(history_id__in=[one.history_id for one in last]).update(
        history_user=by, history_date=at
    )


def told(responses, now, reader):
    found = news_of(responses, since=now - HOUR, reader=reader)
    return {pk: [(one.words, one.by) for one in some] for pk, some in found.items()}


def test_it_tells_what_others_changed_since_then_and_of_which_response(now, me, other):
    ours, quiet = ResponseFactory(), ResponseFactory()
    section = NarrativeSectionFactory(response=ours, heading="Beats", body="<p>Four.</p>")
    for row in (ours, quiet, section):
        saved(row, other, now - 2 * HOUR)
    section.body = "<p>Five.</p>"
    section.save()
    saved(section, other, now - HOUR / 2)
    submit(response=ours, by=other, now=now)
    saved(ours, other, now)
    assert told([ours, quiet], now, me) == {
        ours.pk: [
            ("Submitted for approval", "Ann Archer"),
            ("Section “Beats” changed", "Ann Archer"),
        ]
    }
    assert told([ours, quiet], now, other) == {}


def test_a_save_that_changed_nothing_is_none(now, me, other):
    response = ResponseFactory()
    saved(response, other, now - 2 * HOUR)
    response.save()
    saved(response, other, now)
    assert told([response], now, me) == {}


def test_several_parts_of_one_save_are_one_change(now, me, other):
    response = ResponseFactory()
    finding = RecommendationFactory(report=response.report, label="7")
    saved(response, other, now - 2 * HOUR)
    answer = AnswerFactory(response=response, findings=[finding])
    section = NarrativeSectionFactory(response=response)
    for row in (answer, section):
        type(row).history.filter(id=row.pk).update(history_user=other, history_date=now)
    ((words, by),) = told([response], now, me)[response.pk]
    assert words.endswith("added, and 1 more")
    assert by == "Ann Archer"


def test_what_was_removed_is_told_too(now, me, other):
    response = ResponseFactory()
    section = NarrativeSectionFactory(response=response, heading="Beats")
    NarrativeSection.history.update(history_date=now - 2 * HOUR)
    saved(response, other, now - 2 * HOUR)
    section.delete()
    NarrativeSection.history.filter(history_type="-").update(history_user=other, history_date=now)
    assert told([response], now, me)[response.pk] == [("Section “Beats” removed", "Ann Archer")]


def test_what_the_force_drafts_is_not_told(now, me, other):
    response = ResponseFactory()
    saved(response, other, now - 2 * HOUR)
    comments = ChiefOfficerCommentsFactory(response=response)
    saved(comments, other, now)
    assert told([response], now, me) == {}


def test_three_responses_cost_the_queries_of_one(now, me, other, django_assert_num_queries):
    responses = []
    for number in (1, 3):
        while len(responses) < number:
            response = ResponseFactory()
            finding = RecommendationFactory(report=response.report)
            AnswerFactory(response=response, findings=[finding])
            NarrativeSectionFactory(response=response)
            submit(response=response, by=other, now=now)
            responses.append(response)
        with django_assert_num_queries(11):
            assert len(news_of(responses, since=now - HOUR, reader=me)) == number
