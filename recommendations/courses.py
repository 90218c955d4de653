"""The course of a rating: the entries of its history, and where it stood at a moment. Pure.

What could be seen at a moment is what was recorded before it, whatever day an entry is true of:
what was entered today about last month was not there last month.
"""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from .partial_dates import UNKNOWN, PartialDate
from .rag import Rag


class Mark(NamedTuple):
    """One entry of a rating's history: what was recorded, true of which day, and when."""

    rag: str = Rag.NOT_ASSESSED
    reason: str = ""
    progress: str = ""
    owner: str = ""
    expected_on: PartialDate = UNKNOWN
    assurance: str = ""
    assured_on: datetime.date | None = None
    true_on: datetime.date | None = None
    recorded_at: datetime.datetime | None = None


# Where a rating stands of which nothing is recorded yet.
BLANK = Mark()


@dataclass(frozen=True)
class Slip:
    """That the day on which it is expected to close was put off, and the reason then given."""

    before: PartialDate
    after: PartialDate
    reason: str


@dataclass(frozen=True)
class Course:
    """The entries of one rating, in the order in which they were recorded."""

    marks: tuple[Mark, ...] = ()

    def before(self, moment):
        """Return the course as it was just before `moment`."""
        return Course(tuple(mark for mark in self.marks if mark.recorded_at < moment))

    def states_before(self, moments):
        """Return the state in which it stood just before each of `moments`, the earliest first."""
        states, number, state = [], 0, BLANK.rag
        for moment in moments:
            while number < len(self.marks) and self.marks[number].recorded_at < moment:
                state = self.marks[number].rag
                number += 1
            states.append(Rag(state))
        return states

    @property
    def last(self):
        """The last entry; `BLANK` where there is none."""
        return self.marks[-1] if self.marks else BLANK

    @property
    def state_before(self):
        """The last other state than where it stands, or None: not yet assessed is no state."""
        others = (mark.rag for mark in reversed(self.marks) if mark.rag != self.last.rag)
        return next((Rag(rag) for rag in others if rag != Rag.NOT_ASSESSED), None)

    @property
    def slips(self):
        """Each time that the expected day was put off, against the last day that was known."""
        found, known = [], UNKNOWN
        for mark in self.marks:
            if known.is_before(mark.expected_on):
                found.append(Slip(known, mark.expected_on, mark.reason))
            known = mark.expected_on if mark.expected_on.is_known else known
        return tuple(found)
