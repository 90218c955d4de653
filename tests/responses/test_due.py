"""What is due when, at the real dates that DOMAIN gives and around the last day."""

import datetime

import pytest

from recommendations.deadlines import Outcome, Rule
from recommendations.partial_dates import UNKNOWN, parse
from responses.due import Due, due, is_late, is_soon
from responses.publishing.record import Deadline

REPORT_ON = parse("15 April 2026")
LAST = parse("9 June 2026")


def deadline(**values):
    known = {
        "outcome": Outcome.NOT_ANSWERED.value,
        "last_day": LAST,
        "first_possible": None,
        "last_possible": None,
        "why": "",
        "rule": Rule.SECTION_55.value,
    }
    return Deadline(**(known | values))


def on(month, day):
    return datetime.date(2026, month, day)


@pytest.mark.parametrize(
    ("day", "number", "left", "words"),
    [
        (on(4, 15), 1, 55, "55 days left"),
        (on(5, 13), 29, 27, "27 days left"),
        (on(6, 8), 55, 1, "1 day left"),
        (on(6, 9), 56, 0, "no days left"),
        (on(6, 10), 57, -1, "1 day late"),
        (on(7, 9), 86, -30, "30 days late"),
    ],
)
def test_it_says_which_day_of_56_it_is_and_how_many_are_left(day, number, left, words):
    now = due(deadline(), REPORT_ON, on=day)
    assert (now.last_day, now.day, now.left, now.left_words) == (on(6, 9), number, left, words)
    assert now.day_words == f"Day {number} of 56"
    assert now.is_late is (left < 0)


def test_a_report_with_a_date_of_its_own_counts_no_days():
    now = due(deadline(rule=Rule.OWN_DATE.value), REPORT_ON, on=on(6, 1))
    assert (now.day, now.day_words, now.left) == (None, "", 8)


def test_before_its_report_no_day_is_counted():
    now = due(deadline(), REPORT_ON, on=on(4, 14))
    assert (now.day, now.left_words) == (None, "56 days left")


@pytest.mark.parametrize(
    "outcome", [outcome for outcome in Outcome if outcome != Outcome.NOT_ANSWERED]
)
def test_what_is_answered_or_cannot_be_judged_is_not_due(outcome):
    now = due(deadline(outcome=outcome.value, why="A reason."), REPORT_ON, on=on(7, 1))
    assert (now.left, now.left_words, now.is_late, now.is_soon) == (None, "", False, False)
    assert now.why == "A reason."


def test_it_says_why_a_response_dated_before_its_report_is_not_due():
    now = due(deadline(outcome=Outcome.BEFORE_REPORT.value), REPORT_ON, on=on(7, 1))
    assert now.why == "The response is dated before its report, so it is not counted."


def test_where_no_last_day_is_known_it_says_why():
    unknown = deadline(outcome=Outcome.NOT_KNOWN.value, last_day=UNKNOWN, why="Not recorded.")
    assert due(unknown, UNKNOWN, on=on(7, 1)) == Due(why="Not recorded.")


@pytest.mark.parametrize(
    ("day", "left", "words"),
    [
        (on(4, 25), None, ""),
        (on(5, 25), None, ""),
        (on(5, 26), -1, "late by between 1 and 31 days"),
        (on(11, 30), -189, "late by between 189 and 219 days"),
    ],
)
def test_of_a_report_dated_to_a_month_it_is_due_only_once_it_is_surely_late(day, left, words):
    now = due(deadline(last_day=UNKNOWN, why="In March."), parse("March 2026"), on=day)
    assert (now.left, now.left_words, now.day, now.why) == (left, words, None, "In March.")
    assert now.is_late is (left is not None)


@pytest.mark.parametrize(
    ("left", "late", "soon"),
    [
        (None, False, False),
        (-1, True, False),
        (0, False, True),
        (14, False, True),
        (15, False, False),
    ],
)
def test_soon_is_from_today_to_the_fourteenth_day(left, late, soon):
    assert (is_late(left), is_soon(left)) == (late, soon)
