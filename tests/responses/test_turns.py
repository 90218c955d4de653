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


def test_what_changed_since_its_approval_is_approved_again_by_another_than_who_submitted():
    (turn,) = turns(Status.APPROVED, is_as_approved=False)
    assert (turn.role, turn.move) == (Role.APPROVER, Move.APPROVE)
    assert turn.what == "approve it again, as something changed since, or return it"
    assert is_barred(turn, by=1, submitted_by=1)
    assert turns(Status.SUBMITTED, is_as_approved=False) == turns(Status.SUBMITTED)


def test_what_cannot_be_published_yet_says_why_and_is_still_an_approvers():
    (turn,) = turns(Status.APPROVED, why_not="“X” is not on the public register yet.")
    assert (turn.role, turn.move) == (Role.APPROVER, Move.PUBLISH)
    assert turn.what == "it cannot be published yet. “X” is not on the public register yet"
    (changed,) = turns(Status.APPROVED, is_as_approved=False, why_not="Off the register.")
    assert changed.move == Move.APPROVE
    assert turns(Status.SUBMITTED, why_not="Off the register.") == turns(Status.SUBMITTED)


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
