"""The section 55 checklist, point by point. No database."""

import dataclasses
import datetime

import pytest

from recommendations.partial_dates import UNKNOWN, PartialDate, parse
from responses.duty import Copy, Here, Point, State, check, day_words, is_late, other_gaps
from responses.publishing import record

from .records import BODY, REPORT, make_answer, make_finding, make_record, make_section

ON = datetime.date(2026, 5, 4)
OPEN = record.Deadline("not_answered", parse("9 June 2026"), rule="section_55")
LATE = record.Deadline("late", parse("9 June 2026"), 60, 60, rule="section_55")


def draft(**values):
    return make_record(**({"deadline": OPEN, "published_on": UNKNOWN} | values))


def item(point, on=ON, here=None, **values):
    checklist = check(draft(**values), on=on, here=here)
    return next(one for one in checklist.items if one.point == point)


def fields(one):
    return [gap.field for gap in one.gaps]


def comments(**values):
    return record.Comments(**values)


def rated(label, rag, reason=""):
    return make_finding(label, rating=record.Rating(rag, reason))


CHIEF = make_section(1, voice="chief_officer")
WORDLESS = make_section(1, voice="chief_officer", html="")


def test_it_goes_through_every_point_in_order():
    assert [one.point for one in check(draft(), on=ON).items] == list(Point)


@pytest.mark.parametrize(
    ("part", "sections", "words", "gaps"),
    [
        (comments(), (), "No invitation is recorded.", ["invited_on"]),
        (
            comments(invited_on=parse("20 April 2026")),
            (),
            "Invited on 20 April 2026, with no day set for the comments.",
            ["reply_by_on"],
        ),
        (
            comments(invited_on=parse("20 April 2026"), reply_by_on=parse("11 May 2026")),
            (),
            "Invited on 20 April 2026, to comment by 11 May 2026.",
            [],
        ),
        (
            comments(invited_on=parse("20 April 2026"), reply_by_on=parse("10 June 2026")),
            (),
            "Invited on 20 April 2026, to comment by 10 June 2026, which is after the last day",
            [],
        ),
        (comments(state="submitted"), (), "No invitation is recorded, and none is needed", []),
        (comments(state="declined"), (), "No invitation is recorded, and none is needed", []),
        (comments(invited_on=parse("20 April 2026")), (CHIEF,), "Invited on 20 April 2026.", []),
    ],
)
def test_the_chief_officer_is_invited_and_given_a_day(part, sections, words, gaps):
    one = item(Point.INVITED, comments=part, sections=sections)
    assert one.words.startswith(words)
    assert fields(one) == gaps
    assert one.state == (State.GAP if gaps else State.DONE)


@pytest.mark.parametrize(
    ("part", "sections", "words", "gaps"),
    [
        (comments(), (), "Not received.", ["comments"]),
        (
            comments(reply_by_on=parse("4 May 2026")),
            (),
            "Not received yet; they are asked for by 4 May 2026.",
            ["comments"],
        ),
        (
            comments(invited_on=parse("20 April 2026"), reply_by_on=parse("3 May 2026")),
            (),
            "Not received; they were asked for by 3 May 2026.",
            [],
        ),
        # Nobody was invited, or not in time: nothing was asked of them.
        (comments(reply_by_on=parse("3 May 2026")), (), "Not received.", ["comments"]),
        (
            comments(invited_on=parse("14 April 2026"), reply_by_on=parse("3 May 2026")),
            (),
            "Not received.",
            ["comments"],
        ),
        (
            comments(state="submitted", settled_on=parse("1 May 2026")),
            (),
            "Received on 1 May 2026.",
            [],
        ),
        (
            comments(state="declined", settled_on=parse("1 May 2026"), why_none="Content."),
            (),
            "Declined on 1 May 2026: Content.",
            [],
        ),
        (comments(), (CHIEF,), "Received: they stand in the text", []),
        (
            comments(),
            (make_section(1, voice="chief_officer", html=""),),
            "Not received.",
            ["comments"],
        ),
    ],
)
def test_comments_are_received_declined_or_not_received(part, sections, words, gaps):
    one = item(Point.COMMENTS, comments=part, sections=sections)
    assert one.words.startswith(words)
    assert fields(one) == gaps


@pytest.mark.parametrize(
    ("answered", "end"), [("29 May 2026", ", after the response."), ("May 2026", "30 May 2026.")]
)
def test_comments_that_came_after_the_response_are_told_as_such(answered, end):
    part = comments(state="submitted", settled_on=parse("30 May 2026"))
    one = item(Point.COMMENTS, comments=part, published_on=parse(answered))
    assert one.words.endswith(end)


def test_a_time_for_comments_that_ends_after_the_response_is_no_time():
    part = comments(invited_on=parse("20 April 2026"), reply_by_on=parse("1 May 2026"))
    for answered, state in (("2 May 2026", State.NOT_RECEIVED), ("1 May 2026", State.GAP)):
        assert item(Point.COMMENTS, comments=part, published_on=parse(answered)).state == state


def test_each_recommendation_without_an_explanation_is_a_gap_of_its_own():
    findings = (make_finding("1"), make_finding("2"), make_finding("3a"))
    answers = (make_answer("2", action_html="<p>Done.</p>"),)
    one = item(Point.EXPLAINED, findings=findings, answers=answers)
    assert one.words == "1 of 3 answered."
    assert [gap.words for gap in one.gaps] == [
        "Recommendation 1 is not explained",
        "Recommendation 3a is not explained",
    ]
    assert [gap.finding.ref for gap in one.gaps] == ["1", "3a"]


def test_not_for_this_force_with_its_reason_is_the_explanation():
    findings = [make_finding(str(number)) for number in range(1, 11)]
    findings += [rated(str(n), "not_for_force", "The Home Office's.") for n in range(11, 17)]
    answer = make_answer(*map(str, range(1, 11)), section_anchor="part-1")
    one = item(Point.EXPLAINED, findings=tuple(findings), answers=(answer,))
    assert one.words == "10 of 10 answered, 6 of 6 explained as not ours."
    assert one.state == State.DONE


def test_an_answer_that_says_it_is_not_for_this_force_counts_as_such():
    not_ours = record.Named("not_for_force", "Not for this force")
    answer = make_answer("1", position=not_ours, why_none_html="<p>The College's.</p>")
    one = item(Point.EXPLAINED, findings=(make_finding("1"),), answers=(answer,))
    assert one.words == "1 of 1 explained as not ours."


@pytest.mark.parametrize("rag", ["red", "amber", "green", "not_assessed"])
def test_no_other_rating_explains(rag):
    assert item(Point.EXPLAINED, findings=(rated("1", rag, "Why."),)).gaps


def test_areas_for_improvement_are_counted_and_never_a_gap():
    afi = record.Named("afi", "Area for improvement")
    findings = [make_finding(str(n), kind=afi, is_due_an_answer=False) for n in (1, 2)]
    answers = (make_answer("2", action_html="<p>Done.</p>"),)
    one = item(Point.EXPLAINED, findings=tuple(findings), answers=answers)
    assert (one.state, one.gaps) == (State.NOT_NEEDED, ())
    assert "1 of 2 areas for improvement answered" in one.words


def test_comments_want_a_reply_or_a_word_that_there_is_none():
    reply = make_section(2, kind="reply")
    assert item(Point.REPLY).state == State.NOT_NEEDED
    assert item(Point.REPLY, comments=comments(state="declined")).state == State.NOT_NEEDED
    assert fields(item(Point.REPLY, sections=(CHIEF,))) == ["makes_no_reply"]
    assert item(Point.REPLY, sections=(CHIEF, reply)).words == "Written."
    none = item(Point.REPLY, comments=comments(state="submitted", makes_no_reply=True))
    assert "nothing to say in reply" in none.words
    assert none.state == State.DONE


def test_the_body_says_something_of_its_own():
    assert fields(item(Point.WRITTEN)) == ["sections"]
    assert fields(item(Point.WRITTEN, sections=(CHIEF,))) == ["sections"]
    assert item(Point.WRITTEN, sections=(make_section(1),)).state == State.DONE
    answers = (make_answer("1", action_html="<p>Done.</p>"),)
    assert item(Point.WRITTEN, answers=answers).state == State.DONE


@pytest.mark.parametrize(
    ("on", "words", "late"),
    [
        (
            "2026-04-15",
            "Today is day 1 of 56, 55 days left. 15 April 2026 is day 1; the last",
            False,
        ),
        ("2026-05-04", "Today is day 20 of 56, 36 days left.", False),
        ("2026-06-08", "Today is day 55 of 56, 1 day left.", False),
        ("2026-06-09", "Today is day 56 of 56, no days left.", False),
        ("2026-06-10", "Today is day 57 of 56, 1 day late.", True),
        ("2026-07-09", "Today is day 86 of 56, 30 days late.", True),
    ],
)
def test_the_day_of_56_stands_with_its_sum(on, words, late):
    day = datetime.date.fromisoformat(on)
    assert day_words(draft(), on=day).startswith(words)
    assert "9 June 2026, day 56" in day_words(draft(), on=day)
    assert is_late(draft(), on=day) is late
    assert fields(item(Point.IN_TIME, on=day)) == (["late_reason"] if late else [])


def test_lateness_is_explained_by_its_reason():
    day = datetime.date(2026, 6, 20)
    one = item(Point.IN_TIME, on=day, late_reason="An election.")
    assert one.state == State.LATE
    assert "The reason given: An election." in one.words
    published = {"deadline": LATE, "published_on": parse("13 June 2026")}
    assert fields(item(Point.IN_TIME, on=day, **published)) == ["late_reason"]


@pytest.mark.parametrize("day", ["June 2026", "“in the summer”"])
def test_a_day_too_vague_to_be_in_time_wants_an_exact_one_or_a_reason(day):
    may_be_late = record.Deadline("not_known", parse("9 June 2026"), rule="section_55")
    published_on = PartialDate(phrase=day) if day.startswith("“") else parse(day)
    vague = {"deadline": may_be_late, "published_on": published_on, "on": datetime.date(2026, 6, 1)}
    one = item(Point.IN_TIME, **vague)
    assert (one.state, fields(one)) == (State.GAP, ["published_on"])
    one = item(Point.IN_TIME, late_reason="An election.", **vague)
    assert (one.state, fields(one)) == (State.NOT_KNOWN, [])
    assert "The reason given: An election." in one.words


def test_a_response_dated_before_its_report_is_a_gap_that_no_reason_for_lateness_closes():
    early = record.Deadline("before_report", parse("9 June 2026"), rule="section_55")
    values = {"deadline": early, "published_on": parse("14 April 2026")}
    for reason in ("", "An election."):
        one = item(Point.IN_TIME, late_reason=reason, **values)
        assert (one.state, fields(one)) == (State.GAP, ["published_on"])


@pytest.mark.parametrize("day", ["5 May 2026", "June 2026"])
@pytest.mark.parametrize("reason", ["", "An election."])
def test_a_response_of_a_day_to_come_is_a_gap_that_no_reason_for_lateness_closes(day, reason):
    values = {"deadline": make_record().deadline, "published_on": parse(day)}
    one = item(Point.IN_TIME, late_reason=reason, **values)
    assert [gap.words for gap in one.gaps] == ["The day of the response is still to come"]
    assert fields(one) == ["published_on"]


@pytest.mark.parametrize(
    ("invited", "gap"),
    [
        ("14 April 2026", "is dated before the report was published"),
        ("15 April 2026", ""),
        ("4 May 2026", ""),
        ("5 May 2026", "is still to come"),
        ("3 May 2026", "is dated after the response"),
    ],
)
def test_an_invitation_is_of_a_day_after_the_report_that_has_come(invited, gap):
    part = comments(invited_on=parse(invited), reply_by_on=parse("1 June 2026"))
    answered = {"published_on": parse("2 May 2026")} if "after" in gap else {}
    gaps = item(Point.INVITED, comments=part, **answered).gaps
    assert [one.field for one in gaps] == (["invited_on"] if gap else [])
    assert all(gap in one.words for one in gaps)


def test_what_is_missing_beside_the_recommendations_is_told_in_words():
    asked = draft(findings=(make_finding("1"),), sections=(CHIEF,))
    no_reply = "The chief officer’s comments have no reply"
    assert other_gaps(asked, on=ON) == ("Nothing is written", no_reply)


def test_a_day_known_to_the_month_gives_a_range_of_days():
    one = next(i for i in check(make_record(), on=ON).items if i.point == Point.IN_TIME)
    assert "between day 17 and day 47: in time" in one.words
    assert one.state == State.DONE


def test_without_the_day_of_the_report_nothing_is_computed():
    unknown = record.Deadline("not_known", why="The day of the report is not known.")
    one = item(Point.IN_TIME, deadline=unknown)
    assert one.words == "The days cannot be counted. The day of the report is not known."
    assert one.state == State.NOT_KNOWN
    assert not one.gaps


def test_copies_are_two_days_of_their_own():
    here = Here(copies={"inspectorate": Copy(1, parse("3 June 2026"))})
    one = item(Point.INSPECTORATE, here=here)
    assert (one.state, one.words) == (State.DONE, "Sent on 3 June 2026.")
    one = item(Point.HOME_SECRETARY, here=here)
    assert (one.state, one.words) == (State.TO_COME, "Not recorded here.")


def test_a_copy_of_an_earlier_version_is_no_copy_of_this_one():
    here = Here(version=2, copies={"inspectorate": Copy(1, parse("3 June 2026"))})
    one = item(Point.INSPECTORATE, here=here)
    assert one.state == State.TO_COME
    assert one.words == "Version 1 was sent on 3 June 2026; no copy of version 2 yet."


COMPLAINT = dataclasses.replace(REPORT, kind=record.Named("super_complaint", "Super-complaint"))
OWN_DATE = record.Deadline("not_answered", parse("1 June 2026"), rule="own_date")
BEFORE_WE_JUDGE = record.Deadline(
    "not_judged", why="Only reports published on or after 1 January 2020.", rule="section_55"
)
OUTSIDE = dataclasses.replace(BODY, is_under_section_55=False)


@pytest.mark.parametrize(
    "values",
    [
        {"deadline": BEFORE_WE_JUDGE},
        {"report": COMPLAINT, "deadline": OWN_DATE},
        {"body": OUTSIDE},
        {"body": OUTSIDE, "deadline": record.Deadline("not_answered", rule="own_date")},
    ],
)
def test_where_section_55_does_not_run_nothing_is_a_gap(values):
    checklist = check(draft(findings=(make_finding("1"),), **values), on=ON)
    assert checklist.gaps == ()
    assert checklist.why_not
    assert State.GAP not in {one.state for one in checklist.items}
    assert check(draft(findings=(make_finding("1"),)), on=ON).why_not == ""


@pytest.mark.parametrize("rule", ["own_date", "none"])
def test_another_deadline_for_one_report_does_not_end_the_duty(rule):
    outcome = "not_judged" if rule == "none" else "not_answered"
    deadline = record.Deadline(outcome, rule=rule)
    checklist = check(draft(findings=(make_finding("1"),), deadline=deadline), on=ON)
    assert checklist.why_not == ""
    assert "answers" in [gap.field for gap in checklist.gaps]


def test_a_draft_is_before_its_report_until_the_report_is_out():
    report = dataclasses.replace(REPORT, published_on=parse("5 May 2026"))
    deadline = record.Deadline("not_answered", parse("29 June 2026"), rule="section_55")
    assert fields(item(Point.IN_TIME, report=report, deadline=deadline)) == ["published_on"]
    day = datetime.date(2026, 5, 5)
    assert not item(Point.IN_TIME, on=day, report=report, deadline=deadline).gaps


def test_a_next_draft_does_not_say_of_its_own_day_that_it_is_published():
    values = {"published_on": parse("May 2026"), "deadline": make_record().deadline}
    one = item(Point.PUBLISHED, here=Here(version=2, newest=1), **values)
    assert one.state == State.DONE
    assert one.words.startswith("Version 1 is published. The draft says: May 2026")


def test_a_report_with_a_last_day_of_its_own_can_be_late():
    late = draft(report=COMPLAINT, deadline=OWN_DATE)
    day = datetime.date(2026, 6, 2)
    assert is_late(late, on=day)
    assert [gap.field for gap in check(late, on=day).gaps] == ["late_reason"]


def test_a_typed_day_is_no_publication_here():
    values = {"published_on": parse("May 2026"), "deadline": make_record().deadline}
    one = item(Point.PUBLISHED, **values)
    assert one.state == State.TO_COME
    assert one.words.startswith("Not published here yet. By its own date: May 2026")
    assert item(Point.PUBLISHED, here=Here(newest=1), **values).state == State.DONE


def test_what_was_withdrawn_is_not_done():
    published = make_record(published_on=parse("29 May 2026"))
    here = Here(newest=1, withdrawn_on=datetime.date(2026, 6, 3))
    points = check(published, on=ON, here=here).items
    one = next(point for point in points if point.point == Point.PUBLISHED)
    assert one.state != State.DONE
    assert "withdrawn on 3 June 2026" in one.words
