"""The chief officer invited, heard and replied to: section 55(4), (5)(b) and (c). Pure."""

from recommendations.partial_dates import PartialDate

from ..due import possible_last_days
from ..kinds import CommentsState, SectionKind, Voice
from ..publishing.layouts.words import sentence
from ..publishing.voices import has_comments, has_words
from .points import Gap, Item, Point, State, item

WORD_OF_NONE = "The chief officer’s word that there are no comments is"
BOTH = "The chief officer has declined to comment, and comments stand in the text"
REPLY_TO_NONE = "A reply stands in the text, and there are no comments to reply to"


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
        after = asked_for_too_late(record)
        by = f"{invited}, to comment by {comments.reply_by_on}"
        return item(Point.INVITED, f"{by}, {after}." if after else f"{by}.")
    if _is_settled(record):
        return item(Point.INVITED, f"{invited}.")
    gap = Gap("No last day was set for the chief officer’s comments", "reply_by_on")
    return item(Point.INVITED, f"{invited}, with no day set for the comments.", gap)


def asked_for_too_late(record):
    """Return in words that comments are asked for by a day after the last day to answer a
    report, the first of these where there are several; "" where that is not so, or not known.
    """
    by = record.comments.reply_by_on
    passed = [one for one in _last_days(record) if by and one[0] < by.earliest]
    if not passed:
        return ""
    last, report, deadline = min(passed, key=lambda one: one[0])
    which = f" “{report.short_title}”" if record.further_reports else ""
    at_latest = "" if deadline.last_day.is_known else " at the latest"
    return f"which is after the last day to answer{which}, {PartialDate.of(last)}{at_latest}"


def _last_days(record):
    """Yield the last day to answer each report, or the last that it may be, with both of them."""
    for report, deadline in record.deadlines:
        if possible := possible_last_days(deadline, report.published_on):
            yield possible[-1], report, deadline


def _wrong_invitation(record, on):
    """Return what is wrong with the day of the invitation, or "".

    Section 55(5) has the body publish the comments with its own.
    """
    invited, answered = record.comments.invited_on, record.published_on
    if not invited:
        return ""
    if invited.is_to_come(on=on):
        return "The day of the chief officer’s invitation is still to come"
    if before := _before_report(record, invited):
        return f"The chief officer’s invitation is dated {before}"
    if answered.is_before(invited):
        return "The chief officer’s invitation is dated after the response"
    return ""


def _before_report(record, day):
    """Return in words that `day` is before a report that is answered was published, or "".

    Section 55(4) has the chief officer comment on a report that is published, each of those
    that are answered.
    """
    early = next((one for one in record.reports if day.is_before(one.published_on)), None)
    if early is None:
        return ""
    report = f"“{early.short_title}”" if record.further_reports else "the report"
    return f"before {report} was published"


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
        gaps = _wrong_day(record, WORD_OF_NONE, answers_invitation=True)
        if has_words(record, Voice.CHIEF_OFFICER):
            gaps = (*gaps, Gap(BOTH, "comments"))
        return item(Point.COMMENTS, f"Declined on {comments.settled_on}{why}", *gaps)
    if comments.state == CommentsState.SUBMITTED:
        gaps = _wrong_day(record, "The chief officer’s comments are")
        return item(Point.COMMENTS, _received_words(record), *gaps)
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


def _received_words(record):
    """Return when the comments came. They may come unasked, and so before the invitation."""
    comments = record.comments
    words = f"Received on {comments.settled_on}"
    if comments.settled_on.is_before(comments.invited_on):
        words = f"{words}, before the invitation"
    if record.published_on.is_before(comments.settled_on):
        words = f"{words}, after the response"
    return f"{words}."


def _wrong_day(record, what, *, answers_invitation=False):
    """Return the Gaps of the day on which the comments were settled; `what` is dated then.

    What `answers_invitation` comes after it, unless there is none.
    """
    comments = record.comments
    before = _before_report(record, comments.settled_on)
    if not before and answers_invitation and comments.settled_on.is_before(comments.invited_on):
        before = "before the invitation"
    return (Gap(f"{what} dated {before}", "comments"),) if before else ()


def point_of_reply(record):
    """Whether the body replies to the comments, or says that it has nothing to reply."""
    is_written = any(one.kind == SectionKind.REPLY and one.html for one in record.sections)
    if not has_comments(record):
        words = "Not needed: there are no comments to reply to."
        if is_written:
            return item(Point.REPLY, words, Gap(REPLY_TO_NONE, "comments"))
        return Item(Point.REPLY, State.NOT_NEEDED, words)
    if is_written:
        return item(Point.REPLY, "Written.")
    if record.comments.makes_no_reply:
        return item(Point.REPLY, f"{sentence(record.body.name)} has nothing to say in reply.")
    gap = Gap("The chief officer’s comments have no reply", "makes_no_reply")
    return item(Point.REPLY, "No reply, and nothing says that there is to be none.", gap)


def _is_settled(record):
    return record.comments.state == CommentsState.DECLINED or has_comments(record)
