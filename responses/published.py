"""What the public register says: current publications of listed reports, read as Records."""

from dataclasses import dataclass

from django.db.models import Value

from forces.models import FormerForceAddress
from recommendations.models import FormerReportAddress

from .models import Publication
from .publishing.addresses_of_today import Moves, readdressed
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


def moves():
    """Return the Moves of forces and reports until now, by one query."""
    forces = FormerForceAddress.objects.values_list(Value("forces"), "slug", "leads_to__slug")
    reports = FormerReportAddress.objects.values_list(Value("reports"), "slug", "leads_to__slug")
    found = {"forces": {}, "reports": {}}
    for kind, before, now in forces.union(reports, all=True):
        found[kind][before] = now
    return Moves(**found)


def record_of(publication, moved):
    """Return the Record that `publication` holds, with the slugs of today by `moved`, Moves."""
    return readdressed(Record.from_json(publication.payload), moved)


def read(publications, moved=None):
    """Return `publications` as a list of Published, in their order, with the slugs of today.

    `moved` are the Moves until now, where they were asked for already.
    """
    rows = list(publications)
    if moved is None:
        moved = moves() if rows else Moves()
    return [Published(one, record_of(one, moved)) for one in rows]


def any_demonstration(*groups):
    """Whether any Published, report or other row of `groups` is of the demonstration."""
    things = (thing for group in groups for thing in group)
    return any(getattr(thing, "record", thing).is_demonstration for thing in things)
