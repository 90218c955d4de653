"""What a board reads, from entries in memory: no database."""

import datetime

import pytest

from recommendations.partial_dates import UNKNOWN, parse
from recommendations.rag import Rag
from responses.presenters.board import Entry, board, review_words

ON = datetime.date(2026, 11, 24)


def make_entry(key, rag, **values):
    defaults = {
        "key": key,
        "label": str(key),
        "name": f"Recommendation {key}",
        "kind": "",
        "subject": f"Subject {key}",
        "report": "Village policing, 2026",
        "address": "",
        "addressed_to": (),
        "owner": "",
        "due_on": UNKNOWN,
        "before": None,
        "reason": "",
        "progress": "",
        "expected_on": parse("1 December 2026"),
        "reviewed_on": ON,
        "closed_by_inspectorate_on": None,
    }
    return Entry(rag=Rag(rag), **(defaults | values))


def shown(*entries):
    return board(list(entries), on=ON, stale_after=90)


def exceptions(*entries):
    return {
        group.heading: [(one.key, words) for one, words in group.rows]
        for group in shown(*entries).exceptions
    }


def test_the_sentence_is_the_one_that_a_chair_would_say():
    page = shown(make_entry(1, "red"), make_entry(2, "green"), make_entry(3, "not_for_force"))
    assert page.sentence == (
        "At 24 November 2026: 1 Red, none Amber, 1 Green, 1 not for this force."
    )
    assert [state for state, *_ in page.states][:3] == [Rag.RED, Rag.AMBER, Rag.GREEN]
    assert shown(make_entry(1, "green")).sentence.startswith("At 24 November 2026: none Red, ")
    assert (
        shown(make_entry(1, "not_assessed")).sentence == "At 24 November 2026: 1 not yet assessed."
    )
    assert shown().sentence == "At 24 November 2026: no rating is recorded."


def test_counts_hold_every_state_and_the_progress_that_there_is():
    page = shown(
        make_entry(1, "red", progress="In progress"),
        make_entry(2, "amber", progress="Awaiting allocation"),
        make_entry(3, "amber", progress="In progress"),
    )
    assert {state: number for state, number, _ in page.states} == {
        Rag.RED: 1,
        Rag.AMBER: 2,
        Rag.GREEN: 0,
        Rag.NOT_FOR_THIS_FORCE: 0,
        Rag.NOT_ASSESSED: 0,
    }
    assert page.progress == (
        ("awaiting_allocation", "Awaiting allocation", 1),
        ("in_progress", "In progress", 2),
    )


def test_open_is_what_is_red_amber_or_not_assessed():
    page = shown(*(make_entry(number, rag) for number, rag in enumerate(Rag)))
    assert [one.rag for one in page.open] == [Rag.RED, Rag.AMBER, Rag.NOT_ASSESSED]
    assert [one.rag for one in page.elsewhere] == [Rag.NOT_FOR_THIS_FORCE]


def test_exceptions_come_first_with_the_words_that_say_why():
    found = exceptions(
        make_entry(1, "red", reason="No van.", expected_on=parse("1 May 2026")),
        make_entry(2, "amber", due_on=parse("October 2026")),
        make_entry(3, "amber", expected_on=UNKNOWN),
        make_entry(4, "amber", reviewed_on=ON - datetime.timedelta(days=120)),
        make_entry(5, "green", expected_on=UNKNOWN, due_on=parse("1 May 2026")),
        make_entry(6, "not_for_force", reason="The Home Office's.", expected_on=UNKNOWN),
        make_entry(7, "not_assessed", reviewed_on=None),
        make_entry(8, "green", reviewed_on=None),
    )
    assert found == {
        "Red": [(1, "No van.")],
        "Overdue": [(1, "expected by 1 May 2026"), (2, "due October 2026")],
        "No date on which it is expected to close": [(3, "")],
        "Not reviewed lately": [(4, "stale, 120 days")],
        "Never reviewed": [(7, "")],
    }


def test_each_open_item_says_whether_it_wants_a_review():
    days_ago = [datetime.timedelta(days=days) for days in (90, 91)]
    dates = [None, *(ON - ago for ago in days_ago)]
    entries = [make_entry(n, "amber", reviewed_on=date) for n, date in enumerate(dates)]
    assert [review_words(one, on=ON, stale_after=90) for one in entries] == [
        "never reviewed",
        "",
        "stale, 91 days",
    ]


def test_a_date_is_past_only_when_its_last_possible_day_is():
    assert "Overdue" not in exceptions(make_entry(1, "amber", due_on=parse("November 2026")))
    assert "Overdue" not in exceptions(make_entry(1, "amber", due_on=parse("24 November 2026")))
    assert "Overdue" in exceptions(make_entry(1, "amber", due_on=parse("23 November 2026")))


def test_a_board_is_of_several_reports_where_what_is_rated_is_open_or_not():
    ponds, hens = make_entry(1, "red"), make_entry(2, "green", report="Hens, 2026")
    assert not shown(ponds, make_entry(3, "red")).is_of_several
    assert shown(ponds, hens).is_of_several
    assert not shown().is_of_several


@pytest.mark.parametrize(
    ("before", "rag", "words"),
    [
        (None, "not_assessed", ""),
        (None, "amber", "first rating"),
        (Rag.RED, "amber", "improved"),
        (Rag.GREEN, "amber", "slipped"),
    ],
)
def test_each_item_says_how_it_moved(before, rag, words):
    assert make_entry(1, rag, before=before).direction == words
