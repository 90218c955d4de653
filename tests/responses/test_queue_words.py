"""The words of the work queue: whose turn, in what state, and how much there is."""

import datetime

import pytest

from forces.roles import Role
from responses.due import Due
from responses.presenters.queue import (
    by_due,
    due_words,
    state_words,
    summary,
    turn_words,
    whose_turn,
)
from responses.turns import turns
from responses.workflow import Status

ME, OTHER = 1, 2


def turn(status=Status.SUBMITTED, **values):
    return turns(status, **values)[-1]


@pytest.mark.parametrize(
    ("roles", "submitted_by", "whose", "words"),
    [
        ({Role.APPROVER}, OTHER, "Your turn", "Your turn: approve it, or return it."),
        ({Role.EDITOR}, OTHER, "an approver", "An approver’s turn: approve it, or return it."),
        (
            {Role.APPROVER},
            ME,
            "another approver",
            "Another approver’s turn, as you submitted it: approve it, or return it.",
        ),
    ],
)
def test_it_says_whose_turn_it_is(roles, submitted_by, whose, words):
    asked = {"roles": roles, "by": ME, "submitted_by": submitted_by}
    assert whose_turn(turn(), **asked) == whose
    assert turn_words(turn(), **asked) == words


def test_the_force_is_told_by_when():
    asked = {"roles": {Role.EDITOR}, "by": ME, "submitted_by": None}
    sends = turn(Status.DRAFT, awaits_comments=True)
    day = datetime.date(2026, 5, 6)
    assert turn_words(sends, reply_by_on=day, **asked) == (
        "The force’s turn: send the chief officer’s comments by 6 May 2026."
    )
    assert turn_words(sends, **asked).endswith("comments.")


def test_the_latest_comes_first_and_what_is_not_due_last():
    dues = [Due(), Due(left=3), Due(left=-9), Due(left=0), Due(left=-1)]
    assert [due.left for due in sorted(dues, key=by_due)] == [-9, -1, 0, 3, None]


def test_what_is_withdrawn_comes_before_all():
    late = Due(left=-9)
    assert by_due(Due(), is_withdrawn=True) < by_due(late) < by_due(Due())


def test_what_has_its_day_and_is_not_published_yet_stands_as_if_due_today():
    assert by_due(Due(left=-1)) < by_due(Due(), is_dated=True) < by_due(Due(left=1)) < by_due(Due())


def test_the_days_are_put_together():
    assert due_words(Due(left=27, day=29)) == "Day 29 of 56, 27 days left"
    assert due_words(Due(left=-1)) == "1 day late"
    assert due_words(Due()) == ""


@pytest.mark.parametrize(
    ("status", "versions", "is_withdrawn", "words"),
    [
        (Status.DRAFT, 0, True, "Version 1: draft"),
        (Status.RETURNED, 1, False, "Version 2: returned to its editors"),
        (Status.PUBLISHED, 2, False, "Version 2 published"),
        (Status.PUBLISHED, 2, True, "Version 2 withdrawn"),
    ],
)
def test_the_state_names_the_version(status, versions, is_withdrawn, words):
    assert state_words(status, versions=versions, is_withdrawn=is_withdrawn) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1, 2, 3, 5), "5 to finish: 1 late, 2 due in 14 days; it is your turn in 3."),
        ((0, 0, 0, 2), "2 to finish."),
        ((0, 0, 2, 2), "2 to finish: it is your turn in all."),
        ((0, 1, 1, 1), "1 to finish: 1 due in 14 days; it is your turn."),
    ],
)
def test_the_sum_is_a_sentence(numbers, words):
    late, soon, yours, total = numbers
    assert summary(late=late, soon=soon, yours=yours, total=total) == words
