"""Whose turn it is: every state, with and without comments that are awaited."""

import pytest

from forces.roles import Role
from responses.kinds import CommentsState
from responses.turns import awaits_comments, is_barred, is_yours, turns
from responses.workflow import OPEN, Move, Status

ROLE = {
    Status.DRAFT: Role.EDITOR,
    Status.RETURNED: Role.EDITOR,
    Status.SUBMITTED: Role.APPROVER,
    Status.APPROVED: Role.APPROVER,
}


@pytest.mark.parametrize("status", Status)
def test_the_next_move_is_that_of_the_role_that_brings_it_nearer_to_publication(status):
    expected = [ROLE[status]] if status in ROLE else []
    assert [turn.role for turn in turns(status)] == expected


def test_each_says_what_is_to_be_done():
    said = {status: [turn.what for turn in turns(status)] for status in Status}
    assert said[Status.DRAFT] == said[Status.RETURNED] == ["write it, and submit it for approval"]
    assert said[Status.SUBMITTED] == ["approve it, or return it"]
    assert said[Status.APPROVED] == ["publish it"]


def test_an_editor_publishes_again_what_is_withdrawn_and_nobody_what_is_shown():
    (turn,) = turns(Status.PUBLISHED, is_withdrawn=True)
    assert (turn.role, turn.move) == (Role.EDITOR, Move.OPEN_NEXT_DRAFT)
    assert turns(Status.PUBLISHED) == ()
    assert turns(Status.DRAFT, is_withdrawn=True) == turns(Status.DRAFT)


def test_the_force_has_its_turn_beside_the_editor_while_comments_are_awaited():
    assert [turn.role for turn in turns(Status.DRAFT, awaits_comments=True)] == [
        Role.EDITOR,
        Role.LIAISON,
    ]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("state", [*CommentsState, None])
@pytest.mark.parametrize("is_asked", [True, False])
def test_comments_are_awaited_only_while_they_can_still_be_sent(status, state, is_asked):
    expected = is_asked and state == "draft" and status in OPEN
    found = awaits_comments(status=status, comments_state=state, is_asked=is_asked)
    assert found is expected


def test_who_submitted_it_cannot_approve_it_but_can_publish_it():
    (approve,), (publish,) = turns(Status.SUBMITTED), turns(Status.APPROVED)
    roles = {Role.APPROVER}
    assert is_yours(approve, roles=roles, by=1, submitted_by=2)
    assert not is_yours(approve, roles=roles, by=1, submitted_by=1)
    assert is_barred(approve, by=1, submitted_by=1)
    assert is_yours(publish, roles=roles, by=1, submitted_by=1)
    assert is_yours(approve, roles=roles, by=1, submitted_by=None)


def test_a_turn_of_another_role_is_not_yours():
    (submit,) = turns(Status.DRAFT)
    assert not is_yours(submit, roles={Role.APPROVER, Role.LIAISON}, by=1, submitted_by=None)
