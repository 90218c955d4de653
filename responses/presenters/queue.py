"""The work queue in words: what is due, in what state, and whose turn it is. Pure."""

from forces.roles import Role
from recommendations.deadlines import SOON
from recommendations.partial_dates import PartialDate

from ..publishing.layouts.words import sentence
from ..turns import is_barred, is_yours
from ..workflow import Status

LABEL = {
    Role.EDITOR: "an editor",
    Role.LIAISON: "the force",
    Role.APPROVER: "an approver",
}
YOURS = "Your turn"
DUE_SOON = f"due in {SOON} days"


def by_due(due, *, is_withdrawn=False, is_dated=False):
    """Return the place in the queue of what is `due`: what is withdrawn first, then the latest.

    What `is_dated`, so that nothing is due, and still to be published here stands as if it were
    due today. What is not due comes last.
    """
    is_never = due.left is None and not is_dated
    return not is_withdrawn, is_never, due.left or 0


def due_words(due):
    """Return "Day 29 of 56, 27 days left", "3 days late", or nothing where nothing is due."""
    return ", ".join(words for words in (due.day_words, due.left_words) if words)


def state_words(status, *, versions, is_withdrawn=False):
    """Return "Version 1: draft", "Version 2 published"; `versions` is how many there are."""
    if status == Status.PUBLISHED:
        return f"Version {versions} {'withdrawn' if is_withdrawn else 'published'}"
    return f"Version {versions + 1}: {Status(status).label.lower()}"


def turn_words(turn, *, roles, by, submitted_by, reply_by_on=None):
    """Return whose `turn` it is and what for, as a sentence for the person `by` with `roles`."""
    what = turn.what
    if turn.role == Role.LIAISON and reply_by_on:
        what = f"{what} by {PartialDate.of(reply_by_on)}"
    whose = whose_turn(turn, roles=roles, by=by, submitted_by=submitted_by)
    if whose == YOURS:
        return f"{YOURS}: {what}."
    why = "" if whose == LABEL[turn.role] else ", as you submitted it"
    return f"{sentence(whose)}’s turn{why}: {what}."


def whose_turn(turn, *, roles, by, submitted_by):
    """Return whose `turn` it is in a word or two: "Your turn", "an editor"."""
    if is_yours(turn, roles=roles, by=by, submitted_by=submitted_by):
        return YOURS
    if turn.role in roles and is_barred(turn, by=by, submitted_by=submitted_by):
        return f"another {turn.role.label.lower()}"
    return LABEL[turn.role]


def summary(*, late, soon, yours, total):
    """Return "5 to finish: 1 late, 2 due in 14 days; it is your turn in 3." of those numbers."""
    due = ", ".join(
        f"{number} {words}" for number, words in ((late, "late"), (soon, DUE_SOON)) if number
    )
    turn = f"it is your turn in {yours if yours < total else 'all'}" if yours else ""
    if total == 1 and yours:
        turn = "it is your turn"
    rest = "; ".join(part for part in (due, turn) if part)
    return f"{total} to finish{': ' if rest else ''}{rest}."
