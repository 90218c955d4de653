"""Whose turn it is with a response, read off the table of transitions. Pure."""

from dataclasses import dataclass

from forces.roles import Role

from .kinds import CommentsState
from .workflow import OPEN, TRANSITIONS, Case, Guard, Move, Status, holds

WHAT = {
    Move.SUBMIT: "write it, and submit it for approval",
    Move.APPROVE: "approve it, or return it",
    Move.PUBLISH: "publish it",
}
SEND = "send the chief officer’s comments"
APPROVE_AGAIN = "approve it again, as something changed since, or return it"
PUBLISH_AGAIN = "open the next draft, as readers are shown no answer"
CANNOT_PUBLISH = "it cannot be published yet. {why}"


@dataclass(frozen=True)
class Turn:
    """That a role is to move next; `bars_submitter` is whether who submitted it cannot.

    `move` is the move of the response that is made then, None where it is none of its own.
    """

    role: Role
    what: str
    bars_submitter: bool = False
    move: Move | None = None


def turns(
    status,
    *,
    awaits_comments=False,
    is_withdrawn=False,
    is_as_approved=True,
    why_not="",
):
    """Return the Turns of a response with that `status`; none once readers are shown it.

    A role has its turn where the table gives it a move that brings the response nearer to
    its publication. The force has one as well while its comments are awaited. Where the
    newest version `is_withdrawn`, a further one is to follow. What is approved and no more
    what was (not `is_as_approved`) is approved again. `why_not` is the sentence that keeps
    what is approved from readers, or "".
    """
    if status == Status.APPROVED and not is_as_approved:
        again = TRANSITIONS[status, Move.APPROVE]
        bars = Guard.ANOTHER_PERSON in again.guards
        return (Turn(again.role, APPROVE_AGAIN, bars, Move.APPROVE),)
    if status == Status.APPROVED and why_not:
        role = TRANSITIONS[status, Move.PUBLISH].role
        what = CANNOT_PUBLISH.format(why=why_not.removesuffix("."))
        return (Turn(role, what, move=Move.PUBLISH),)
    if status == Status.PUBLISHED and is_withdrawn:
        onward = TRANSITIONS[status, Move.OPEN_NEXT_DRAFT]
        return (Turn(onward.role, PUBLISH_AGAIN, move=Move.OPEN_NEXT_DRAFT),)
    onward = [
        Turn(one.role, WHAT[move], Guard.ANOTHER_PERSON in one.guards, move)
        for (source, move), one in TRANSITIONS.items()
        if source == status and _distance(one.target) < _distance(status)
    ]
    return (*onward, *([Turn(Role.LIAISON, SEND)] if awaits_comments else []))


def awaits_comments(*, status, comments_state, is_asked):
    """Whether the force is asked for comments (section 55(4)) that it can still send.

    `comments_state` is None where there is no place for them; `is_asked` is whether an
    invitation or a day for the comments is recorded.
    """
    return status in OPEN and comments_state == CommentsState.DRAFT and is_asked


def is_yours(turn, *, roles, by, submitted_by):
    """Whether the person `by`, a key, who holds `roles` in its force, is to take `turn`.

    `submitted_by` is the key of who submitted the response, or None.
    """
    return turn.role in roles and not is_barred(turn, by=by, submitted_by=submitted_by)


def is_barred(turn, *, by, submitted_by):
    """Whether the person `by` cannot take `turn` because they submitted the response."""
    case = Case(by=by, submitted_by=submitted_by)
    return turn.bars_submitter and not holds(Guard.ANOTHER_PERSON, case)


def _distance(status, seen=frozenset()):
    """Return how many moves lie between `status` and publication, the fewest that there are."""
    if status == Status.PUBLISHED:
        return 0
    seen = seen | {status}
    targets = {one.target for (source, _), one in TRANSITIONS.items() if source == status}
    return 1 + min((_distance(one, seen) for one in targets - seen), default=len(Status))
