"""The chief officer's comments: submitted to the body, declined, opened again, or left as sent."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies
from recommendations.reviews import NOT_COME, too_early

from ..kinds import CommentsState
from ..models import ChiefOfficerComments, Event, ResponseEvent
from ..publishing.canonical import sha256
from ..workflow import OPEN, MoveRefusedError
from .moving import held

CLOSED = "The state of the response is “{state}”, so the comments stay as they are."
SETTLED = "The state of the comments is “{state}” already."
NOTHING = "Write the comments first, or say that there are none."
NEVER_SENT = "No comments were sent before, so there is nothing to leave as it was sent."
WRITTEN_ON = (
    "The force has changed the comments since they were opened again, and the time for them is not "
    "over: only the force can send them."
)
NO_REASON = "Say why, or how the chief officer said so."
CHANGED = (
    "Nothing was sent: somebody else of your force changed the comments since you opened the "
    "page. Read them again first."
)


def why_not_settle(comments):
    """Return the sentence that refuses to settle `comments` as they stand, or ""."""
    return _why_not(comments, {CommentsState.DRAFT})


def why_not_send(comments):
    """Return the sentence that refuses to submit `comments` as they stand, or ""."""
    return why_not_settle(comments) or ("" if comments.text else NOTHING)


def why_not_reopen(comments):
    """Return the sentence that refuses to open `comments` again as they stand, or ""."""
    return _why_not(comments, {CommentsState.SUBMITTED, CommentsState.DECLINED})


def why_not_leave(comments):
    """Return the sentence that refuses to leave `comments` as they were sent, or ""."""
    if refusal := why_not_settle(comments):
        return refusal
    if comments.opened_again_on is None:
        return NEVER_SENT
    by = comments.response.reply_by_on
    is_over = by is None or by < timezone.localdate()
    return "" if is_over or comments.as_sent() else WRITTEN_ON


def roles_to_reopen(comments):
    """Return the roles that may open `comments` again.

    That the chief officer declines is the force's alone to take back once readers were shown it.
    """
    is_declined = comments.state == CommentsState.DECLINED
    is_shown = is_declined and comments.response.publications.exists()
    return policies.WRITE_COMMENTS if is_shown else policies.SETTLE_COMMENTS


def roles_to_decline(comments):
    """Return the roles that may record that there are none in place of `comments`.

    What was sent, and readers may have been shown, is the force's alone to take back.
    """
    is_open_again = comments.opened_again_on is not None
    return policies.WRITE_COMMENTS if is_open_again else policies.SETTLE_COMMENTS


def _why_not(comments, states):
    if comments.response.status not in OPEN:
        return CLOSED.format(state=comments.response.get_status_display())
    if comments.state not in states:
        return SETTLED.format(state=comments.get_state_display())
    return ""


def comments_hash(comments):
    """Return the hash of what `comments` say."""
    return sha256(comments.text)


@transaction.atomic
def submit_comments(*, comments, by, now, seen=None, settled_on=None):
    """Send the comments to the local policing body, which can read them from now on.

    Section 55(5)(b). `seen` is the hash of what the person read (`comments_hash`), or
    None; `settled_on` the day (a London date) on which they came by other means, or None
    for the day of `now`. Raises ValidationError where nothing is written, and at `settled_on`
    for a day to come or before the first of the reports; MoveRefusedError where they are
    settled already or changed since, or the response is with an approver or published; and
    PermissionDenied where `by`, unless None, does not write for the chief officer.
    """
    comments = _open_for(comments, by, policies.WRITE_COMMENTS, why_not_settle)
    if seen is not None and seen != comments_hash(comments):
        raise MoveRefusedError(CHANGED)
    if refusal := why_not_send(comments):
        raise ValidationError({"text": refusal})
    _settle(comments, CommentsState.SUBMITTED, settled_on, now)
    return _record(comments, "Comments of the chief officer submitted", by, now)


@transaction.atomic
def decline_comments(*, comments, by, now, why, settled_on=None):
    """Record that the chief officer does not comment, and why. Raises as `submit_comments`.

    An editor may record it too, for a chief officer who said so by other means, but not in
    place of comments that were sent (`roles_to_decline`). What the force has written stays its
    own: nobody else reads it. Without a reason, or with one too long, the ValidationError is at
    `why_none`.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS, why_not_settle)
    policies.require(by, roles_to_decline(comments), comments.response.force_id)
    comments.why_none = why.strip()
    if not comments.why_none:
        raise ValidationError({"why_none": NO_REASON})
    comments.clean_fields(exclude={"settled_on"})
    _settle(comments, CommentsState.DECLINED, settled_on, now)
    return _record(comments, "Comments of the chief officer declined", by, now)


@transaction.atomic
def reopen_comments(*, comments, by, now):
    """Let the chief officer write on, or comment after all; the body then reads nothing of it.

    Until comments that were sent are settled again, the body cannot hand in its response: else
    the next version would drop what readers were shown, and say that none came. Where the chief
    officer declined, none had come, and they keep nobody. Raises as `submit_comments`.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS, why_not_reopen)
    policies.require(by, roles_to_reopen(comments), comments.response.force_id)
    was_sent = comments.state == CommentsState.SUBMITTED
    comments.state, comments.settled_on, comments.why_none = CommentsState.DRAFT, None, ""
    comments.opened_again_on = timezone.localdate(now) if was_sent else None
    return _record(comments, "Comments of the chief officer opened again", by, now)


@transaction.atomic
def leave_comments_as_sent(*, comments, by, now):
    """Give comments that were opened again back to the body, of the day on which they came.

    An editor may do it too. Where the force has changed them since, it is for when the time for
    them is over, so that nobody holds a publication up: what was changed stays in their history.
    Raises as `submit_comments`.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS, why_not_leave)
    sent = comments.last_sent()
    comments.text, comments.settled_on = sent.text, sent.settled_on
    comments.state, comments.opened_again_on = CommentsState.SUBMITTED, None
    return _record(comments, "Comments of the chief officer left as they were sent", by, now)


def _open_for(comments, by, roles, why_not):
    """Return `comments` held, with their response, for what `why_not` lets any of `roles` do."""
    policies.require(by, roles, comments.response.force_id)
    held(comments.response)
    now = ChiefOfficerComments.objects.select_for_update(of=["self"]).select_related("response")
    comments = now.get(pk=comments.pk)
    if refusal := why_not(comments):
        raise MoveRefusedError(refusal)
    return comments


def _settle(comments, state, day, now):
    today = timezone.localdate(now)
    day = day or today
    if refusal := NOT_COME if day > today else _before_reports(comments.response, day, today):
        raise ValidationError({"settled_on": refusal})
    comments.state, comments.settled_on, comments.opened_again_on = state, day, None


def _before_reports(response, day, today):
    """Return the sentence that refuses `day` where none of the reports was out then, or "".

    Before some of them alone it is a gap of the checklist, as that of the invitation is.
    """
    reports = response.reports()
    early = [too_early(day, published=one.published_on, on=today) for one in reports]
    return early[0] if all(early) else ""


def _record(comments, words, by, now):
    comments.save()
    ResponseEvent.objects.create(
        response=comments.response,
        move=Event.COMMENTS,
        words=words,
        status=comments.response.status,
        reason=comments.why_none,
        at=now,
        by=by,
    )
    return comments
