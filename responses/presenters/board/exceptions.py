"""What wants a board's eye before all else. Pure."""

from recommendations import freshness
from recommendations.rag import Rag

from ...publishing.board.record import ACTIONS_OVERDUE
from .entries import that_hold_any

# How often a day may be put off before a board should ask.
OFTEN = 2


def exceptions(entries, *, on, stale_after):
    """Return the Groups of the open `entries` that want attention on the day `on`.

    `stale_after` is how many days a rating may go without a review.
    """
    return that_hold_any(_groups([one for one in entries if one.is_open], on, stale_after))


def review_words(entry, *, on, stale_after):
    """Return "never reviewed", such words as "stale, 91 days", or "" where it was reviewed."""
    return freshness.in_words(entry, on=on, after=stale_after)


def _groups(entries, on, stale_after):
    yield "Red", [(one, one.reason) for one in entries if one.rag == Rag.RED]
    overdue = [one for one in entries if one.is_overdue(on)]
    yield "Overdue", [(one, ", ".join(one.passed(on))) for one in overdue]
    put_off = [one for one in entries if len(one.slips) >= OFTEN]
    yield "Put off twice or more", [(one, _slips(one.slips)) for one in put_off]
    undated = [one for one in entries if one.wants_a_date]
    yield "No date on which it is expected to close", [(one, "") for one in undated]
    late = [one for one in entries if one.actions and one.actions.overdue]
    yield ACTIONS_OVERDUE, [(one, one.actions.words) for one in late]
    words = [(one, review_words(one, on=on, stale_after=stale_after)) for one in entries]
    unreviewed = [row for row in words if row[1]]
    yield "Not reviewed lately", [row for row in unreviewed if row[0].reviewed_on]
    # The heading says it all; the same two words in each row would only lengthen the list.
    yield "Never reviewed", [(one, "") for one, _ in unreviewed if not one.reviewed_on]


def _slips(slips):
    days = [slips[0].before, *(slip.after for slip in slips)]
    return ", then ".join(day.words for day in days)
