"""What moved on a force's ratings between two days. Pure.

What is compared is what the board could have seen at the end of each day.
"""

import datetime
from collections import Counter
from dataclasses import dataclass

from recommendations import rag
from recommendations.rag import Rag

from .entries import Entry, Group, that_hold_any


@dataclass(frozen=True)
class Movements:
    """What moved after the day `since`: in a few words, by kind, and how each count changed.

    `changes` has how many more, or fewer, stand in each state.
    """

    since: datetime.date
    words: str
    groups: tuple[Group, ...]
    changes: dict[Rag, int]


@dataclass(frozen=True)
class Pair:
    """A finding as it stood on two days; `before` is None where it was not rated yet."""

    before: Entry | None
    after: Entry

    @property
    def direction(self):
        """How its state moved, or "" where it stayed."""
        state = self.before.rag if self.before else Rag.NOT_ASSESSED
        return "" if state == self.after.rag else rag.direction(state, self.after.rag)

    @property
    def slips(self):
        """The times that its expected day was put off since."""
        return self.after.slips[len(self.before.slips) if self.before else 0 :]

    @property
    def is_turned_green(self):
        """Whether it is newly Green, its first rating included."""
        return self.after.rag == Rag.GREEN and self.direction != ""


def movements(before, after, *, since, on, matches=lambda entry, day: True):
    """Return the Movements from the entries `before`, of the day `since`, to `after`, of `on`.

    Both are London dates. What `matches` on either of the days has its movement told, and is
    counted on the day on which it does.
    """
    left = [one for one in before if matches(one, since)]
    now = [one for one in after if matches(one, on)]
    keys = {one.key for one in (*left, *now)}
    known = {one.key: one for one in before}
    pairs = [Pair(known.get(one.key), one) for one in after if one.key in keys]
    number = rag.counts(one.rag for one in now)
    was = rag.counts(one.rag for one in left)
    return Movements(
        since=since,
        words=_in_words(pairs),
        groups=that_hold_any(_groups(pairs, since, on)),
        changes={state: number[state] - was[state] for state in Rag},
    )


def _in_words(pairs):
    """Return such words as "3 turned Green, 1 slipped"."""
    number = Counter(_word(pair) for pair in pairs)
    order = ("turned Green", "improved", "slipped", "rated for the first time", "changed otherwise")
    return ", ".join(f"{number[word]} {word}" for word in order if number[word])


def _word(pair):
    if pair.is_turned_green:
        return "turned Green"
    words = {"first rating": "rated for the first time", "changed": "changed otherwise"}
    return words.get(pair.direction, pair.direction)


def _groups(pairs, since, on):
    yield "Turned Green", [(one.after, _moved(one)) for one in pairs if one.is_turned_green]
    for heading, direction in DIRECTIONS:
        moved = (one for one in pairs if one.direction == direction and not one.is_turned_green)
        yield heading, [(one.after, _moved(one)) for one in moved]
    yield "Put off", [(one.after, _put_off(slip)) for one in pairs for slip in one.slips]
    yield (
        "Without a date that it had",
        [(one.after, _undated(one)) for one in pairs if _undated(one)],
    )
    yield "In other hands", [(one.after, _handed(one)) for one in pairs if _handed(one)]
    late = (one for one in pairs if _became_late(one, since, on))
    yield "Became overdue", [(one.after, ", ".join(one.after.passed(on))) for one in late]


DIRECTIONS = (
    ("Improved", "improved"),
    ("Slipped", "slipped"),
    ("Otherwise changed", "changed"),
    ("Rated for the first time", "first rating"),
)


def _moved(pair):
    was = f"from {pair.before.rag.in_sentence} to " if pair.before else ""
    words = f"{was}{pair.after.rag.in_sentence}"
    return f"{words}: {pair.after.reason}" if pair.after.reason else words


def _put_off(slip):
    words = f"from {slip.before.words} to {slip.after.words}"
    return f"{words}: {slip.reason}" if slip.reason else f"{words}, without a reason recorded"


def _undated(pair):
    if pair.before and pair.after.is_open and pair.before.expected_on.is_known:
        return "" if pair.after.expected_on.is_known else f"was {pair.before.expected_on.words}"
    return ""


def _handed(pair):
    if not (pair.before and pair.before.owner) or pair.before.owner == pair.after.owner:
        return ""
    return f"from {pair.before.owner} to {pair.after.owner or 'nobody'}"


def _became_late(pair, since, on):
    was_late = pair.before is not None and pair.before.is_overdue(since)
    return pair.after.is_overdue(on) and not was_late
