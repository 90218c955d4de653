"""The moves of a response before and after its publication, each one transaction."""

from django.db import transaction

from ..workflow import Move
from .moving import begin, finish, require_guards


@transaction.atomic
def submit(*, response, by, now, seen=None):
    """Hand the text to an approver; nobody changes it until it comes back.

    `seen` is, here and in each other move, the hash of what the person read
    (`draft_hash`), or None. Each raises MoveRefusedError where the table has no such
    move, a guard refuses it or the response is another than was seen, and
    PermissionDenied where `by`, unless None, has not its role.
    """
    moving = begin(Move.SUBMIT, response, by=by, now=now, seen=seen)
    require_guards(moving)
    return finish(moving)


@transaction.atomic
def take_back(*, response, by, now, seen=None):
    """Take a submitted response back, to write on."""
    return finish(begin(Move.TAKE_BACK, response, by=by, now=now, seen=seen))


@transaction.atomic
def return_to_editors(*, response, by, now, reason, seen=None):
    """Give a response back to its editors, with the `reason` that says what to mend."""
    moving = begin(Move.RETURN, response, by=by, now=now, seen=seen)
    require_guards(moving, reason=reason)
    moving.response.override_reason = ""
    return finish(moving, reason=reason)


@transaction.atomic
def approve(*, response, by, now, reason="", seen=None):
    """Approve what was submitted, as it reads now; its submitter cannot.

    `reason` is why it is published with gaps in its checklist: readers see it. Where it
    has none, there is nothing to give a reason for.
    """
    moving = begin(Move.APPROVE, response, by=by, now=now, seen=seen)
    reason = reason.strip() if moving.checklist.gaps else ""
    require_guards(moving, reason=reason)
    moving.response.override_reason = reason
    return finish(moving, reason=reason)


@transaction.atomic
def open_next_draft(*, response, by, now, seen=None):
    """Let the text of a published response be changed again; its publications stay."""
    moving = begin(Move.OPEN_NEXT_DRAFT, response, by=by, now=now, seen=seen)
    moving.response.override_reason = ""
    return finish(moving)
