"""The days of the deadline, as documents and lists say them."""

import pytest

from recommendations.deadlines import judge_report
from recommendations.partial_dates import UNKNOWN, PartialDate, parse
from responses.publishing import record
from responses.publishing.layouts import lay_out
from responses.publishing.layouts.days import published_words

from .records import make_record


def last_day(text):
    return PartialDate.of(parse(text).earliest)


@pytest.mark.parametrize(
    ("answered", "outcome", "days", "short", "whole"),
    [
        ("8 June 2026", "in_time", (55, 55), "8 June 2026: day 55, in time", "day 55: in time."),
        ("10 June 2026", "late", (57, 57), "10 June 2026: day 57, 1 day late", "1 day late."),
        ("9 July 2026", "late", (86, 86), "9 July 2026: day 86, 30 days late", "30 days late."),
        (
            "July 2026",
            "late",
            (78, 108),
            "July 2026: between day 78 and day 108, late by between 22 and 52 days",
            "July 2026 is between day 78 and day 108: late by between 22 and 52 days.",
        ),
        (
            "June 2026",
            "not_known",
            (48, 77),
            "June 2026: between day 48 and day 77, may or may not be in time",
            "day 77: may or may not be in time.",
        ),
        (
            "2 April 2026",
            "before_report",
            (None, None),
            "2 April 2026: dated before its report, so not counted",
            "the response is dated before its report, so not counted (2 April 2026).",
        ),
        (
            "",
            "not_known",
            (None, None),
            "Not known",
            "the day of the response is not known, so it may or may not be in time.",
        ),
        ("", "not_answered", (None, None), "Not yet published", "it has not been answered yet."),
    ],
)
def test_the_days_are_shown_with_their_sum(answered, outcome, days, short, whole):
    deadline = record.Deadline(outcome, last_day("9 June 2026"), *days)
    made = make_record(deadline=deadline, published_on=parse(answered))
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows["Response published"] == short
    start = "15 April 2026 is day 1; the last day is 9 June 2026, day 56; "
    assert rows["How the days are counted"].startswith(start)
    assert rows["How the days are counted"].endswith(whole)


MARCH = "The report was published in March 2026, on a day that is not known: the last day to answer"


@pytest.mark.parametrize(
    ("answered", "short", "end"),
    [
        (
            "30 November 2026",
            "30 November 2026: between day 245 and day 275, late by between 189 and 219 days",
            "30 November 2026 is between day 245 and day 275: late by between 189 and 219 days.",
        ),
        (
            "30 March 2026",
            "30 March 2026: between day 1 and day 30, in time",
            "30 March 2026 is between day 1 and day 30: in time.",
        ),
        (
            "1 May 2026",
            "1 May 2026: between day 32 and day 62, may or may not be in time",
            "1 May 2026 is between day 32 and day 62: may or may not be in time.",
        ),
        ("", "Not yet published", "It has not been answered yet."),
    ],
)
def test_the_days_of_a_report_dated_to_a_month_are_shown_with_their_sum(answered, short, end):
    judged = judge_report(report_on=parse("March 2026"), answered_on=parse(answered))
    days = (judged.first_possible, judged.last_possible)
    deadline = record.Deadline(str(judged.outcome.value), UNKNOWN, *days, judged.why, "section_55")
    made = make_record(deadline=deadline, published_on=parse(answered))
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows["Response published"] == short
    lies = f"{MARCH} lies between 25 April 2026 and 25 May 2026."
    assert rows["Last day to answer"] == lies
    assert rows["How the days are counted"] == f"{lies} {end}"


def test_a_deadline_that_cannot_be_computed_says_why():
    why = "The day on which the report was published is not known."
    made = make_record(deadline=record.Deadline("not_known", UNKNOWN, why=why))
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows["Last day to answer"] == why
    assert rows["Response published"] == "May 2026"
    assert rows["How the days are counted"] == f"The days cannot be counted. {why}"


def test_a_response_dated_before_its_report_says_so_where_there_is_no_last_day_too():
    why = "This kind of report has no deadline."
    deadline = record.Deadline("before_report", UNKNOWN, why=why)
    made = make_record(deadline=deadline, published_on=parse("2 April 2026"))
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows["Response published"] == "2 April 2026: dated before its report, so not counted"
    assert rows["How the days are counted"] == (
        "The response is dated before its report, so not counted (2 April 2026). "
        "This kind of report has no deadline."
    )


@pytest.mark.parametrize(
    ("published", "outcome", "shown"),
    [
        (parse("29 May 2026"), "in_time", "Published 29 May 2026: day 45, in time"),
        (PartialDate(phrase="not stated"), "not_known", "Date of publication: not stated"),
        (UNKNOWN, "not_known", "Date of publication not known"),
        (UNKNOWN, "not_answered", "Not yet published"),
    ],
)
def test_a_list_says_when_it_was_published_in_proper_words(published, outcome, shown):
    days = (45, 45) if published.is_known else (None, None)
    deadline = record.Deadline(outcome, last_day("9 June 2026"), *days)
    assert published_words(make_record(deadline=deadline, published_on=published)) == shown


def test_a_report_with_its_own_last_day_counts_no_days():
    deadline = record.Deadline("late", last_day("1 May 2026"))
    made = make_record(deadline=deadline, published_on=parse("4 May 2026"))
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows["Last day to answer"] == "1 May 2026"
    assert rows["Response published"] == "4 May 2026: 3 days late"
    assert rows["How the days are counted"] == (
        "The report sets its own last day, 1 May 2026; 4 May 2026: 3 days late."
    )


@pytest.mark.parametrize(("outcome", "is_given"), [("late", True), ("in_time", False)])
def test_a_late_response_gives_its_reason_and_one_in_time_gives_none(outcome, is_given):
    deadline = record.Deadline(outcome, last_day("1 May 2026"))
    made = make_record(deadline=deadline, late_reason="An election stood between.")
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert (rows.get("Reason for lateness") == "An election stood between.") is is_given


def test_a_report_from_before_the_first_day_that_is_judged_says_which_day_that_is():
    judgement = judge_report(
        report_on=parse("3 May 2016"),
        answered_on=parse("1 June 2016"),
        judged_from=parse("1 January 2019").earliest,
    )
    deadline = record.Deadline(judgement.outcome.value, UNKNOWN, why=judgement.why)
    rows = {r.label: r.text for r in lay_out(make_record(deadline=deadline), "record")[0].rows}
    assert rows["How the days are counted"] == (
        "Not judged. Only reports published on or after 1 January 2019 are judged."
    )
