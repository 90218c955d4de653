"""How long a force's responses took, each with its sum, and how many came in time. Pure."""

from collections import Counter
from dataclasses import dataclass

from recommendations.deadlines import Outcome

from ..publishing.layouts.days import answered_words, sum_words
from ..publishing.layouts.words import count, in_a_row
from ..publishing.record import Record
from .standing import address

# Outcomes in the order in which they are told, each with its words after a number.
WORDS = {
    Outcome.IN_TIME: "in time",
    Outcome.LATE: "late",
    Outcome.NOT_KNOWN: "on days that may or may not be in time",
    Outcome.BEFORE_REPORT: "dated before the report",
    Outcome.NOT_JUDGED: "not judged",
}


@dataclass(frozen=True)
class ResponseTime:
    """A response: where it is read, what it says of its days, and how these are counted."""

    record: Record
    url: str
    answered: str
    sum: str


def response_times(records):
    """Return the ResponseTime of each of `records`, in their order."""
    return [
        ResponseTime(record, address(record), answered_words(record), sum_words(record))
        for record in records
    ]


def outcomes_in_words(records):
    """Return "Of 3 responses here: 2 in time and 1 late.", or "" where there is none.

    Nothing is averaged: an average hides how many were late, and by how much each.
    """
    number = Counter(Outcome(record.deadline.outcome) for record in records)
    told = [f"{number[outcome]} {words}" for outcome, words in WORDS.items() if number[outcome]]
    if not told:
        return ""
    return f"Of {count(len(records), 'response')} here: {in_a_row(told)}."
