"""What became of a list of things: each that was added, removed, moved or changed. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from .details import details, told
from .model import Change, How


@dataclass(frozen=True)
class Listing:
    """How the items of one list are spoken of.

    `name` and `anchor` are functions of an item; `shown` are the fields that are told of an
    item that was added or removed; `compare` returns the Details of an item before and after.
    """

    name: Callable
    anchor: Callable
    shown: tuple[str, ...]
    compare: Callable = details


def item_changes(matched, listing):
    """Yield a Change for each item of a Match that did not stay as it was, the removed last."""
    previous = None
    for old, new, is_moved in matched.pairs:
        change = _change(listing, old, new, _place(listing, previous) if is_moved else "")
        if change:
            yield change
        previous = new
    for item in matched.removed:
        yield _whole(listing, item, How.REMOVED)


def _change(listing, old, new, note):
    if old is None:
        return _whole(listing, new, How.ADDED)
    found = listing.compare(old, new)
    if not found and not note:
        return None
    is_changed = any(detail.is_seen for detail in found)
    how = How.MOVED if note and not is_changed else How.CHANGED
    return Change(how, listing.name(new), listing.anchor(new), found, note)


def _whole(listing, item, how):
    found = told(item, listing.shown, is_added=how == How.ADDED)
    return Change(how, listing.name(item), listing.anchor(item), found)


def _place(listing, previous):
    if previous is None:
        return "It now comes first."
    return f"It now comes after “{listing.name(previous)}”."
