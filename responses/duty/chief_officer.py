"""The chief officer invited, heard and replied to: section 55(4), (5)(b) and (c). Pure."""

from ..kinds import CommentsState, SectionKind
from ..publishing.layouts.words import sentence
from .points import Gap, Item, Point, State, item
from .voices import has_comments


def point_of_invitation(record, on):
    """Whether the chief officer was invited, on a day that can be, and until when to comment."""
    comments = record.comments
    if wrong := _wrong_invitation(record, on):
        gap = Gap(wrong, "invited_on")
        return item(Point.INVITED, f"Invited on {comments.invited_on}.", gap)
    if not comments.invited_on:
        if _is_settled(record):
            return item(Point.INVITED, "No invitation is recorded, and none is needed any more.")
        gap = Gap("The chief officer was not invited, or the day is not recorded", "invited_on")
        return item(Point.INVITED, "No invitation is recorded.", gap)
    invited = f"Invited on {comments.invited_on}"
    if comments.reply_by_on:
        after = asked_for_too_late(comments.reply_by_on, record.deadline.last_day)
        by = f"{invited}, to comment by {comments.reply_by_on}"
        return item(Point.INVITED, f"{by}, {after}." if after else f"{by}.")
    if _is_settled(record):
        return item(Point.INVITED, f"{invited}.")
    gap = Gap("No last day was set for the chief officer’s comments", "reply_by_on")
    return item(Point.INVITED, f"{invited}, with no day set for the comments.", gap)


def asked_for_too_late(reply_by, last_day):
    """Return in words that comments asked for by `reply_by` come after the last day to answer,
    or "" where they do not or it is not known; both are PartialDates.
    """
    is_later = last_day.is_before(reply_by)
    return f"which is after the last day to answer, {last_day}" if is_later else ""


def _wrong_invitation(record, on):
    """Return what is wrong with the day of the invitation, or "".

    Section 55(4) has the chief officer comment on a report that is published, each of those
    that are answered, and (5) has the body publish these comments with its own.
    """
    invited, answered = record.comments.invited_on, record.published_on
    if not invited:
        return ""
    if invited.earliest > on:
        return "The day of the chief officer’s invitation is still to come"
    if early := next((one for one in record.reports if invited.is_before(one.published_on)), None):
        report = f"“{early.short_title}”" if record.further_reports else "the report"
        return f"The chief officer’s invitation is dated before {report} was published"
    if answered.is_before(invited):
        return "The chief officer’s invitation is dated after the response"
    return ""


def _time_is_over(record, on):
    """Whether the chief officer was given a time for the comments that is over.

    It is over when the body answers, or on the day `on`, after the last day that it set.
    """
    comments, answered = record.comments, record.published_on
    if not (comments.invited_on and comments.reply_by_on) or _wrong_invitation(record, on):
        return False
    return comments.reply_by_on.latest < (answered.latest if answered.is_known else on)


def comments_to_come(record, *, on):
    """Whether comments are still awaited on the day `on`, by a last day that has not passed."""
    by = record.comments.reply_by_on
    return bool(by) and on <= by.latest and not _is_settled(record)


def point_of_comments(record, on):
    """Whether the comments came, were declined, or did not come in the time given for them."""
    comments = record.comments
    if comments.state == CommentsState.DECLINED:
        why = f": {comments.why_none}" if comments.why_none else "."
        return item(Point.COMMENTS, f"Declined on {comments.settled_on}{why}")
    if comments.state == CommentsState.SUBMITTED:
        late = ", after the response" if record.published_on.is_before(comments.settled_on) else ""
        return item(Point.COMMENTS, f"Received on {comments.settled_on}{late}.")
    if comments.state == CommentsState.DRAFT:
        gap = Gap("The chief officer’s comments were opened again, and are not sent", "comments")
        return item(Point.COMMENTS, "Opened again by or for the force, and not sent yet.", gap)
    if has_comments(record):
        return item(Point.COMMENTS, "Received: they stand in the text, in the chief’s own voice.")
    by = comments.reply_by_on
    if _time_is_over(record, on):
        words = f"Not received; they were asked for by {by}."
        return Item(Point.COMMENTS, State.NOT_RECEIVED, words)
    is_to_come = comments_to_come(record, on=on)
    words = f"Not received yet; they are asked for by {by}." if is_to_come else "Not received."
    gap = Gap("The chief officer’s comments are neither received nor declined", "comments")
    return item(Point.COMMENTS, words, gap)


def point_of_reply(record):
    """Whether the body replies to the comments, or says that it has nothing to reply."""
    if not has_comments(record):
        return Item(Point.REPLY, State.NOT_NEEDED, "Not needed: there are no comments to reply to.")
    if any(one.kind == SectionKind.REPLY and one.html for one in record.sections):
        return item(Point.REPLY, "Written.")
    if record.comments.makes_no_reply:
        return item(Point.REPLY, f"{sentence(record.body.name)} has nothing to say in reply.")
    gap = Gap("The chief officer’s comments have no reply", "makes_no_reply")
    return item(Point.REPLY, "No reply, and nothing says that there is to be none.", gap)


def _is_settled(record):
    return record.comments.state == CommentsState.DECLINED or has_comments(record)
