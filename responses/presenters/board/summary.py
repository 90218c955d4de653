"""What a governance board reads of a force: the sentence, the exceptions, the open items. Pure."""

from collections import Counter
from dataclasses import dataclass

from django.utils.functional import cached_property

from recommendations import rag
from recommendations.partial_dates import PartialDate
from recommendations.rag import Progress, Rag

from .entries import Entry, Group
from .exceptions import exceptions
from .filters import EVERYTHING
from .movements import Movements


@dataclass(frozen=True)
class Board:
    """What one force's board reads.

    `states` has the number in each state that was asked for, and how much it changed where
    `movements` say so; `progress` has each progress as addresses have it, its words and how many
    have it.
    """

    sentence: str
    states: tuple[tuple[Rag, int, int | None], ...]
    progress: tuple[tuple[str, str, int], ...]
    exceptions: tuple[Group, ...]
    movements: Movements | None
    entries: tuple[Entry, ...]

    @cached_property
    def open(self):
        return [one for one in self.entries if one.is_open]

    @cached_property
    def elsewhere(self):
        return [one for one in self.entries if one.rag == Rag.NOT_FOR_THIS_FORCE]

    @cached_property
    def is_of_several(self):
        """Whether the entries are of more than one report."""
        return len({one.report for one in self.entries}) > 1

    @cached_property
    def groups(self):
        """The exceptions and the movements by their keys."""
        groups = (*self.exceptions, *(self.movements.groups if self.movements else ()))
        return {group.key: group for group in groups}


def standing_words(rags, on, filters=EVERYTHING):
    """Return "At 30 April 2026: none Red, 5 Amber, 9 Green", the worst first as a chair asks.

    Of what `filters` leave it says so, and names no state that they exclude.
    """
    rags = list(rags)
    chosen = ", of what was chosen" if filters else ""
    words = _counted(rags, filters) if rags else "none" if filters else "no rating is recorded"
    return f"At {PartialDate.of(on)}{chosen}: {words}"


def _counted(rags, filters):
    state = rags[0]
    if len(filters.states) > 1 and {*rags} != {Rag.NOT_ASSESSED}:
        return rag.in_words(rags, order=rag.BY_MERIT)
    return f"{len(rags)} {state.in_sentence}"


def board(entries, *, on, stale_after, movements=None, filters=EVERYTHING):
    """Return the Board of `entries`, which `filters` leave, as of the day `on` (a London date).

    `stale_after` is how many days a rating may go without a review; `movements` are those from
    an earlier day, or None.
    """
    changes = movements.changes if movements else {}
    number = rag.counts(one.rag for one in entries)
    return Board(
        sentence=_sentence(entries, on, movements, filters),
        states=tuple((state, number[state], changes.get(state)) for state in filters.states),
        progress=_progress(entries),
        exceptions=exceptions(entries, on=on, stale_after=stale_after),
        movements=movements,
        entries=tuple(entries),
    )


def _sentence(entries, on, movements, filters):
    stands = standing_words((one.rag for one in entries), on, filters)
    if not movements:
        return f"{stands}."
    words = movements.words or "no rating moved"
    return f"{stands}; since {PartialDate.of(movements.since)}, {words}."


def _progress(entries):
    number = Counter(one.progress for one in entries if one.progress)
    return tuple((key, label, number[label]) for key, label in Progress.choices if number[label])
