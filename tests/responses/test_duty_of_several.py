"""The checklist against the days of all reports that are answered, and the names of their gaps."""

import dataclasses
import datetime

import pytest

from recommendations.deadlines import judge_report
from recommendations.partial_dates import UNKNOWN, PartialDate, parse
from responses.duty import Point, check, day_words, is_before_report
from responses.publishing import record
from responses.publishing.blocks import Notice
from responses.publishing.layouts import lay_out

from .records import REPORT, make_finding, make_record

ON = datetime.date(2026, 5, 4)
FURTHER = dataclasses.replace(
    REPORT, slug="hens-2026", short_title="Hens, 2026", published_on=parse("20 May 2026")
)
NOT_ANSWERED = record.Deadline("not_answered", parse("9 June 2026"), rule="section_55")


@pytest.mark.parametrize("outcome", ["not_answered", "not_judged", "not_known"])
@pytest.mark.parametrize(
    ("reported", "is_before"),
    [("June 2026", True), ("5 May 2026", True), ("May 2026", False), ("4 May 2026", False)],
)
def test_a_response_without_a_day_waits_for_its_report_whatever_the_rule(
    outcome, reported, is_before
):
    draft = make_record(
        published_on=UNKNOWN,
        report=dataclasses.replace(REPORT, published_on=parse(reported)),
        deadline=record.Deadline(outcome),
    )
    assert is_before_report(draft, on=ON) is is_before


def test_a_report_without_a_known_day_keeps_nobody():
    report = dataclasses.replace(REPORT, published_on=UNKNOWN)
    assert not is_before_report(make_record(report=report), on=ON)


def test_a_response_is_not_dated_before_a_further_report_either():
    for answered, is_before in (("19 May 2026", True), ("20 May 2026", False)):
        made = make_record(
            further_reports=(FURTHER,), published_on=parse(answered), deadline=NOT_ANSWERED
        )
        points = check(made, on=ON).items
        (time,) = (one for one in points if one.point == Point.IN_TIME)
        told = "The response is dated before “Hens, 2026” was published"
        assert is_before_report(made, on=ON) is is_before
        assert (told in [gap.words for gap in time.gaps]) is is_before


def test_the_chief_officer_is_not_invited_before_a_further_report_either():
    for invited, is_before in (("19 May 2026", True), ("20 May 2026", False)):
        made = make_record(
            further_reports=(FURTHER,),
            published_on=UNKNOWN,
            deadline=NOT_ANSWERED,
            comments=record.Comments(parse(invited), parse("27 May 2026")),
        )
        points = check(made, on=datetime.date(2026, 5, 25)).items
        (told,) = (one for one in points if one.point == Point.INVITED)
        words = "The chief officer’s invitation is dated before “Hens, 2026” was published"
        assert (words in [gap.words for gap in told.gaps]) is is_before


@pytest.mark.parametrize(
    ("further", "by", "told"),
    [
        ("20 May 2026", "14 July 2026", " “Village policing, 2026”, 9 June 2026."),
        ("March 2026", "25 May 2026", ""),
        ("March 2026", "26 May 2026", " “Hens, 2026”, 25 May 2026 at the latest."),
        ("March 2026", "10 June 2026", " “Hens, 2026”, 25 May 2026 at the latest."),
        ("", "9 June 2026", ""),
        ("", "10 June 2026", " “Village policing, 2026”, 9 June 2026."),
    ],
)
@pytest.mark.parametrize("binds", [True, False])
def test_comments_are_asked_for_by_the_last_day_of_each_report(further, by, told, binds):
    hens = dataclasses.replace(FURTHER, published_on=parse(further))
    judged = judge_report(report_on=hens.published_on, answered_on=UNKNOWN)
    theirs = record.Deadline(
        str(judged.outcome.value),
        PartialDate.of(judged.last_day) if judged.last_day else UNKNOWN,
        rule="section_55",
        report_slug=hens.slug,
    )
    bound, other = (theirs, NOT_ANSWERED) if binds else (NOT_ANSWERED, theirs)
    made = make_record(
        further_reports=(hens,),
        published_on=UNKNOWN,
        deadline=bound,
        other_deadlines=(other,),
        comments=record.Comments(parse("21 May 2026"), parse(by)),
    )
    points = check(made, on=datetime.date(2026, 5, 25)).items
    (invited,) = (one for one in points if one.point == Point.INVITED)
    after = f", which is after the last day to answer{told}" if told else "."
    assert invited.words == f"Invited on 21 May 2026, to comment by {by}{after}"


@pytest.mark.parametrize(
    ("day", "may_be_over"), [("25 April", False), ("26 April", True), ("25 May", True)]
)
def test_a_last_day_that_may_have_passed_is_told_by_its_report(day, may_be_over):
    on = parse(f"{day} 2026").earliest
    hens = dataclasses.replace(FURTHER, published_on=parse("March 2026"))
    theirs = record.Deadline("not_answered", rule="section_55", report_slug=hens.slug)
    values = {"further_reports": (hens,), "other_deadlines": (theirs,), "deadline": NOT_ANSWERED}
    told = day_words(make_record(published_on=UNKNOWN, **values), on=on)
    assert ("The last day to answer “Hens, 2026” may have passed." in told) is may_be_over
    alone = {"report": hens, "deadline": dataclasses.replace(theirs, report_slug="")}
    told = day_words(make_record(published_on=UNKNOWN, **alone), on=on)
    assert told.startswith("The last day to answer may have passed.") is may_be_over


def test_a_gap_names_the_report_of_its_recommendation_where_there_are_several():
    findings = (make_finding("1"), make_finding("1", report_slug=FURTHER.slug))
    made = make_record(further_reports=(FURTHER,), findings=findings)
    words = [gap.words for gap in check(made, on=ON).gaps if gap.finding]
    assert words == [
        "Recommendation 1 of “Village policing, 2026” is not explained",
        "Recommendation 1 of “Hens, 2026” is not explained",
    ]


@pytest.mark.parametrize("kind", ["super_complaint", "state_of_policing", "commissioned"])
@pytest.mark.parametrize("leads", [True, False])
def test_only_recommendations_of_reports_that_section_55_covers_are_due(kind, leads):
    other = dataclasses.replace(FURTHER, kind=record.Named(kind, "Another"))
    lead, further = (other, REPORT) if leads else (REPORT, other)
    findings = (make_finding("1"), make_finding("2", report_slug=other.slug))
    made = make_record(report=lead, further_reports=(further,), findings=findings)
    gaps = [gap.words for gap in check(made, on=ON).gaps if gap.finding]
    assert gaps == ["Recommendation 1 of “Village policing, 2026” is not explained"]
    (notice,) = (b.text for b in lay_out(made, "record") if isinstance(b, Notice))
    told = (
        "This response answers the reports as a whole. None of its 1 recommendation has an answer"
    )
    assert notice.startswith(told)
