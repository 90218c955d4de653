"""The board as at a day, and what moved since another: by address, with what cannot be."""

import datetime
import re

import pytest
from django.urls import reverse

from forces.models import Role
from recommendations.services import record_rating
from tests.admin_client import signed_in
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    MeetingFactory,
    PoliceForceFactory,
)

pytestmark = pytest.mark.django_db


def at(month, day, hour=12):
    return datetime.datetime(2026, month, day, hour, tzinfo=datetime.UTC)


@pytest.fixture
def force():
    """A force whose one recommendation was Red in March, Amber in May and Green in July."""
    force = PoliceForceFactory()
    rating = AssessmentFactory(force=force, opened_on=datetime.date(2026, 3, 1))
    for month, rag in ((3, "red"), (5, "amber"), (7, "green")):
        record_rating(assessment=rating, by=None, now=at(month, 9), rag=rag, reason=f"Why {rag}")
    return force


def asked(force, **query):
    client = signed_in(Role.BOARD_MEMBER, force=force)
    return client.get(reverse("board", args=[force.slug]), query)


def shown(force, **query):
    answer = asked(force, **query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-03-08", "At 8 March 2026: 1 not yet assessed."),
        ("2026-03-09", "At 9 March 2026: 1 Red, none Amber, none Green."),
        ("8 May 2026", "At 8 May 2026: 1 Red, none Amber, none Green."),
        ("2026-05-09", "At 9 May 2026: none Red, 1 Amber, none Green."),
        ("2026-07-09", "At 9 July 2026: none Red, none Amber, 1 Green."),
        ("2026-02-01", "At 1 February 2026: no rating is recorded."),
    ],
)
def test_a_day_shows_what_was_recorded_by_its_end(force, day, sentence):
    assert sentence in shown(force, at=day)


def test_a_day_ends_at_midnight_in_london(force):
    rating = force.assessments.get()
    # Half past eleven of 9 August in Greenwich is half past midnight of the next day in London.
    late = datetime.datetime(2026, 8, 9, 23, 30, tzinfo=datetime.UTC)
    record_rating(assessment=rating, by=None, now=late, rag="red", reason="Fell.")
    assert "1 Green" in shown(force, at="2026-08-09")
    assert "1 Red" in shown(force, at="2026-08-10")


def test_an_entry_of_today_about_an_earlier_day_is_not_there_on_that_day(force):
    rating = force.assessments.get()
    values = {"rag": "red", "reason": "Late news", "true_on": datetime.date(2026, 7, 20)}
    record_rating(assessment=rating, by=None, now=at(9, 1), **values)
    assert "1 Green" in shown(force, at="2026-08-01")
    later = shown(force, at="2026-09-01")
    assert "Late news" in later
    assert "20 July 2026" in later


def test_two_days_are_compared(force):
    page = shown(force, at="2026-08-01", since="2026-04-01")
    assert "since 1 April 2026, 1 turned Green." in page
    assert "What moved since 1 April 2026" in page
    assert "from Red to Green: Why green" in page


def test_a_meeting_names_a_day_and_the_last_one_before_is_what_is_compared_with(force):
    panel = MeetingFactory(force=force, held_on=datetime.date(2026, 6, 1), name="Panel")
    MeetingFactory(force=force, held_on=datetime.date(2026, 4, 1), name="Board of April")
    page = shown(force, at=panel.asked)
    assert "At 1 June 2026: none Red, 1 Amber" in page
    assert "What moved since 1 April 2026, Board of April" in page
    assert "1 June 2026, Panel</a>" in page


def test_of_two_meetings_of_a_day_the_one_that_was_asked_for_is_named(force):
    day = datetime.date(2026, 4, 1)
    first, second = (MeetingFactory(force=force, held_on=day, name=n) for n in ("Apple", "Pear"))
    query = {"at": "2026-05-10", "since": second.asked}
    assert "What moved since 1 April 2026, Pear<" in shown(force, **query)
    query["since"] = first.asked
    assert "What moved since 1 April 2026, Apple<" in shown(force, **query)
    assert "What moved since 1 April 2026, Apple, Pear<" in shown(force, at="2026-05-10")


def test_without_a_meeting_nothing_is_compared(force):
    MeetingFactory(force=force, held_on=datetime.date(2026, 6, 1))
    assert "What moved" not in shown(force, at="2026-06-01")


def fault(force, **query):
    answer = asked(force, **query)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "There is a problem" in page
    assert "At " not in page.partition("<main")[2].partition("There is a problem")[0]
    return page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"at": "soon"}, "As at: This is not a day."),
        ({"at": "May 2026"}, "As at: This is not a day."),
        ({"at": "2026-02-30"}, "As at: This is not a day."),
        ({"at": "2199-01-01"}, "As at: This day has not come yet."),
        ({"since": "x" * 5000}, "Compared with: This is not a day."),
        ({"at": "2026-04-01", "since": "2026-05-01"}, "1 May 2026, which is not before 1 April"),
        ({"at": "2026-04-01", "since": "2026-04-01"}, "1 April 2026, which is not before 1 April"),
        ({"at": "meeting-0"}, "As at: There is no such meeting of this force."),
        ({"at": "meeting-x"}, "As at: There is no such meeting of this force."),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(force, query, words):
    assert words in fault(force, **query)


def test_a_meeting_of_another_force_is_none(force):
    theirs = MeetingFactory(name="kestrel")
    assert "kestrel" not in fault(force, at=theirs.asked)


def test_what_is_typed_stays_in_its_box_and_as_text(force):
    assert 'value="&lt;b&gt;"' in fault(force, at="<b>")


def test_actions_are_counted_on_the_page_of_today_alone(force):
    rating = force.assessments.get()
    values = {"by": None, "now": at(8, 1), "rag": "amber"}
    record_rating(assessment=rating, **values)
    days = (None, datetime.date(2026, 8, 2), datetime.date(2099, 1, 1))
    for due_on in days:
        ActionFactory(assessment=rating, due_on=due_on, title="kestrel")
    ActionFactory(assessment=rating, done_on=datetime.date(2026, 8, 3))
    page = shown(force)
    assert page.count("1 of 4 actions done, 1 overdue") == 2
    assert "kestrel" not in page
    assert "actions done" not in shown(force, at="2026-08-10")


def test_another_day_alone_is_compared_with_the_meeting_before_it(force):
    for month in (4, 6):
        MeetingFactory(force=force, held_on=datetime.date(2026, month, 1))
    assert "What moved since 1 June 2026" in shown(force)
    page = shown(force, at="2026-05-20", since="")
    assert "What moved since 1 April 2026" in page
    assert re.findall(r'name="(at|since)" id="\w+" value="([^"]*)"', page) == [
        ("at", "2026-05-20"),
        ("since", ""),
    ]


def test_meetings_to_come_are_not_offered(force):
    MeetingFactory(force=force, held_on=datetime.date(2199, 1, 1), name="kestrel")
    page = shown(force)
    assert "As at a meeting" not in page
    assert "kestrel" not in page
