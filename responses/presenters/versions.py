"""The versions of a response: which is current, which were withdrawn, where each stands. Pure."""

import datetime
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Version:
    """A version; `changes_url` says what changed in it, blank where that is not told."""

    number: int
    published_at: datetime.datetime
    url: str
    changes_url: str = ""
    withdrawn_at: datetime.datetime | None = None
    reason: str = ""

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None


@dataclass(frozen=True)
class Versions:
    """All versions of a response, the newest first, as the page of one, `this`, shows them.

    `url` is the address of the response, which shows the newest.
    """

    this: Version
    all: tuple[Version, ...]
    url: str

    @property
    def newest(self):
        return self.all[0]

    @property
    def current(self):
        """The newest version, or None where that is withdrawn: no older one takes its place."""
        return None if self.newest.is_withdrawn else self.newest

    @property
    def is_superseded(self):
        return self.this != self.newest

    @property
    def place(self):
        """The address under which the layouts of `this` stand."""
        return self.this.url if self.is_superseded else self.url


def version_url(publication, name="version"):
    """Return the address of `publication` as a version, where it stays; `name` as in urls.py."""
    names = [publication.force.slug, publication.report.slug, publication.number]
    return reverse(name, args=names)


def versions_of(publication, siblings):
    """Return the Versions of `siblings`, all publications of a response, for that of one."""
    rows = sorted(siblings, key=lambda row: row.number)
    told = {row.number for row in rows if not hasattr(row, "withdrawal")}
    versions = {row.number: _version(row, told) for row in rows}
    return Versions(
        this=versions[publication.number],
        all=tuple(reversed(versions.values())),
        url=publication.get_absolute_url(),
    )


def _version(row, told):
    """`told` are the numbers of the versions that can be read: no other is quoted in changes."""
    withdrawal = getattr(row, "withdrawal", None)
    is_told = {row.number - 1, row.number} <= told
    return Version(
        number=row.number,
        published_at=row.published_at,
        url=version_url(row),
        changes_url=version_url(row, "version_changes") if is_told else "",
        withdrawn_at=withdrawal.withdrawn_at if withdrawal else None,
        reason=withdrawal.reason if withdrawal else "",
    )
