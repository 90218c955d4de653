"""An action of a force or its office on a recommendation: how far it is, in words. Pure."""

from .partial_dates import PartialDate


def is_overdue(due_on, done_on, *, on):
    """Whether an action was to be done before `on`, and is not."""
    return done_on is None and due_on is not None and due_on < on


def in_words(due_on, done_on, *, on):
    """Return such words as "done on 1 May 2026", "overdue since 1 May 2026" or "no date"."""
    if done_on:
        return f"done on {PartialDate.of(done_on)}"
    if due_on is None:
        return "no date"
    words = "overdue since" if is_overdue(due_on, done_on, on=on) else "due on"
    return f"{words} {PartialDate.of(due_on)}"
