"""The moves of a response before and after its publication, each one transaction."""

from django.db import transaction

from ..workflow import Move
from .moving import begin, finish, require_guards


@transaction.atomic
def submit(*, response, by, now):
    """Hand the text to an approver; nobody changes it until it comes back.

    This and each other move raises MoveRefusedError where the table has no such move or a
    guard refuses it, and PermissionDenied where `by`, unless None, has not its role.
    """
    return _move(Move.SUBMIT, response, by, now)


@transaction.atomic
def take_back(*, response, by, now):
    """Take a submitted response back, to write on."""
    return _move(Move.TAKE_BACK, response, by, now)


@transaction.atomic
def return_to_editors(*, response, by, now, reason):
    """Give a response back to its editors, with the `reason` that says what to mend."""
    return _move(Move.RETURN, response, by, now, reason)


@transaction.atomic
def approve(*, response, by, now, reason="", seen=None):
    """Approve what was submitted, as it reads now; its submitter cannot.

    `reason` is why it is published with gaps in its checklist, if it has any: readers
    see it. `seen` is the hash of what the approver read (`draft_hash`), or None.
    """
    moving = begin(Move.APPROVE, response, by=by, now=now, seen=seen)
    require_guards(moving, reason=reason)
    moving.response.override_reason = reason.strip()
    return finish(moving, reason=reason)


@transaction.atomic
def open_next_draft(*, response, by, now):
    """Let the text of a published response be changed again; its publications stay."""
    moving = begin(Move.OPEN_NEXT_DRAFT, response, by=by, now=now)
    moving.response.override_reason = ""
    return finish(moving)


def _move(move, response, by, now, reason=""):
    moving = begin(move, response, by=by, now=now)
    require_guards(moving, reason=reason)
    return finish(moving, reason=reason)
