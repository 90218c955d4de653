"""The chief officer's comments in words: what is asked of the force, and how they stand. Pure."""

from recommendations.partial_dates import PartialDate

from ..due import left_words
from ..kinds import CommentsState
from ..workflow import OPEN


def asked_words(response):
    """Return whether, when and by when the chief officer was asked to comment, as a sentence."""
    invited = response.invited_on and f"Invited on {_day(response.invited_on)}"
    by = response.reply_by_on and _day(response.reply_by_on)
    if invited and by:
        return f"{invited}, to comment by {by}."
    if by:
        return f"Comments are asked for by {by}."
    if invited:
        return f"{invited}, with no last day given."
    return "The office has recorded no invitation yet."


def by_when_words(comments):
    """Return by when `comments` are asked for, or that they are open again, for a list."""
    if comments.opened_again_on:
        return _opened_again(comments)
    if comments.response.reply_by_on:
        return f"Asked for by {_day(comments.response.reply_by_on)}"
    return "Asked for, with no last day given"


def days_to_reply(response, *, on):
    """Return "6 days left", "2 days late", or nothing where no last day is given."""
    if response.reply_by_on is None:
        return ""
    return left_words((response.reply_by_on - on).days)


def short_state(comments):
    """Return how `comments` stand, in a few words for a list."""
    return {
        CommentsState.DRAFT: "Not sent",
        CommentsState.SUBMITTED: "Received by the office",
        CommentsState.DECLINED: "The chief officer does not comment",
    }[comments.state]


def state_for_force(comments):
    """Return how `comments` stand and who can read them, as their writers are told."""
    if comments.state != CommentsState.DRAFT:
        return _settled(comments, "Received by the office")
    if comments.response.status not in OPEN:
        state = comments.response.get_status_display()
        return (
            f"Not sent. The state of the office’s response is “{state}”, so they stay as they are."
        )
    if comments.opened_again_on:
        return f"{_opened_again(comments)}. Only your force reads them until you send them."
    return "Being written. Only your force reads them until you send them."


def state_for_office(comments):
    """Return how `comments` stand, as the body that waits for them is told."""
    if comments.state != CommentsState.DRAFT:
        return _settled(comments, "Received")
    if comments.response.status not in OPEN:
        return "The force has sent none."
    if comments.opened_again_on:
        day = _day(comments.opened_again_on)
        return (
            f"They came and were opened again on {day}. You can read them once they are sent "
            "again, and until then this response cannot be submitted."
        )
    return "Nothing is sent yet. You can read the comments once the force sends them."


def _opened_again(comments):
    day = _day(comments.opened_again_on)
    return f"Opened again on {day}: the office cannot submit its response until they are sent"


def _settled(comments, received):
    day = _day(comments.settled_on)
    if comments.state == CommentsState.SUBMITTED:
        return f"{received} on {day}."
    return f"Declined on {day}: {comments.why_none}"


def _day(day):
    return PartialDate.of(day).words
