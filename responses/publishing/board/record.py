"""The BoardRecord: all that a board's page of one force says as at one day, with its names. Pure.

Its canonical JSON is what a page that is frozen for the minutes keeps and hashes. A layout, and
the table for programs, read it and nothing else.
"""

from dataclasses import dataclass, replace

from recommendations.partial_dates import UNKNOWN, PartialDate

from .. import canonical
from ..record import Addressed, Body, Force, Named

SCHEMA_VERSION = 1
READABLE = (SCHEMA_VERSION,)
# What wants attention of the actions, which are known of the day itself alone.
ACTIONS_OVERDUE = "Actions overdue"


@dataclass(frozen=True)
class Count:
    """How many stood in a state, one of Rag, and how many more or fewer than on the day before.

    `change` is None where no day is compared.
    """

    state: Named
    number: int
    change: int | None = None


@dataclass(frozen=True)
class Month:
    """How many stood in each state at the end of the day `on`."""

    on: PartialDate
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Chosen:
    """What the page was asked for alone, such as "Owner" and "Head of Crime"."""

    label: str
    words: str


@dataclass(frozen=True)
class Told:
    """A finding in a Group, with the words that say why it is there, blank where it says it all."""

    name: str
    subject: str
    report: str
    words: str = ""


@dataclass(frozen=True)
class Group:
    heading: str
    rows: tuple[Told, ...]


@dataclass(frozen=True)
class Item:
    """A finding as its force stood on it.

    `kind` is blank for recommendations. `before` is the last other state and `direction` how it
    moved from there; `put_off` are the days that were expected before; `review` says whether it
    wants one; `actions` says how many are done.
    """

    label: str
    kind: str
    subject: str
    report: str
    rag: Named
    addressed_to: tuple[Addressed, ...] = ()
    owner: str = ""
    due_on: PartialDate = UNKNOWN
    before: Named | None = None
    direction: str = ""
    reason: str = ""
    progress: str = ""
    expected_on: PartialDate = UNKNOWN
    put_off: tuple[PartialDate, ...] = ()
    reviewed_on: PartialDate = UNKNOWN
    review: str = ""
    closed_by_inspectorate_on: PartialDate = UNKNOWN
    actions: str = ""


@dataclass(frozen=True)
class Unrated:
    """A report that concerns the force and of which it rates nothing."""

    title: str
    published_on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class BoardRecord:
    """What the board of `force` could see at the end of the day `on`, compared with `since`.

    `meeting` and `since_meeting` name what the board met for on these days, if it did. `body`
    holds the force to account on that day. `is_of_its_day` tells that it was made on the day
    itself: actions, and reports without a rating, are known of that alone. `items` are what is
    open, or what was asked for by its state; `has_every_state` tells which. `legend` says what
    each state means.
    """

    force: Force
    body: Body
    on: PartialDate
    sentence: str
    states: tuple[Count, ...]
    meeting: str = ""
    since: PartialDate = UNKNOWN
    since_meeting: str = ""
    is_of_its_day: bool = True
    chosen: tuple[Chosen, ...] = ()
    progress: tuple[Count, ...] = ()
    exceptions: tuple[Group, ...] = ()
    movements: tuple[Group, ...] = ()
    unrated: tuple[Unrated, ...] = ()
    months: tuple[Month, ...] = ()
    items: tuple[Item, ...] = ()
    has_every_state: bool = False
    elsewhere: tuple[Told, ...] = ()
    legend: tuple[Named, ...] = ()
    is_of_several: bool = False
    is_demonstration: bool = False
    schema_version: int = SCHEMA_VERSION

    @property
    def of_a_later_day(self):
        """The same without what is known on the day itself alone, as it can be made later."""
        exceptions = tuple(one for one in self.exceptions if one.heading != ACTIONS_OVERDUE)
        items = tuple(replace(one, actions="") for one in self.items)
        return replace(self, is_of_its_day=False, unrated=(), exceptions=exceptions, items=items)

    @property
    def sha256(self):
        """The hash of its canonical JSON."""
        return canonical.sha256(self.to_json())

    def to_json(self):
        """Return canonical JSON, so that equal records are equal text."""
        return canonical.to_json(self)

    @classmethod
    def from_json(cls, text):
        """Read what `to_json` wrote; raises ValueError for a schema that is not known."""
        return canonical.from_json(cls, text, readable=READABLE)
