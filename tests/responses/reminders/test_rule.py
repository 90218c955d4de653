"""Which reminders are due when, by table and for any row of runs."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forces.roles import Role
from recommendations.deadlines import Rule, judge_report
from recommendations.partial_dates import parse
from responses.kinds import CommentsState
from responses.reminders.kinds import ABOUT, DAYS_LEFT, ReminderKind
from responses.reminders.rule import due, for_person, is_for, of_ratings, of_response
from responses.workflow import Status

from .facts import LAST_DAY, PUBLISHED, day, material, person, ratings, response

OVERDUE, DEADLINE, APPROVAL, INVITATION, RATINGS = ReminderKind
EDITOR, APPROVER, LIAISON = Role.EDITOR, Role.APPROVER, Role.LIAISON


def due_of(facts, on):
    return [(one.kind, one.step, one.days) for one in of_response(facts, on=day(on))]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("11 May 2026", []),
        ("12 May 2026", [(DEADLINE, "28", 28)]),
        ("25 May 2026", [(DEADLINE, "28", 15)]),
        ("26 May 2026", [(DEADLINE, "14", 14)]),
        ("2 June 2026", [(DEADLINE, "7", 7)]),
        ("4 June 2026", [(DEADLINE, "7", 5)]),
        ("6 June 2026", [(DEADLINE, "3", 3)]),
        ("7 June 2026", [(DEADLINE, "3", 2)]),
        ("8 June 2026", [(DEADLINE, "1", 1)]),
        ("9 June 2026", [(DEADLINE, "1", 0)]),
        ("10 June 2026", [(OVERDUE, "week 0", 1)]),
        ("16 June 2026", [(OVERDUE, "week 0", 7)]),
        ("17 June 2026", [(OVERDUE, "week 1", 8)]),
    ],
)
def test_the_deadline_by_day(on, expected):
    assert due_of(response(), on) == expected


@pytest.mark.parametrize(
    ("on", "who"),
    [
        ("12 May 2026", {EDITOR}),
        ("4 June 2026", {EDITOR}),
        ("6 June 2026", {EDITOR, APPROVER}),
        ("9 June 2026", {EDITOR, APPROVER}),
        ("10 June 2026", {EDITOR, APPROVER}),
    ],
)
def test_approvers_are_told_of_the_deadline_from_three_days_on(on, who):
    (reminder,) = of_response(response(), on=day(on))
    assert {role for role in Role if is_for(person(role), reminder)} == who


def unknown(text, **asked):
    return judge_report(report_on=parse(text), answered_on=parse(""), **asked)


@pytest.mark.parametrize(
    "facts",
    [
        {"is_published": True},
        {"published_on": parse("29 May 2026")},
        {"published_on": parse("May 2026")},
        {"is_under_section_55": False},
        {"judgement": unknown("May 2026")},
        {"judgement": unknown("")},
        {"judgement": unknown("15 April 2026", applies=False)},
        {"judgement": unknown("15 April 2026", rule=Rule.NONE)},
        {"judgement": unknown("15 April 2026", judged_from=datetime.date(2026, 5, 1))},
        {"judgement": unknown("15 April 2026", rule=Rule.OWN_DATE)},
    ],
)
def test_where_no_last_day_runs_nothing_is_due(facts):
    for on in ("6 June 2026", "30 June 2026"):
        assert due_of(response(**facts), on) == []


def test_a_report_dated_to_a_month_is_overdue_once_each_possible_last_day_is_past():
    facts = response(judgement=unknown("April 2026"))
    assert due_of(facts, "24 June 2026") == []
    assert due_of(facts, "25 June 2026") == [(OVERDUE, "week 0", 1)]


def test_a_day_of_publication_that_is_to_come_answers_nothing_yet():
    facts = response(published_on=parse("8 June 2026"))
    assert due_of(facts, "6 June 2026") == [(DEADLINE, "3", 3)]
    assert due_of(facts, "8 June 2026") == []


def test_what_was_withdrawn_is_asked_for_again_whatever_day_it_gave():
    facts = response(published_on=parse("29 May 2026"), is_withdrawn=True, status=Status.PUBLISHED)
    assert due_of(facts, "6 June 2026") == [(DEADLINE, "3", 3)]
    assert [kind for kind, *_ in due_of(facts, "12 June 2026")] == [OVERDUE]


def test_a_report_with_its_own_date_is_counted_to_it():
    own = unknown("15 April 2026", rule=Rule.OWN_DATE, own_date=datetime.date(2026, 7, 1))
    assert due_of(response(judgement=own), "30 June 2026") == [(DEADLINE, "1", 1)]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("27 April 2026", []),
        ("28 April 2026", [(INVITATION, "near", 3)]),
        ("1 May 2026", [(INVITATION, "near", 0)]),
        ("2 May 2026", [(INVITATION, "week 0", -1)]),
        ("9 May 2026", [(INVITATION, "week 1", -8)]),
    ],
)
def test_the_comments_that_were_asked_for_by_day(on, expected):
    facts = response(invited_on=day("20 April 2026"), reply_by_on=day("1 May 2026"))
    assert due_of(facts, on) == expected
    who = {role for one in of_response(facts, on=day(on)) for role in one.roles}
    assert who == ({EDITOR, LIAISON} if expected else set())


@pytest.mark.parametrize(
    "facts",
    [
        {"reply_by_on": None},
        {"comments": CommentsState.SUBMITTED},
        {"comments": CommentsState.DECLINED},
        {"has_comments": True},
        {"status": Status.SUBMITTED},
        {"status": Status.APPROVED},
        {"invited_on": datetime.date(2026, 5, 4)},
    ],
)
def test_comments_that_came_or_cannot_come_are_not_asked_for(facts):
    usual = {"invited_on": day("20 April 2026"), "reply_by_on": day("1 May 2026")}
    assert due_of(response(**(usual | facts)), "3 May 2026") == []


def test_an_approval_is_said_at_once_and_then_weekly_to_others_than_who_submitted():
    facts = response(
        status=Status.SUBMITTED, submitted_on=day("1 May 2026"), submitted_by=1, is_published=True
    )
    assert due_of(facts, "1 May 2026") == [(APPROVAL, "week 0", 0)]
    assert due_of(facts, "8 May 2026") == [(APPROVAL, "week 1", 7)]
    (reminder,) = of_response(facts, on=day("1 May 2026"))
    assert not is_for(person(EDITOR, key=2), reminder)
    assert is_for(person(APPROVER, key=2), reminder)
    assert not is_for(person(APPROVER, key=1), reminder)


def test_what_was_returned_since_waits_for_nobody():
    facts = response(status=Status.RETURNED, submitted_on=day("1 May 2026"), judgement=unknown(""))
    assert due_of(facts, "1 May 2026") == []


def test_ratings_are_stale_after_ninety_days_and_come_as_one_reminder():
    facts = ratings("1 March 2026", "2 March 2026", "1 May 2026")
    assert of_ratings(facts, on=day("30 May 2026"), after=90) is None
    reminder = of_ratings(facts, on=day("31 May 2026"), after=90)
    assert (reminder.many, reminder.days, reminder.roles) == (1, 91, {EDITOR})
    assert of_ratings(facts, on=day("1 June 2026"), after=90).many == 2


def test_what_nobody_ever_reviewed_is_as_old_as_the_day_on_which_it_was_opened():
    facts = ratings("2 March 2026", opened=["1 March 2026", "2 March 2026"])
    assert of_ratings(facts, on=day("30 May 2026"), after=90) is None
    first = of_ratings(facts, on=day("31 May 2026"), after=90)
    assert (first.many, first.never, first.days) == (1, 1, 91)
    both = of_ratings(facts, on=day("1 June 2026"), after=90)
    assert (both.many, both.never, both.days) == (3, 2, 92)


def test_nobody_gets_what_they_muted_nor_what_belongs_to_another_force():
    (reminder,) = of_response(response(), on=LAST_DAY)
    assert is_for(person(), reminder)
    assert not is_for(person(muted=frozenset({DEADLINE})), reminder)
    assert not is_for(person(Role.BOARD_MEMBER), reminder)
    (theirs,) = of_response(response(force=type(response().force)(8, "Felpersham")), on=LAST_DAY)
    assert not is_for(person(), theirs)


def test_the_most_urgent_comes_first():
    judged = judge_report(report_on=parse("1 April 2026"), answered_on=parse(""))
    late = response(key=2, judgement=judged)
    waiting = response(
        key=3, status=Status.SUBMITTED, submitted_on=day("5 June 2026"), is_published=True
    )
    far = response(key=4, judgement=unknown("1 May 2026"))
    asked = response(key=5, is_published=True, reply_by_on=day("6 June 2026"))
    of_all = material(*(far, asked, waiting, response(), late), ratings=[ratings("1 January 2026")])
    both = person(EDITOR, APPROVER)
    own = for_person(both, due(of_all, on=day("6 June 2026")), {}, on=day("6 June 2026"))
    assert [(one.kind, one.about.__dict__.get("key")) for one in own] == [
        (OVERDUE, 2),
        (DEADLINE, 1),
        (APPROVAL, 3),
        (INVITATION, 5),
        (DEADLINE, 4),
        (RATINGS, None),
    ]


FACTS = material(
    response(reply_by_on=day("1 May 2026")),
    response(key=2, status=Status.SUBMITTED, submitted_on=day("20 April 2026")),
    ratings=[ratings("10 February 2026", "1 March 2026")],
    people=[person(EDITOR, APPROVER, LIAISON)],
)
FIRST = PUBLISHED.earliest
RUNS = st.sets(st.integers(0, 120), min_size=1).map(sorted)


def sent_by_runs(offsets):
    """Return what was sent to the person, as (day, Reminder), by runs on these days."""
    sent, said = {}, []
    (one,) = FACTS.people
    for offset in offsets:
        on = FIRST + datetime.timedelta(days=offset)
        for reminder in for_person(one, due(FACTS, on=on), sent, on=on):
            said.append((on, reminder))
            sent[reminder.key] = on
    return said


@given(RUNS)
def test_nothing_is_ever_sent_twice_and_weekly_is_weekly_at_most(offsets):
    said = sent_by_runs(offsets)
    keys = [reminder.key for _, reminder in said]
    assert len(keys) == len(set(keys))
    weekly = [(on, one) for on, one in said if one.step.startswith("week")]
    for before, first in weekly:
        for after, second in weekly:
            if first.key[:-1] == second.key[:-1] and before < after:
                assert (after - before).days >= 7


@given(RUNS)
def test_after_each_run_the_most_urgent_that_is_due_was_said(offsets):
    """Whatever was missed: of thresholds the last that was passed, of weeks one in two at most."""
    said = sent_by_runs(offsets)
    for offset in offsets:
        on = FIRST + datetime.timedelta(days=offset)
        for reminder in due(FACTS, on=on):
            if reminder.step.startswith("week"):
                days = [when for when, one in said if one.key[:-1] == reminder.key[:-1]]
                assert any(0 <= (on - when).days < 7 for when in days)
            else:
                assert any(one.key == reminder.key and when <= on for when, one in said)


@given(RUNS)
def test_one_run_says_one_threshold_alone_and_the_days_that_are_true(offsets):
    for on, reminder in sent_by_runs(offsets):
        if reminder.kind == DEADLINE and reminder.about.key == 1:
            assert reminder.days == (LAST_DAY - on).days
            assert int(reminder.step) in DAYS_LEFT
    for on in {on for on, _ in sent_by_runs(offsets)}:
        kinds = [(one.kind, one.key.response) for when, one in sent_by_runs(offsets) if when == on]
        assert len(kinds) == len(set(kinds))


def test_run_daily_each_threshold_is_sent_on_its_own_day():
    said = sent_by_runs(range(121))
    thresholds = [
        (one.step, one.days) for _, one in said if one.kind == DEADLINE and one.about.key == 1
    ]
    assert thresholds == [("28", 28), ("14", 14), ("7", 7), ("3", 3), ("1", 1)]
    overdue = [one.days for _, one in said if one.kind == OVERDUE and one.about.key == 1]
    assert overdue == list(range(1, 66, 7))


def test_a_last_day_that_was_corrected_begins_its_reminders_anew():
    moved = response(judgement=unknown("22 April 2026"))
    before = due(material(response()), on=day("6 June 2026"))
    sent = {one.key: day("6 June 2026") for one in before}
    now = due(material(moved), on=day("9 June 2026"))
    assert [one.days for one in for_person(person(), now, sent, on=day("9 June 2026"))] == [7]


def test_who_is_told_is_what_the_page_and_the_guide_say():
    told = {kind: set() for kind in ReminderKind}
    for offset in range(121):
        for reminder in due(FACTS, on=FIRST + datetime.timedelta(days=offset)):
            told[reminder.kind] |= reminder.roles
    assert told == {kind: set(about.roles) for kind, about in ABOUT.items()}
