"""One finding as its force stood on it. Pure."""

import datetime
from dataclasses import dataclass, field

from django.utils.text import slugify

from recommendations import rag, standing_words
from recommendations.courses import Course, Slip
from recommendations.partial_dates import PartialDate
from recommendations.rag import Assurance, Progress, Rag

from ...publishing.layouts.words import count, times_of
from ...publishing.record import Addressed

ROWS_AMONG_OTHERS = 10


@dataclass(frozen=True)
class Actions:
    """How many actions there are under a rating, how many are done, and how many are overdue.

    What they are is for the office and the force.
    """

    number: int
    done: int
    overdue: int

    @property
    def words(self):
        """Such words as "1 of 3 actions done, 2 overdue"."""
        late = f", {self.overdue} overdue" if self.overdue else ""
        return f"{self.done} of {count(self.number, 'action')} done{late}"


@dataclass(frozen=True)
class Entry:
    """One finding as its force stood on it; `before` is the last other state, or None.

    `slips` are the times that its expected day was put off, from the first on. `actions` are
    those of today: None where there are none, and on a page of an earlier day. `facets` are
    what it can be asked for by: by name a value, as addresses have it, and its words.
    """

    key: int
    label: str
    name: str
    kind: str
    subject: str
    report: str
    address: str
    addressed_to: tuple[Addressed, ...]
    owner: str
    due_on: PartialDate
    rag: Rag
    before: Rag | None
    reason: str
    progress: str
    expected_on: PartialDate
    reviewed_on: datetime.date | None
    closed_by_inspectorate_on: datetime.date | None
    slips: tuple[Slip, ...] = ()
    actions: Actions | None = None
    facets: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_open(self):
        return self.rag in rag.OPEN

    @property
    def is_worked_on(self):
        """Whether it is open, and nobody has said that it is closed or superseded."""
        is_closed = self.closed_by_inspectorate_on or self.progress in SETTLED
        return self.is_open and not is_closed

    @property
    def wants_a_date(self):
        """Whether it is worked on, and no day is expected."""
        return self.is_worked_on and not self.expected_on.is_known

    @property
    def direction(self):
        """How it moved to where it stands, or "" where it never did."""
        if self.before is None and self.rag == Rag.NOT_ASSESSED:
            return ""
        return rag.direction(self.before, self.rag)

    def passed(self, on):
        """Return the days that were over on the day `on`, as words: empty where none was."""
        dates = (("due", self.due_on), ("expected by", self.expected_on))
        return [f"{words} {date.words}" for words, date in dates if _is_over(date, on)]

    def is_overdue(self, on):
        """Whether it was worked on, and its last possible day was over, on the day `on`."""
        return self.is_worked_on and bool(self.passed(on))


SETTLED = (Progress.CLOSED.label, Progress.SUPERSEDED.label)


def _is_over(date, on):
    return date.is_known and date.latest < on


def entry(rating, course=None, actions=None):
    """Return the Entry of `rating`, an Assessment, where `course` leaves it, with its Actions.

    Without a course nothing was recorded of it.
    """
    course = course or Course()
    finding, last = rating.recommendation, course.last
    is_closed = last.assurance == Assurance.INSPECTORATE_CLOSED
    return Entry(
        key=rating.pk,
        label=finding.label or finding.ref,
        name=finding.name,
        kind="" if finding.is_due_an_answer else finding.get_kind_display(),
        subject=finding.subject,
        report=finding.report.short_title,
        address=finding.get_absolute_url() if finding.report.is_listed else "",
        addressed_to=tuple(
            Addressed(one.addressee.name, one.force.name if one.force else "", one.is_inferred)
            for one in finding.addressings.all()
        ),
        owner=last.owner,
        due_on=finding.due_on,
        rag=Rag(last.rag),
        before=course.state_before,
        reason=last.reason,
        progress=standing_words.in_words("progress", last.progress),
        expected_on=last.expected_on,
        reviewed_on=last.true_on,
        closed_by_inspectorate_on=last.assured_on if is_closed else None,
        slips=course.slips,
        actions=actions,
        facets=_facets(finding, last),
    )


def _facets(finding, last):
    words = standing_words.in_words
    return {
        "report": (finding.report.slug, finding.report.short_title),
        "kind": (finding.kind, finding.get_kind_display()),
        "rag": (last.rag, words("rag", last.rag)),
        "progress": (last.progress, words("progress", last.progress)),
        "owner": (last.owner, last.owner),
        "theme": (finding.theme, finding.theme),
    }


@dataclass(frozen=True)
class Group:
    """A heading, and the entries that it holds, each with the words that say why.

    `key` is how an address asks for this group alone.
    """

    heading: str
    rows: tuple[tuple[Entry, str], ...]

    @property
    def key(self):
        return slugify(self.heading)

    @property
    def in_words(self):
        """How many rows it has; of a thing that happened to one more than once, of how many."""
        number = len({entry.key for entry, _ in self.rows})
        return times_of(len(self.rows), number) or str(number)

    @property
    def first(self):
        """The rows that stand on a page of other things too."""
        return self.rows[:ROWS_AMONG_OTHERS]


def that_hold_any(groups):
    """Return a Group of each (heading, rows) that has rows."""
    made = (Group(heading, tuple(rows)) for heading, rows in groups)
    return tuple(group for group in made if group.rows)
