"""Which entries of a board are asked for. Pure."""

import datetime
from dataclasses import dataclass, field

from django.db import models

from recommendations.rag import Rag

# What an entry can be asked for by, besides the day on which it is due.
FACETS = ("report", "kind", "rag", "progress", "owner", "theme")
# Those of which the counts are over all entries: each leads to all that it counts.
BY_STATE = ("rag", "progress")
SOON = datetime.timedelta(days=90)


class Due(models.TextChoices):
    """When an entry is due: overdue as what wants attention is, else by the report's date."""

    OVERDUE = "overdue", "Overdue"
    SOON = "soon", "In the next 90 days"
    LATER = "later", "Later"
    SETTLED = "settled", "Past, and settled"
    NONE = "none", "No date given"


@dataclass(frozen=True)
class Filters:
    """What is asked for: by name of FACETS the value that an entry must have, and its Due."""

    facets: dict[str, str] = field(default_factory=dict)
    due: str = ""

    def __bool__(self):
        return bool(self.facets or self.due)

    @property
    def states(self):
        """The states that what is asked for can have: all, or the one of its RAG."""
        asked = self.facets.get("rag")
        return tuple(rag for rag in Rag if rag.value == asked) or tuple(Rag)

    @property
    def ask_for_states(self):
        """Whether entries are asked for by where they stand, and not what is open alone."""
        return self.due == Due.SETTLED or not self.facets.keys().isdisjoint(BY_STATE)

    def matches(self, entry, *, on):
        """Whether `entry` is asked for, on a page of the day `on`."""
        if self.due and due_of(entry, on=on) != self.due:
            return False
        return all(entry.facets[name][0] == value for name, value in self.facets.items())


EVERYTHING = Filters()


def due_of(entry, *, on):
    """Return the Due of `entry` on the day `on`."""
    if entry.is_overdue(on):
        return Due.OVERDUE
    if not entry.due_on.is_known:
        return Due.NONE
    if entry.due_on.latest < on:
        return Due.SETTLED
    return Due.SOON if entry.due_on.latest <= on + SOON else Due.LATER


def options(entries):
    """Return by name of FACETS the (value, label) pairs that there are among `entries`.

    Reports, the newest first, and kinds come as the entries do; the others by their labels.
    """
    found = {name: dict(entry.facets[name] for entry in entries) for name in FACETS}
    for name in ("owner", "theme"):
        found[name] = dict(sorted(found[name].items()))
    return {name: [pair for pair in own.items() if pair[0]] for name, own in found.items()}
