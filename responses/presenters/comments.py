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
    """Return by when `comments` are asked for, for a list."""
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
    if comments.is_changed_since:
        return "Received by the office, and changed since"
    return {
        CommentsState.DRAFT: "Not sent",
        CommentsState.SUBMITTED: "Received by the office",
        CommentsState.DECLINED: "The chief officer does not comment",
    }[comments.state]


def state_for_force(comments):
    """Return how `comments` stand and who can read them, as their writers are told."""
    is_open = comments.response.status in OPEN
    if comments.state == CommentsState.DRAFT and is_open:
        return "Being written. Only your force reads them until you send them."
    stands = stands_words(comments, "Received by the office") or "Not sent."
    if comments.is_changed_since:
        stands = f"{stands} What you wrote since is not sent, and only your force reads it."
    elif comments.is_unsent and is_open:
        stands = (
            f"{stands} What is written below is not sent, and only your force reads it. To comment "
            "after all, send it."
        )
    if is_open:
        return stands
    state = comments.response.get_status_display()
    return f"{stands} The state of the office’s response is “{state}”, so they stay as they are."


def state_for_office(comments):
    """Return how `comments` stand, as the body that waits for them is told."""
    is_open = comments.response.status in OPEN
    if comments.state == CommentsState.DRAFT:
        to_come = "Nothing is sent yet. You can read the comments once the force sends them."
        return to_come if is_open else "The force has sent none."
    stands = stands_words(comments)
    if is_open and comments.is_said_by_force:
        stands = f"{stands} Only the force can change what it said, or the day of it."
    if comments.is_changed_since:
        return f"{stands} The force has changed them since, and has not sent the change."
    return stands


def stands_words(comments, received="Received"):
    """Return what came of `comments`, and when, as a sentence; "" where nothing did."""
    if comments.state == CommentsState.DRAFT:
        return ""
    day = _day(comments.settled_on)
    if comments.state == CommentsState.SUBMITTED:
        return f"{received} on {day}."
    by = ", as the office recorded" if comments.is_declined_by_office else ""
    return f"Declined on {day}{by}: {comments.why_none}"


def _day(day):
    return PartialDate.of(day).words
