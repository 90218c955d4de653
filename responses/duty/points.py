"""What the checklist of section 55 is made of. Pure."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models

from recommendations.partial_dates import PartialDate


class Point(models.TextChoices):
    """What the checklist goes through, each with the subsection that asks for it."""

    INVITED = "invited", "Chief officer invited to comment, section 55(4)"
    COMMENTS = "comments", "Comments of the chief officer, section 55(5)(b)"
    WRITTEN = "written", "Comments of the local policing body, section 55(5)(a)"
    EXPLAINED = "explained", "Each recommendation explained, section 55(5B)"
    REPLY = "reply", "Reply to the chief officer’s comments, section 55(5)(c)"
    IN_TIME = "in_time", "Within 56 days, section 55(5A)"
    PUBLISHED = "published", "Published, section 55(5)"
    INSPECTORATE = "inspectorate", "Copy to the inspectorate, section 55(6)"
    HOME_SECRETARY = "home_secretary", "Copy to the Home Secretary, section 55(6)"


class State(models.TextChoices):
    DONE = "done", "Done"
    GAP = "gap", "Gap"
    LATE = "late", "Late"
    NOT_RECEIVED = "not_received", "Not received"
    NOT_KNOWN = "not_known", "Not known"
    TO_COME = "to_come", "To come"
    NOT_NEEDED = "not_needed", "Not needed"


@dataclass(frozen=True)
class Gap:
    """What is missing, and the field that mends it; `finding` is the one that it is about."""

    words: str
    field: str
    finding: object = None


@dataclass(frozen=True)
class Item:
    """How a response stands to a point; `lines` say it of each of several reports.

    `title` is what the point is called here, where that is not what the Act calls it.
    """

    point: Point
    state: State
    words: str
    gaps: tuple[Gap, ...] = ()
    lines: tuple[str, ...] = ()
    title: str = ""

    @property
    def label(self):
        return self.title or self.point.label


def item(point, words, *gaps):
    return Item(point, State.GAP if gaps else State.DONE, words, gaps)


@dataclass(frozen=True)
class Copy:
    """The copy that counts for a recipient: of which version, and on which day it went."""

    version: int
    sent_on: PartialDate


@dataclass(frozen=True)
class Here:
    """What came of a response on this register: the copies by Recipient, and what is shown.

    `version` is the number that the record has here, or would have; `newest` is that of the
    newest version, 0 where there is none; `withdrawn_on` is the day on which it was
    withdrawn, if it was.
    """

    version: int = 1
    newest: int = 0
    withdrawn_on: datetime.date | None = None
    copies: Mapping[str, Copy] = field(default_factory=dict)


@dataclass(frozen=True)
class Checklist:
    """The points in order. `why_not` says why section 55 does not run; then a gap is only what
    approval refuses by any rule."""

    items: tuple[Item, ...]
    why_not: str = ""

    @property
    def gaps(self):
        """What stands in the way of publication unless a reason is given."""
        return tuple(gap for item in self.items for gap in item.gaps)
