"""The chief officer's comments: submitted to the body, declined, or opened again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies

from ..kinds import CommentsState
from ..models import ResponseEvent
from ..workflow import OPEN, MoveRefusedError
from .moving import held

CLOSED = "The state of the response is “{state}”, so the comments stay as they are."
SETTLED = "The state of the comments is “{state}” already."
NOTHING = "Write the comments first, or say that there are none."


@transaction.atomic
def submit_comments(*, comments, by, now):
    """Send the comments to the local policing body, which can read them from now on.

    Section 55(5)(b). Raises ValidationError where nothing is written, MoveRefusedError
    where they are settled already or the response is with an approver or published, and
    PermissionDenied where `by`, unless None, does not write for the chief officer.
    """
    comments = _open_for(comments, by, policies.WRITE_COMMENTS)
    _require(comments, CommentsState.DRAFT)
    if not comments.text:
        raise ValidationError({"text": NOTHING})
    return _settle(
        comments, CommentsState.SUBMITTED, "Comments of the chief officer submitted", by, now
    )


@transaction.atomic
def decline_comments(*, comments, by, now, why):
    """Record that the chief officer does not comment, and why. Raises as `submit_comments`.

    An editor may record it too, for a chief officer who said so by other means.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS)
    _require(comments, CommentsState.DRAFT)
    if not why.strip():
        raise ValidationError({"why": "Say why, or how the chief officer said so."})
    comments.why_none = why.strip()
    return _settle(
        comments, CommentsState.DECLINED, "Comments of the chief officer declined", by, now
    )


@transaction.atomic
def reopen_comments(*, comments, by, now):
    """Let the chief officer write on, or comment after all; the body then reads nothing of it.

    Raises as `submit_comments`.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS)
    _require(comments, CommentsState.SUBMITTED, CommentsState.DECLINED)
    comments.state, comments.settled_on, comments.why_none = CommentsState.DRAFT, None, ""
    return _record(comments, "Comments of the chief officer opened again", by, now)


def _open_for(comments, by, roles):
    """Return `comments` held with their response, if that is open and `by` has any of `roles`."""
    policies.require(by, roles, comments.response.force_id)
    response = held(comments.response)
    if response.status not in OPEN:
        raise MoveRefusedError(CLOSED.format(state=response.get_status_display()))
    comments.refresh_from_db()
    return comments


def _require(comments, *states):
    if comments.state not in states:
        raise MoveRefusedError(SETTLED.format(state=comments.get_state_display()))


def _settle(comments, state, words, by, now):
    comments.state, comments.settled_on = state, timezone.localdate(now)
    return _record(comments, words, by, now)


def _record(comments, words, by, now):
    comments.save()
    ResponseEvent.objects.create(
        response=comments.response,
        move="comments",
        words=words,
        status=comments.response.status,
        reason=comments.why_none,
        at=now,
        by=by,
    )
    return comments
