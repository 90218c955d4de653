"""What a governance board reads of a force: the sentence, the exceptions, the open items. Pure."""

import datetime
from collections import Counter
from dataclasses import dataclass

from recommendations import freshness, rag
from recommendations.partial_dates import PartialDate
from recommendations.rag import Assurance, Progress, Rag

from ..publishing.layouts.words import sentence
from ..publishing.record import Addressed


@dataclass(frozen=True)
class Entry:
    """One finding as its force stands on it; `before` is the last other state, or None."""

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

    @property
    def is_open(self):
        return self.rag in rag.OPEN

    @property
    def direction(self):
        """How it moved to where it stands, or "" where it never did."""
        if self.before is None and self.rag == Rag.NOT_ASSESSED:
            return ""
        return rag.direction(self.before, self.rag)


@dataclass(frozen=True)
class Exceptions:
    """What wants the board's eye: a heading, and each entry with the words that say why."""

    heading: str
    rows: tuple[tuple[Entry, str], ...]


@dataclass(frozen=True)
class Board:
    """What one force's board reads; `open` says with each entry whether it wants a review.

    `is_of_several` is whether the entries are of more than one report.
    """

    sentence: str
    states: tuple[tuple[Rag, int], ...]
    progress: tuple[tuple[str, int], ...]
    exceptions: tuple[Exceptions, ...]
    open: tuple[tuple[Entry, str], ...]
    elsewhere: tuple[Entry, ...]
    is_of_several: bool
    is_empty: bool


def entry(rating):
    """Return the Entry of `rating`, which was read `with_state_before`."""
    finding = rating.recommendation
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
        owner=rating.owner,
        due_on=finding.due_on,
        rag=Rag(rating.rag),
        before=Rag(rating.state_before) if rating.state_before else None,
        reason=rating.reason,
        progress=rating.get_progress_display(),
        expected_on=rating.expected_on,
        reviewed_on=rating.reviewed_on,
        closed_by_inspectorate_on=(
            rating.assured_on if rating.assurance == Assurance.INSPECTORATE_CLOSED else None
        ),
    )


def worst_first_in_words(rags):
    """Return "2 Red, 5 Amber, 9 Green": the worst first, as a chair would ask."""
    return sentence(_counts(rags))


def _counts(rags):
    rags = list(rags)
    if not rags:
        return "no rating is recorded"
    words = rag.in_words(rags, order=rag.BY_MERIT)
    return words[:1].lower() + words[1:]


def board(entries, *, on, stale_after):
    """Return the Board of `entries` as of the day `on` (a London date).

    `stale_after` is how many days a rating may go without a review.
    """
    open_ones = [
        (one, freshness.in_words(one, on=on, after=stale_after)) for one in entries if one.is_open
    ]
    number = rag.counts(one.rag for one in entries)
    return Board(
        sentence=f"At {PartialDate.of(on)}: {_counts(one.rag for one in entries)}.",
        states=tuple(number.items()),
        progress=_progress(entries),
        exceptions=tuple(one for one in _exceptions(open_ones, on) if one.rows),
        open=tuple(open_ones),
        elsewhere=tuple(one for one in entries if one.rag == Rag.NOT_FOR_THIS_FORCE),
        is_of_several=len({one.report for one in entries}) > 1,
        is_empty=not entries,
    )


def _progress(entries):
    number = Counter(one.progress for one in entries if one.progress)
    return tuple((label, number[label]) for label in Progress.labels if number[label])


def _exceptions(open_ones, on):
    entries = [one for one, _ in open_ones]
    red = tuple((one, one.reason) for one in entries if one.rag == Rag.RED)
    yield Exceptions("Red", red)
    yield Exceptions("Overdue", tuple(_overdue(entries, on)))
    undated = (one for one in entries if not one.expected_on.is_known)
    yield Exceptions("No date on which it is expected to close", tuple((o, "") for o in undated))
    unreviewed = [(one, words) for one, words in open_ones if words]
    stale = (row for row in unreviewed if row[0].reviewed_on)
    yield Exceptions("Not reviewed lately", tuple(stale))
    # The heading says it all; the same two words in each row would only lengthen the list.
    never = ((one, "") for one, _ in unreviewed if not one.reviewed_on)
    yield Exceptions("Never reviewed", tuple(never))


def _overdue(entries, on):
    for one in entries:
        past = [
            f"{words} {date.words}"
            for words, date in (("due", one.due_on), ("expected by", one.expected_on))
            if date.is_known and date.latest < on
        ]
        if past:
            yield one, ", ".join(past)
