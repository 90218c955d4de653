"""The course of a rating, from entries in memory: no database."""

import datetime

import pytest

from recommendations.courses import BLANK, Course, Mark
from recommendations.partial_dates import parse
from recommendations.rag import Rag


def at(day, hour=12):
    return datetime.datetime(2026, 5, day, hour, tzinfo=datetime.UTC)


def course(*marks):
    return Course(tuple(Mark(**values) for values in marks))


def test_what_was_recorded_at_the_moment_or_later_is_not_in_the_course_before_it():
    whole = course({"rag": "red", "recorded_at": at(1)}, {"rag": "amber", "recorded_at": at(2)})
    assert whole.before(at(2)).last.rag == "red"
    assert whole.before(at(2, 13)).last.rag == "amber"
    assert whole.before(at(1)).last == BLANK


def test_the_day_of_which_an_entry_is_true_does_not_move_it():
    long_ago = datetime.date(2020, 1, 1)
    whole = course(
        {"rag": "green", "recorded_at": at(1)},
        {"rag": "red", "recorded_at": at(9), "true_on": long_ago},
    )
    assert whole.before(at(5)).last.rag == "green"
    assert whole.last.true_on == long_ago


def test_nothing_recorded_is_not_yet_assessed():
    assert Course().last.rag == Rag.NOT_ASSESSED
    assert Course().state_before is None
    assert Course().slips == ()


@pytest.mark.parametrize(
    ("rags", "before"),
    [
        (["red"], None),
        (["red", "red"], None),
        (["red", "amber"], Rag.RED),
        (["red", "not_assessed", "amber"], Rag.RED),
        (["amber", "red", "amber"], Rag.RED),
        (["not_assessed", "amber"], None),
    ],
)
def test_the_state_before_is_the_last_other_one_that_somebody_gave(rags, before):
    marks = [{"rag": rag, "recorded_at": at(day)} for day, rag in enumerate(rags, start=1)]
    assert course(*marks).state_before == before


def slips(*dates):
    marks = [
        {"expected_on": parse(date), "reason": f"Why {day}", "recorded_at": at(day)}
        for day, date in enumerate(dates, start=1)
    ]
    return [(one.before.words, one.after.words, one.reason) for one in course(*marks).slips]


def test_a_slip_is_a_later_day_with_the_reason_recorded_with_it():
    assert slips("May 2026", "July 2026", "1 July 2026", "2 August 2026") == [
        ("May 2026", "July 2026", "Why 2"),
        ("1 July 2026", "2 August 2026", "Why 4"),
    ]


@pytest.mark.parametrize(
    "dates",
    [
        ("July 2026", "May 2026"),
        ("May 2026", "31 May 2026"),
        ("31 May 2026", "May 2026"),
        ("", "May 2026"),
        ("May 2026", ""),
    ],
)
def test_an_earlier_day_the_same_month_and_a_first_day_are_no_slips(dates):
    assert slips(*dates) == []


def test_a_day_that_was_taken_away_is_still_what_the_next_one_is_held_against():
    assert slips("May 2026", "", "July 2026") == [("May 2026", "July 2026", "Why 3")]


def test_the_states_of_many_moments_are_those_of_each():
    rags = ("red", "amber", "amber", "green")
    whole = course(*({"rag": rag, "recorded_at": at(day)} for day, rag in enumerate(rags, start=2)))
    moments = [at(day, hour) for day in range(1, 8) for hour in (12, 13)]
    assert whole.states_before(moments) == [whole.before(one).last.rag for one in moments]
    assert Course().states_before(moments[:1]) == [Rag.NOT_ASSESSED]
