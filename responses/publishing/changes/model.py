"""What a comparison of two Records consists of. Pure."""

from dataclasses import dataclass, fields
from enum import StrEnum

from recommendations.rag import Rag
from recommendations.rich_diff import Difference


class How(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Detail:
    """One part of a thing that differs; `label` is blank where the thing's name says it.

    `is_seen` is whether it shows on the pages of a response.
    """

    label: str
    difference: Difference
    is_seen: bool = True


@dataclass(frozen=True)
class Change:
    """A thing that was added, removed, moved or changed.

    `anchor` is its place in the version that holds it: the earlier one for what was
    removed. `rags` are the ratings from which and to which one moved.
    """

    how: How
    name: str
    anchor: str = ""
    details: tuple[Detail, ...] = ()
    note: str = ""
    rags: tuple[Rag, Rag] | None = None


@dataclass(frozen=True)
class Changes:
    """All that changed, by what it is; `unseen` is what shows on no page of a response."""

    ratings: tuple[Change, ...] = ()
    answers: tuple[Change, ...] = ()
    sections: tuple[Change, ...] = ()
    findings: tuple[Change, ...] = ()
    facts: tuple[Change, ...] = ()
    unseen: tuple[Change, ...] = ()

    @property
    def are_seen(self):
        """Whether readers see any of it on the pages of the response."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "unseen")
