"""What every move of a response shares: hold it, ask the table, build what it says, record it."""

import dataclasses

from django.utils import timezone
from django.utils.functional import cached_property

from forces import policies

from .. import workflow
from ..duty import check, is_before_report, is_late, is_written
from ..models import Event, Response, ResponseEvent
from ..publishing.build import build_record
from ..publishing.canonical import sha256
from ..workflow import REFUSALS, Case, Guard, Move, MoveRefusedError, holds
from .approval import approval_hash, is_as_approved
from .showing import why_not_shown

CHANGED = (
    "Nothing was done: the response has changed since you opened the page. Read it again first."
)


@dataclasses.dataclass(frozen=True)
class Moving:
    """A response that is held for a move, the move's Transition, and what the response says."""

    response: Response
    move: Move
    transition: workflow.Transition
    record: object
    by: object
    now: object

    @property
    def on(self):
        return timezone.localdate(self.now)

    @cached_property
    def checklist(self):
        return check(self.record, on=self.on)


def begin(move, response, *, by, now, seen=None):
    """Hold `response` for `move` until the transaction ends, and return it as Moving.

    `seen` is the hash of what the person read (`draft_hash`), or None. Raises
    MoveRefusedError where the table has no such move or the response is another than was
    seen, and PermissionDenied where `by`, unless None, has not the role of the move.
    """
    response = held(response)
    transition = workflow.transition(response.status, move)
    policies.require(by, frozenset({transition.role}), response.force_id)
    record = build_record(response, on=timezone.localdate(now))
    if seen is not None and seen != hash_of(record):
        raise MoveRefusedError(CHANGED)
    return Moving(response, move, transition, record, by, now)


def require_guards(moving, *, reason=""):
    """Raise MoveRefusedError with the sentence of the first guard that does not hold."""
    workflow.require_guards(moving.transition.guards, _case(moving, reason))


def finish(moving, *, reason="", of=""):
    """Give the response the state that the move leads to, and record the move.

    `of` ends what the audit says, such as " version 2".
    """
    response, transition = moving.response, moving.transition
    response.status = transition.target
    response.save()
    ResponseEvent.objects.create(
        response=response,
        move=Event(moving.move),
        words=f"{transition.event}{of}",
        status=transition.target,
        reason=reason.strip(),
        draft_sha256=approval_hash(moving.record) if moving.move == Move.APPROVE else "",
        at=moving.now,
        by=moving.by,
    )
    return response


def draft_hash(response, *, on):
    """Return the hash of what `response` would say if it were published on the day `on`."""
    return hash_of(build_record(response, on=on))


def hash_of(record):
    """Return the hash of all that `record` says: what somebody read who makes a move with it."""
    return sha256(record.to_json())


def held(response):
    """Return `response` as the database has it now, held until this transaction ends."""
    return (
        Response.objects.select_for_update(of=["self"])
        .select_related("force", "body", "report")
        .get(pk=response.pk)
    )


def why_not_now(move, response, record, *, by, now):
    """Return the sentence that keeps `by` from `move` as `response` stands, or "".

    `record` is what it says. What the page of the move asks, such as a reason, keeps nobody.
    """
    transition = workflow.transition(response.status, move)
    moving = Moving(response, move, transition, record, by, now)
    asked = {Guard.REASON, *({Guard.NO_GAPS} if move == Move.APPROVE else ())}
    case = _case(moving, response.override_reason)
    failing = (one for one in transition.guards if one not in asked and not holds(one, case))
    if refusal := next((REFUSALS[guard] for guard in failing), ""):
        return refusal
    return why_not_shown(response, on=moving.on) if move == Move.PUBLISH else ""


def lacks_late_reason(record, *, on):
    """Whether what `record` says is late as of the day `on`, and no reason for that is given."""
    return is_late(record, on=on) and not record.late_reason.strip()


def _case(moving, reason):
    """Return what the guards of the move look at; what none of them asks is not looked up."""
    record, response, guards = moving.record, moving.response, moving.transition.guards
    submitted_by = None
    if Guard.ANOTHER_PERSON in guards:
        submissions = response.events.submissions_of(response).order_by("-pk")
        submitted_by = submissions.values_list("by_id", flat=True).first()
    return Case(
        by=moving.by.pk if moving.by else None,
        submitted_by=submitted_by,
        reason=reason,
        is_written=is_written(record),
        gaps=len(moving.checklist.gaps),
        is_before_report=is_before_report(record, on=moving.on),
        is_day_to_come=record.published_on.is_to_come(on=moving.on),
        lacks_late_reason=lacks_late_reason(record, on=moving.on),
        is_as_approved=Guard.AS_APPROVED not in guards or is_as_approved(response, record),
    )
