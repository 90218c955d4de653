"""The 56 days, with the real cases that DOMAIN knowledge gives as checks."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.deadlines import (
    Outcome,
    Rule,
    day_number,
    days_until,
    judge_report,
    last_day,
)
from recommendations.partial_dates import UNKNOWN, PartialDate, parse


@pytest.mark.parametrize(
    ("published", "answered", "day", "outcome"),
    [
        ("2019-01-15", "2019-03-08", 53, Outcome.IN_TIME),
        ("2023-07-07", "2023-09-01", 57, Outcome.LATE),
        ("2019-05-02", "2019-07-26", 86, Outcome.LATE),
        ("2022-12-01", "2023-01-23", 54, Outcome.IN_TIME),
        ("2026-04-15", "2026-06-09", 56, Outcome.IN_TIME),
        ("2026-04-15", "2026-06-10", 57, Outcome.LATE),
    ],
)
def test_real_responses_are_judged_by_their_day(published, answered, day, outcome):
    judgement = judge_report(report_on=parse(published), answered_on=parse(answered))
    assert (judgement.first_possible, judgement.last_possible) == (day, day)
    assert judgement.outcome == outcome


def test_the_day_of_publication_is_day_one_and_the_last_is_fifty_five_days_later():
    published = datetime.date(2026, 4, 15)
    assert last_day(published) == datetime.date(2026, 6, 9)
    assert day_number(published, published) == 1
    assert day_number(published, datetime.date(2026, 6, 9)) == 56


@pytest.mark.parametrize(
    ("on", "left"), [("2026-06-06", 3), ("2026-06-08", 1), ("2026-06-09", 0), ("2026-06-10", -1)]
)
def test_the_days_left_are_those_after_today(on, left):
    assert days_until(datetime.date(2026, 6, 9), on=datetime.date.fromisoformat(on)) == left


@given(st.dates(max_value=datetime.date(9998, 1, 1)))
def test_the_last_day_is_always_day_56(published):
    assert day_number(published, last_day(published)) == 56


def test_no_day_is_counted_before_publication():
    with pytest.raises(ValueError, match="before the report's publication"):
        day_number(datetime.date(2026, 4, 15), datetime.date(2026, 4, 14))


def test_a_month_that_lies_within_the_56_days_is_in_time_between_two_days():
    judgement = judge_report(report_on=parse("15 April 2026"), answered_on=parse("May 2026"))
    assert judgement.outcome == Outcome.IN_TIME
    assert (judgement.first_possible, judgement.last_possible) == (17, 47)


def test_a_month_that_holds_the_last_day_cannot_be_judged():
    judgement = judge_report(report_on=parse("15 April 2026"), answered_on=parse("June 2026"))
    assert judgement.outcome == Outcome.NOT_KNOWN
    assert (judgement.first_possible, judgement.last_possible) == (48, 77)


def test_the_month_of_the_report_counts_from_its_day():
    judgement = judge_report(report_on=parse("15 April 2026"), answered_on=parse("April 2026"))
    assert (judgement.first_possible, judgement.last_possible) == (1, 16)


@pytest.mark.parametrize(
    ("answered", "outcome", "days"),
    [
        ("1 April 2026", Outcome.IN_TIME, (1, 1)),
        ("30 April 2026", Outcome.IN_TIME, (1, 30)),
        ("May 2026", Outcome.NOT_KNOWN, (2, 61)),
        ("26 May 2026", Outcome.IN_TIME, (27, 56)),
        ("27 May 2026", Outcome.NOT_KNOWN, (28, 57)),
        ("24 June 2026", Outcome.NOT_KNOWN, (56, 85)),
        ("25 June 2026", Outcome.LATE, (57, 86)),
        ("July 2026", Outcome.LATE, (63, 122)),
        ("", Outcome.NOT_ANSWERED, (None, None)),
    ],
)
def test_a_report_dated_to_the_month_is_judged_where_each_day_of_it_agrees(answered, outcome, days):
    judgement = judge_report(report_on=parse("April 2026"), answered_on=parse(answered))
    assert judgement.outcome == outcome
    assert (judgement.first_possible, judgement.last_possible) == days
    assert judgement.last_day is None
    assert judgement.why == (
        "The report was published in April 2026, on a day that is not known: the last day to "
        "answer lies between 26 May 2026 and 24 June 2026."
    )


@given(
    st.dates(datetime.date(2019, 1, 1), datetime.date(2199, 1, 1)), st.integers(-40, 200), st.data()
)
def test_a_month_is_judged_as_its_first_and_its_last_day_are(first, later, data):
    month = PartialDate(first.year, first.month)
    answered = PartialDate.of(month.latest + datetime.timedelta(days=later))
    whole = judge_report(report_on=month, answered_on=answered)
    day = data.draw(st.dates(month.earliest, month.latest))
    exact = judge_report(report_on=PartialDate.of(day), answered_on=answered)
    if whole.outcome in {Outcome.IN_TIME, Outcome.LATE} and exact.outcome != Outcome.BEFORE_REPORT:
        assert exact.outcome == whole.outcome
        assert whole.first_possible <= exact.first_possible <= whole.last_possible


@pytest.mark.parametrize(
    ("on", "left"), [("2026-05-26", None), ("2026-06-24", None), ("2026-06-25", -1)]
)
def test_a_report_dated_to_the_month_is_overdue_once_each_possible_last_day_is_past(on, left):
    judgement = judge_report(report_on=parse("April 2026"), answered_on=UNKNOWN)
    assert judgement.days_left(on=datetime.date.fromisoformat(on)) == left


def test_a_month_that_holds_the_first_day_that_is_judged_is_not_known():
    judgement = judge_report(
        report_on=parse("January 2019"),
        answered_on=parse("3 May 2019"),
        judged_from=datetime.date(2019, 1, 15),
    )
    assert (judgement.outcome, judgement.last_day) == (Outcome.NOT_KNOWN, None)
    assert judgement.why.endswith("only reports published on or after 15 January 2019 are judged.")


@pytest.mark.parametrize("report_on", [PartialDate(), PartialDate(phrase="in spring")])
def test_a_report_without_a_day_computes_nothing_and_says_why(report_on):
    judgement = judge_report(report_on=report_on, answered_on=parse("1 May 2026"))
    assert judgement.outcome == Outcome.NOT_KNOWN
    assert judgement.last_day is None
    assert judgement.why == "The day on which the report was published is not known."


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"rule": Rule.NONE},
        {"rule": Rule.OWN_DATE, "own_date": datetime.date(2026, 6, 1)},
        {"rule": Rule.OWN_DATE, "own_date": None},
        {"applies": False},
        {"judged_from": datetime.date(2027, 1, 1)},
    ],
)
def test_a_response_dated_before_its_report_is_flagged_and_not_counted_by_any_rule(rule):
    before = judge_report(
        report_on=parse("15 April 2026"), answered_on=parse("1 April 2026"), **rule
    )
    assert before.outcome == Outcome.BEFORE_REPORT
    assert before.first_possible is None
    unanswered = judge_report(report_on=parse("15 April 2026"), answered_on=UNKNOWN, **rule)
    assert (before.last_day, before.why) == (unanswered.last_day, unanswered.why)


@pytest.mark.parametrize(
    ("report_on", "answered", "is_before"),
    [
        ("April 2026", "31 March 2026", True),
        ("April 2026", "March 2026", True),
        ("April 2026", "1 April 2026", False),
        ("15 April 2026", "March 2026", True),
        ("15 April 2026", "April 2026", False),
        ("", "1 April 2026", False),
    ],
)
def test_only_what_is_surely_before_the_report_is_flagged(report_on, answered, is_before):
    judgement = judge_report(report_on=parse(report_on), answered_on=parse(answered))
    assert (judgement.outcome == Outcome.BEFORE_REPORT) is is_before


def test_without_an_answer_there_is_a_last_day_and_no_judgement():
    judgement = judge_report(report_on=parse("15 April 2026"), answered_on=UNKNOWN)
    assert judgement.outcome == Outcome.NOT_ANSWERED
    assert judgement.last_day == datetime.date(2026, 6, 9)


def test_an_answer_whose_day_is_only_a_phrase_cannot_be_judged():
    answered = PartialDate(phrase="not stated on the document")
    judgement = judge_report(report_on=parse("15 April 2026"), answered_on=answered)
    assert judgement.outcome == Outcome.NOT_KNOWN


def test_reports_before_the_configured_day_and_bodies_outside_the_act_are_not_judged():
    dates = {"report_on": parse("2 May 2018"), "answered_on": parse("3 May 2018")}
    judged_from = datetime.date(2019, 1, 1)
    assert judge_report(**dates, judged_from=judged_from).outcome == Outcome.NOT_JUDGED
    assert judge_report(**dates, applies=False).outcome == Outcome.NOT_JUDGED
    assert judge_report(**dates).outcome == Outcome.IN_TIME
    dates = {"report_on": parse("December 2018"), "answered_on": parse("3 May 2019")}
    assert judge_report(**dates, judged_from=judged_from).outcome == Outcome.NOT_JUDGED
    dates["report_on"] = parse("January 2019")
    assert judge_report(**dates, judged_from=judged_from).outcome == Outcome.LATE


@pytest.mark.parametrize(
    ("rule", "own_date", "answered", "outcome"),
    [
        (Rule.NONE, None, "1 May 2026", Outcome.NOT_JUDGED),
        (Rule.OWN_DATE, None, "1 May 2026", Outcome.NOT_KNOWN),
        (Rule.OWN_DATE, datetime.date(2026, 5, 1), "1 May 2026", Outcome.IN_TIME),
        (Rule.OWN_DATE, datetime.date(2026, 5, 1), "2 May 2026", Outcome.LATE),
        (Rule.OWN_DATE, datetime.date(2026, 5, 1), "May 2026", Outcome.NOT_KNOWN),
        (Rule.OWN_DATE, datetime.date(2026, 5, 1), "", Outcome.NOT_ANSWERED),
        (Rule.SECTION_55, None, "9 June 2026", Outcome.IN_TIME),
    ],
)
def test_the_rule_of_the_report_decides(rule, own_date, answered, outcome):
    judgement = judge_report(
        rule=rule,
        report_on=parse("15 April 2026"),
        own_date=own_date,
        answered_on=parse(answered),
        applies=True,
        judged_from=None,
    )
    assert judgement.outcome == outcome
