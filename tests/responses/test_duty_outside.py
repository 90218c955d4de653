"""The checklist where section 55 does not run, and where a report has a last day of its own."""

import dataclasses
import datetime

import pytest

from recommendations.deadlines import judge_report
from recommendations.partial_dates import UNKNOWN, parse
from responses.duty import Copy, Here, Point, State, check
from responses.presenters.compliance import compliance
from responses.publishing import record
from responses.publishing.blocks import Notice
from responses.workflow import REFUSALS, Guard

from .records import BODY, REPORT, make_record

ON = datetime.date(2026, 5, 4)
NOT_JUDGED = record.Deadline(
    "not_judged", why="Section 55 does not apply to this body.", rule="section_55"
)
OUTSIDE = make_record(
    body=dataclasses.replace(BODY, is_under_section_55=False), deadline=NOT_JUDGED
)
COMPLAINT = dataclasses.replace(REPORT, kind=record.Named("super_complaint", "Super-complaint"))


def test_why_section_55_does_not_run_is_said_once():
    checklist = check(OUTSIDE, on=ON)
    blocks = compliance(OUTSIDE, checklist, on=ON, state="Draft", is_published=False, done=())
    (notice,) = (one.text for one in blocks if isinstance(one, Notice))
    assert notice == "Section 55 does not run here. The body that answers is outside it."


@pytest.mark.parametrize(
    "made",
    [
        OUTSIDE,
        make_record(report=COMPLAINT, deadline=record.Deadline("in_time", parse("1 June 2026"))),
    ],
)
@pytest.mark.parametrize(
    ("here", "state"),
    [
        (Here(), State.NOT_NEEDED),
        (Here(version=2, copies={"inspectorate": Copy(1, parse("3 June 2026"))}), State.NOT_NEEDED),
        (Here(copies={"inspectorate": Copy(1, parse("3 June 2026"))}), State.DONE),
    ],
)
def test_no_copy_is_to_come_where_section_55_does_not_run(made, here, state):
    points = {one.point: one for one in check(made, on=ON, here=here).items}
    assert points[Point.INSPECTORATE].state == state
    assert points[Point.HOME_SECRETARY].state == State.NOT_NEEDED


def time_of(made, on=ON):
    (one,) = (one for one in check(made, on=on).items if one.point == Point.IN_TIME)
    return one


@pytest.mark.parametrize(
    ("deadline", "label"),
    [
        (record.Deadline("in_time", parse("9 June 2026")), "Within 56 days, section 55(5A)"),
        (NOT_JUDGED, "Within 56 days, section 55(5A)"),
        (record.Deadline("not_known", rule="own_date"), "By the report’s own last day"),
        (record.Deadline("not_judged", rule="none"), "In time"),
    ],
)
def test_the_point_of_time_is_called_by_the_rule_of_the_report(deadline, label):
    assert time_of(make_record(deadline=deadline)).label == label


def test_the_point_of_time_of_two_rules_speaks_of_neither():
    other = dataclasses.replace(REPORT, slug="hens-2026")
    made = make_record(
        further_reports=(other,),
        other_deadlines=(record.Deadline("late", rule="own_date", report_slug=other.slug),),
    )
    assert time_of(made).label == "In time for each report"


def test_a_late_answer_to_a_report_with_its_own_last_day_says_by_how_much():
    own_date = record.Deadline("not_answered", parse("15 January 2027"), rule="own_date")
    made = make_record(report=COMPLAINT, deadline=own_date, published_on=UNKNOWN)
    checklist = check(made, on=datetime.date(2027, 2, 1))
    assert [gap.words for gap in checklist.gaps] == ["The reason for lateness is not given"]
    assert time_of(made, on=datetime.date(2027, 2, 1)).words == (
        "Today it is 17 days late. The report sets its own last day, 15 January 2027; "
        "it has not been answered yet."
    )
    blocks = compliance(made, checklist, on=ON, state="Draft", is_published=False, done=())
    heads = [row[0].text for row in blocks[-1].rows]
    assert "By the report’s own last day" in heads
    assert not any("56 days" in head for head in heads)


def test_the_refusal_of_what_is_late_is_true_for_any_rule():
    assert REFUSALS[Guard.LATENESS].startswith("This is later than the last day to answer, and")


@pytest.mark.parametrize("rule", [{"applies": False}, {"judged_from": datetime.date(2020, 1, 1)}])
def test_a_day_before_the_report_is_the_one_gap_where_section_55_does_not_run(rule):
    """Approval refuses it whatever the duty, and no reason gets round that."""
    reported, answered = parse("15 April 2018"), parse("14 April 2018")
    judged = judge_report(report_on=reported, answered_on=answered, **rule)
    one = make_record(
        report=dataclasses.replace(REPORT, published_on=reported),
        body=OUTSIDE.body if "applies" in rule else BODY,
        published_on=answered,
        deadline=record.Deadline(str(judged.outcome.value), why=judged.why, rule="section_55"),
    )
    checklist = check(one, on=ON)
    outside = "The body that answers is outside it."
    assert checklist.why_not == (outside if "applies" in rule else judged.why)
    told = ["The response is dated before the report was published"]
    assert [gap.words for gap in checklist.gaps] == told


def test_a_day_to_come_is_a_gap_where_section_55_does_not_run_either():
    gaps = check(OUTSIDE, on=datetime.date(2026, 4, 30)).gaps
    assert [gap.words for gap in gaps] == ["The day of the response is still to come"]
