"""What the public register says: current publications of listed reports, read as Records."""

from dataclasses import dataclass

from .models import Publication
from .publishing.record import Record


@dataclass(frozen=True)
class Published:
    """A publication and the Record that it holds."""

    publication: Publication
    record: Record


def current():
    """Return the publications that the public may see now: the latest of each response."""
    return Publication.objects.current().filter(report__is_listed=True)


def newest():
    """Return what is `current`, and what was withdrawn and has no later version."""
    shown = Publication.objects.newest_of_each().filter(report__is_listed=True)
    return shown.select_related("withdrawal")


def read(publications):
    """Return `publications` as a list of Published, in their order."""
    return [
        Published(publication, Record.from_json(publication.payload))
        for publication in publications
    ]


def any_demonstration(*groups):
    """Whether any Published, report or other row of `groups` is of the demonstration."""
    things = (thing for group in groups for thing in group)
    return any(getattr(thing, "record", thing).is_demonstration for thing in things)
