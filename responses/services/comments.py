"""The chief officer's comments: submitted to the body, or declined. What was said stands until
whoever said it says something else.
"""

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

CLOSED = (
    "The state of the response is “{state}”, so the comments stay as they are. The office can take "
    "its response back, or open the next draft of one that is published."
)
SENT_ALREADY = (
    "The office has the comments already as they stand. To give them another day, give that day."
)
NOTHING = "Write the comments first, or say that there are none."
NO_REASON = "Say why, or how the chief officer said so."
IS_DECLINED = "The same is recorded already."
OF_THE_FORCE = (
    "The force has said what stands here, so only the force can replace it: by comments, or by the "
    "word that there are none."
)
NOT_DECLINED = "No word stands here, or no more, that the chief officer does not comment."
NOT_CHANGED = "The comments are as they were sent."
OVERTAKEN = (
    "Nothing was done: somebody else has changed this since you opened the page. Read it again "
    "first."
)


def why_not_write(comments):
    """Return the sentence that refuses any change of `comments` as they stand, or ""."""
    response = comments.response
    return "" if response.status in OPEN else CLOSED.format(state=response.get_status_display())


def why_not_send(comments):
    """Return the sentence that refuses to submit `comments` as they stand, or ""."""
    return why_not_write(comments) or ("" if comments.text else NOTHING)


def why_not_take_back(comments):
    """Return the sentence that refuses to take back that there are none, or ""."""
    is_declined = comments.state == CommentsState.DECLINED
    return why_not_write(comments) or ("" if is_declined else NOT_DECLINED)


def why_not_put_back(comments):
    """Return the sentence that refuses to give up what was written since the sending, or ""."""
    return why_not_write(comments) or ("" if comments.is_changed_since else NOT_CHANGED)


def roles_to_replace(comments):
    """Return the roles that may record that there are none, or take that back: the body's too,
    while the force has said nothing itself.
    """
    is_said = comments.is_said_by_force
    return policies.WRITE_COMMENTS if is_said else policies.SETTLE_COMMENTS


def comments_hash(comments):
    """Return the hash of what `comments` say, and of what stands: what the force itself sees."""
    return sha256(comments.text + standing_hash(comments))


def standing_hash(comments):
    """Return the hash of what stands of `comments`, whatever is being written."""
    return sha256(repr((*_as_declined(comments), comments.sent_text)))


@transaction.atomic
def submit_comments(*, comments, by, now, seen=None, settled_on=None):
    """Send the comments to the local policing body, in place of what was said before.

    Section 55(5)(b). `seen` is the hash of what the person read (`comments_hash`), or None;
    `settled_on` the day (a London date) on which they came by other means, or None for the day of
    `now`. What was sent before can be given another day so. Raises ValidationError where nothing
    is written, and at `settled_on` for a day to come or before the first of the reports;
    MoveRefusedError where the same was sent already, they were changed since, or the response is
    with an approver or published; and PermissionDenied where `by`, unless None, does not write
    for the chief officer.
    """
    comments = _open_for(comments, by, policies.WRITE_COMMENTS, why_not_write)
    if not comments.text:
        raise ValidationError({"text": NOTHING})
    is_again = comments.state == CommentsState.SUBMITTED
    if is_again and not comments.is_changed_since and settled_on in (None, comments.settled_on):
        raise MoveRefusedError(SENT_ALREADY)
    _refuse_unseen(seen, comments_hash(comments))
    _settle(comments, CommentsState.SUBMITTED, settled_on, now)
    comments.sent_text, comments.why_none = comments.text, ""
    comments.is_declined_by_office = False
    words = "Comments of the chief officer submitted"
    return _record(comments, f"{words} again" if is_again else words, by, now)


@transaction.atomic
def decline_comments(*, comments, by, now, why, seen=None, settled_on=None):
    """Record that the chief officer does not comment, and why. Raises as `submit_comments`.

    `seen` is the hash of what stood as the person read it (`standing_hash`), or None. An editor
    may record it too, for a chief officer who said so by other means, while the force has said
    nothing itself (`roles_to_replace`). What the force has written stays its own: nobody
    else reads it. Without a reason, or with one too long, the ValidationError is at `why_none`.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS, why_not_write)
    is_by_office = _refuse_to_replace(comments, by)
    stood, before = standing_hash(comments), _as_declined(comments)
    if why.strip() == comments.why_none:  # The same, and so of the same day.
        settled_on = settled_on or comments.settled_on
    comments.why_none = why.strip()
    if not comments.why_none:
        raise ValidationError({"why_none": NO_REASON})
    comments.clean_fields(exclude=_all_but(comments, "why_none"))
    _settle(comments, CommentsState.DECLINED, settled_on, now)
    comments.sent_text, comments.is_declined_by_office = "", is_by_office
    if before == _as_declined(comments):
        raise MoveRefusedError(IS_DECLINED)
    _refuse_unseen(seen, stood)
    return _record(comments, "Comments of the chief officer declined", by, now)


@transaction.atomic
def take_back_decline(*, comments, by, now, seen=None):
    """Take back that there are none: the force is asked as before. Raises as `submit_comments`.

    `seen` is the hash of what stood as the person read it (`standing_hash`), or None. What the
    force said itself, an editor does not take back.
    """
    comments = _open_for(comments, by, policies.SETTLE_COMMENTS, why_not_take_back)
    _refuse_to_replace(comments, by)
    _refuse_unseen(seen, standing_hash(comments))
    comments.state, comments.settled_on, comments.why_none = CommentsState.DRAFT, None, ""
    comments.is_declined_by_office = False
    return _record(comments, "Taken back that the chief officer does not comment", by, now)


@transaction.atomic
def put_back_what_was_sent(*, comments, by, now, seen=None):
    """Give up what the force wrote since it sent the comments; it stays in their history.

    The office, which never read it, is told nothing: their history is the force's alone.
    `seen` is the hash of what the person read (`comments_hash`), or None. Raises as
    `submit_comments`.
    """
    comments = _open_for(comments, by, policies.WRITE_COMMENTS, why_not_put_back)
    _refuse_unseen(seen, comments_hash(comments))
    comments.text = comments.sent_text
    comments.save()
    return comments


def _open_for(comments, by, roles, why_not):
    """Return `comments` held, with their response, for what `why_not` lets any of `roles` do."""
    policies.require(by, roles, comments.response.force_id)
    held(comments.response)
    now = ChiefOfficerComments.objects.select_for_update(of=["self"]).select_related("response")
    comments = now.get(pk=comments.pk)
    if refusal := why_not(comments):
        raise MoveRefusedError(refusal)
    return comments


def _refuse_to_replace(comments, by):
    """Refuse `by`, who does not write for the force, what the force said; return whether it is not
    the force that speaks.
    """
    is_by_office = not _writes(by, comments)
    if is_by_office and comments.is_said_by_force:
        raise MoveRefusedError(OF_THE_FORCE)
    return is_by_office


def _all_but(row, name):
    return {field.name for field in row._meta.fields} - {name}


def _refuse_unseen(seen, stands):
    if seen is not None and seen != stands:
        raise MoveRefusedError(OVERTAKEN)


def _as_declined(comments):
    said = (comments.state, comments.why_none, comments.settled_on)
    return (*said, comments.is_declined_by_office)


def _writes(by, comments):
    """Whether `by` writes for the chief officer, as the system itself may."""
    rights = policies.Rights(by) if by else None
    return rights is None or rights.may(policies.WRITE_COMMENTS, comments.response.force_id)


def _settle(comments, state, day, now):
    today = timezone.localdate(now)
    day = day or today
    if refusal := NOT_COME if day > today else _before_reports(comments.response, day, today):
        raise ValidationError({"settled_on": refusal})
    comments.state, comments.settled_on = state, day


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
