"""What changed from one version to the next, as a page tells it. Pure."""

from dataclasses import dataclass

from ..publishing.changes import Change, Changes, How
from ..publishing.layouts.words import count

HEADINGS = {
    "ratings": "Ratings",
    "answers": "Answers",
    "sections": "Text",
    "findings": "Recommendations as this response gives them",
    "facts": "Other facts",
    "unseen": "Not shown on the pages of the response",
}
NOUNS = {
    "ratings": "rating",
    "answers": "answer",
    "sections": "section",
    "findings": "recommendation",
    "facts": "other fact",
}
VERBS = {
    How.MOVED: "moved",
    How.CHANGED: "changed",
    How.ADDED: "added",
    How.REMOVED: "removed",
}
NEW_DETAILS = "with new details"


@dataclass(frozen=True)
class Item:
    """A Change and the address of its place, in the version that holds it."""

    change: Change
    url: str


@dataclass(frozen=True)
class Group:
    """A part of the page: `key` is its address there."""

    key: str
    heading: str
    items: tuple[Item, ...]


def groups(changes: Changes, *, here: str, earlier: str):
    """Return the parts of the page that have something to tell, in order.

    `here` and `earlier` are the addresses of the two versions.
    """
    return tuple(
        Group(key, heading, tuple(_item(one, here, earlier) for one in getattr(changes, key)))
        for key, heading in HEADINGS.items()
        if getattr(changes, key)
    )


def summary(changes: Changes):
    """Return such (words, key of their group) as ("2 ratings moved", "ratings"), in order."""
    return tuple(
        (f"{count(number, noun)} {_verb(key, how)}", key)
        for key, noun in NOUNS.items()
        for how in VERBS
        if (number := sum(one.how == how for one in getattr(changes, key)))
    )


def _verb(key, how):
    """A rating that did not move is not a changed rating: only what is said of it is."""
    return NEW_DETAILS if (key, how) == ("ratings", How.CHANGED) else VERBS[how]


def _item(change, here, earlier):
    version = earlier if change.how == How.REMOVED else here
    return Item(change, f"{version}#{change.anchor}" if change.anchor else version)
