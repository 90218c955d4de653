"""RAG, progress and assurance: the words, and what goes with some of them. Pure.

The definitions follow the City of London Police Committee's of 2019. RAG is the
body's or the force's own view; closure by the inspectorate is another thing, which
assurance holds with a day of its own.
"""

from django.db import models


class Rag(models.TextChoices):
    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"
    NOT_FOR_THIS_FORCE = "not_for_force", "Not for this force"
    NOT_ASSESSED = "not_assessed", "Not yet assessed"

    @property
    def in_sentence(self):
        """Its label within a sentence: "Red", but "not yet assessed"."""
        return self.label if self in BY_MERIT else self.label.lower()


MEANINGS = {
    Rag.RED: "past its deadline, or cannot or will not be met",
    Rag.AMBER: "in progress and expected to be met",
    Rag.GREEN: "met",
    Rag.NOT_FOR_THIS_FORCE: "addressed to another body, or depends on one",
    Rag.NOT_ASSESSED: "nobody has looked at it yet",
}

NEEDS_REASON = (Rag.RED, Rag.NOT_FOR_THIS_FORCE)
OPEN = (Rag.RED, Rag.AMBER, Rag.NOT_ASSESSED)


# From worst to best; between the other states there is no better and no worse.
BY_MERIT = (Rag.RED, Rag.AMBER, Rag.GREEN)
# From what wants most attention to what wants none.
WORST_FIRST = (Rag.RED, Rag.AMBER, Rag.NOT_ASSESSED, Rag.GREEN, Rag.NOT_FOR_THIS_FORCE)


class Progress(models.TextChoices):
    AWAITING_ALLOCATION = "awaiting_allocation", "Awaiting allocation"
    IN_PROGRESS = "in_progress", "In progress"
    PENDING_SIGN_OFF = "pending_sign_off", "Pending sign-off"
    CLOSED = "closed", "Closed"
    SUPERSEDED = "superseded", "Superseded"


class Assurance(models.TextChoices):
    """Whose word stands behind a rating; blank is nobody's yet."""

    FORCE_SAYS = "force_says", "The force says so"
    OFFICE_CHECKED = "office_checked", "The office has checked"
    INSPECTORATE_CLOSED = "inspectorate_closed", "The inspectorate has closed it"


def missing_reason(rag, reason):
    """Return the sentence that asks for a reason, or an empty string where none is missing."""
    if rag in NEEDS_REASON and not reason.strip():
        return f"Give the reason: “{Rag(rag).label}” needs one."
    return ""


def mismatched_day(assurance, assured_on):
    """Return the sentence that refuses an assurance without its day, or a day alone, or ""."""
    if assurance and not assured_on:
        return "Give the day of this assurance."
    if assured_on and not assurance:
        return "Say who gave the assurance on this day, or leave the day blank."
    return ""


def counts(rags):
    """Return how many of each state stand in `rags`, in the order of `Rag`, zeros included."""
    rags = list(rags)
    return {state: rags.count(state) for state in Rag}


def direction(before, now):
    """Return "improved" or "slipped" between two states, "changed" where neither can be said.

    `before` is None, or not yet assessed, where `now` is the first rating.
    """
    if before in (None, Rag.NOT_ASSESSED):
        return "first rating"
    if before not in BY_MERIT or now not in BY_MERIT:
        return "changed"
    return "improved" if BY_MERIT.index(now) > BY_MERIT.index(before) else "slipped"


def in_words(rags, *, order=BY_MERIT[::-1]):
    """Return such a sentence as "6 Green, 4 Amber, none Red, 6 not for this force".

    `order` is that of the states between which there is a better and a worse.
    """
    number = counts(rags)
    if number[Rag.NOT_ASSESSED] == sum(number.values()):
        return "Not yet assessed"
    parts = [f"{number[state] or 'none'} {state.label}" for state in order]
    for state in (Rag.NOT_FOR_THIS_FORCE, Rag.NOT_ASSESSED):
        if number[state]:
            parts.append(f"{number[state]} {state.in_sentence}")
    return ", ".join(parts)
