"""What moved on a board between two days, from entries in memory: no database."""

import datetime
from types import SimpleNamespace

import pytest

from recommendations.courses import Course, Mark, Slip
from recommendations.partial_dates import UNKNOWN, parse
from recommendations.rag import Rag
from responses.presenters.board import Actions, board, entry, movements
from tests.responses.test_board_presenter import ON, make_entry

SINCE = datetime.date(2026, 11, 1)


def moved(before, after):
    return movements(before, after, since=SINCE, on=ON)


def groups(before, after):
    found = moved(before, after).groups
    return {one.heading: [(row.key, words) for row, words in one.rows] for one in found}


@pytest.mark.parametrize(
    ("was", "now", "heading", "words"),
    [
        ("amber", "green", "Turned Green", "from Amber to Green: Why"),
        ("not_assessed", "green", "Turned Green", "from not yet assessed to Green: Why"),
        ("not_for_force", "green", "Turned Green", "from not for this force to Green: Why"),
        ("red", "amber", "Improved", "from Red to Amber: Why"),
        ("green", "red", "Slipped", "from Green to Red: Why"),
        ("amber", "not_for_force", "Otherwise changed", "from Amber to not for this force: Why"),
        ("not_assessed", "red", "Rated for the first time", "from not yet assessed to Red: Why"),
    ],
)
def test_each_move_of_a_rating_stands_under_its_heading_with_its_reason(was, now, heading, words):
    found = groups([make_entry(1, was)], [make_entry(1, now, reason="Why")])
    assert found == {heading: [(1, words)]}


def test_what_stayed_is_no_movement():
    same = [make_entry(1, "red"), make_entry(2, "not_assessed")]
    assert groups(same, same) == {}
    assert moved(same, same).words == ""


def test_what_was_not_there_before_is_rated_for_the_first_time():
    assert groups([], [make_entry(1, "amber")]) == {"Rated for the first time": [(1, "Amber")]}
    assert groups([], [make_entry(1, "not_assessed")]) == {}


def test_what_was_put_off_twice_is_one_recommendation_in_the_count():
    slips = (Slip(parse("May 2026"), parse("July 2026"), ""),) * 2
    (group,) = moved([make_entry(1, "red")], [make_entry(1, "red", slips=slips)]).groups
    assert group.in_words == "2 times, 1 recommendation"
    (group,) = moved([make_entry(1, "red")], [make_entry(1, "red", slips=slips[:1])]).groups
    assert group.in_words == "1"


def test_each_time_that_a_day_was_put_off_since_is_told_with_its_reason():
    first = Slip(parse("May 2026"), parse("July 2026"), "")
    second = Slip(parse("July 2026"), parse("December 2026"), "No van.")
    third = Slip(parse("December 2026"), parse("March 2027"), "")
    before, after = make_entry(1, "amber", slips=(first,)), (first, second, third)
    assert groups([before], [make_entry(1, "amber", slips=after)]) == {
        "Put off": [
            (1, "from July 2026 to December 2026: No van."),
            (1, "from December 2026 to March 2027, without a reason recorded"),
        ]
    }


def test_owners_and_days_that_went_are_told():
    before = make_entry(1, "amber", owner="Head of Cows", expected_on=parse("March 2027"))
    after = make_entry(1, "amber", owner="", expected_on=UNKNOWN)
    assert groups([before], [after]) == {
        "Without a date that it had": [(1, "was March 2027")],
        "In other hands": [(1, "from Head of Cows to nobody")],
    }
    assert groups([after], [before]) == {}


def test_what_became_overdue_was_not_overdue_on_the_earlier_day():
    late, long_late = parse("10 November 2026"), parse("30 October 2026")
    entries = [make_entry(1, "amber", due_on=late), make_entry(2, "amber", due_on=long_late)]
    assert groups(entries, entries) == {"Became overdue": [(1, "due 10 November 2026")]}
    closed = [make_entry(1, "green", due_on=late)]
    assert groups(closed, closed) == {}


def test_counts_say_how_much_they_changed_and_the_sentence_what_moved():
    before = [make_entry(1, "red"), make_entry(2, "amber"), make_entry(3, "green")]
    after = [make_entry(1, "green"), make_entry(2, "green"), make_entry(3, "amber")]
    found = moved(before, after)
    assert found.changes == {
        Rag.RED: -1,
        Rag.AMBER: 0,
        Rag.GREEN: 1,
        Rag.NOT_FOR_THIS_FORCE: 0,
        Rag.NOT_ASSESSED: 0,
    }
    page = board(after, on=ON, stale_after=90, movements=found)
    assert page.sentence == (
        "At 24 November 2026: none Red, 1 Amber, 2 Green; "
        "since 1 November 2026, 2 turned Green, 1 slipped."
    )
    assert (Rag.GREEN, 2, 1) in page.states
    still = board(after, on=ON, stale_after=90, movements=moved(after, after))
    assert still.sentence.endswith("since 1 November 2026, no rating moved.")


def test_put_off_twice_is_an_exception_with_each_day():
    slips = (
        Slip(parse("May 2026"), parse("July 2026"), ""),
        Slip(parse("July 2026"), parse("December 2026"), ""),
    )
    entries = [make_entry(1, "amber", slips=slips), make_entry(2, "amber", slips=slips[:1])]
    found = board(entries, on=ON, stale_after=90).exceptions
    assert [(one.heading, [(row.key, words) for row, words in one.rows]) for one in found] == [
        ("Put off twice or more", [(1, "May 2026, then July 2026, then December 2026")])
    ]


@pytest.mark.parametrize(
    "closed",
    [{"closed_by_inspectorate_on": ON}, {"progress": "Closed"}, {"progress": "Superseded"}],
)
def test_nobody_is_asked_when_something_closed_will_close_or_why_it_did_not(closed):
    for date in (UNKNOWN, parse("1 May 2026")):
        entries = [make_entry(1, "amber", expected_on=date, **closed)]
        assert board(entries, on=ON, stale_after=90).exceptions == ()


def test_an_entry_says_what_its_course_left_and_which_actions_are_late():
    finding = SimpleNamespace(
        label="1",
        name="Recommendation 1",
        is_due_an_answer=True,
        subject="Fences",
        report=SimpleNamespace(slug="villages", short_title="Villages", is_listed=False),
        kind="recommendation",
        get_kind_display=lambda: "Recommendation",
        theme="",
        addressings=SimpleNamespace(all=list),
        due_on=UNKNOWN,
    )
    marks = (Mark(rag="red"), Mark(rag="amber", owner="Head of Cows", progress="in_progress"))
    rating = SimpleNamespace(pk=7, recommendation=finding)
    one = entry(rating, Course(marks), actions=Actions(3, 1, 2))
    assert (one.rag, one.before, one.owner) == (Rag.AMBER, Rag.RED, "Head of Cows")
    assert one.progress == "In progress"
    found = {one.heading: one.rows for one in board([one], on=ON, stale_after=90).exceptions}
    assert found["Actions overdue"] == ((one, "1 of 3 actions done, 2 overdue"),)
    assert one.facets["progress"] == ("in_progress", "In progress")
    assert entry(rating).rag == Rag.NOT_ASSESSED
