"""Finds what became of each item of a list: kept, moved, removed or added. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Match:
    """`pairs` in the order of the later list, each (before, after, whether it moved).

    In a pair, None stands for before where the item was added. `removed` are items of the
    earlier list.
    """

    pairs: tuple[tuple, ...]
    removed: tuple


def match(before: Sequence, after: Sequence, *rules: Callable) -> Match:
    """Pair the items of two lists by the first of `rules` that holds for both.

    A rule gets an earlier and a later item; equal items are paired before any rule is asked.
    """
    partners = {}
    for is_same in (_equal, *rules):
        for place, item in enumerate(after):
            if place in partners:
                continue
            taken = set(partners.values())
            found = (i for i, old in enumerate(before) if i not in taken and is_same(old, item))
            partner = next(found, None)
            if partner is not None:
                partners[place] = partner
    moved = _moved([partners[place] for place in sorted(partners)])
    return Match(
        pairs=tuple(
            (before[partners[place]], item, partners[place] in moved)
            if place in partners
            else (None, item, False)
            for place, item in enumerate(after)
        ),
        removed=tuple(item for i, item in enumerate(before) if i not in partners.values()),
    )


def same(*names: str) -> Callable:
    """Return the rule that two items have the same values, none blank, in fields `names`."""

    def rule(old, new):
        values = [getattr(new, name) for name in names]
        return all(values) and values == [getattr(old, name) for name in names]

    return rule


def _equal(old, new):
    return old == new


def _moved(places):
    """Return those of `places`, now in this order, that do not stand as they stood before."""
    blocks = SequenceMatcher(None, sorted(places), places, autojunk=False).get_matching_blocks()
    stayed = {place for block in blocks for place in places[block.b : block.b + block.size]}
    return set(places) - stayed
