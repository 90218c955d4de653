"""The columns of a board's table: nine to read, as its page has them, and more for programs. Pure.

For programs each column says one thing, so that rows may be sorted and left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from recommendations.sheets.cells import printable

from ..blocks import Entry
from ..layouts.words import sentence
from ..spreadsheet.table import Column, Table

NOT_RECORDED = "Not recorded here"
TITLE = "Recommendations"


@dataclass(frozen=True)
class Read:
    """A column to read: its head, its share of the width, and the Entry of an Item."""

    head: str
    share: int
    entry: Callable


def _wording(item):
    return Entry(item.subject, lines=tuple(line for line in (item.kind, item.report) if line))


def _addressed(item):
    names = _addressees(item) or [NOT_RECORDED]
    owner = f"Owner: {item.owner or NOT_RECORDED.lower()}"
    return Entry(names[0], lines=(*names[1:], owner))


def _rating(item):
    return Entry(item.rag.words, rag=item.rag.key, lines=_if(_direction(item)))


def _expected(item):
    slips = tuple(f"Put off from {day.words}" for day in item.put_off)
    return Entry(str(item.expected_on) if item.expected_on else "No date", lines=slips)


def _reviewed(item):
    first, *more = _if(item.reviewed_on.words) + _if(sentence(item.review)) or ("",)
    return Entry(first, lines=tuple(more))


def _closure(item):
    closed = item.closed_by_inspectorate_on
    return Entry(f"Closed {closed}" if closed else "No closure recorded")


def _commentary(item):
    first, *more = _if(item.reason) + _if(item.progress) + _if(item.actions) or ("None recorded",)
    return Entry(first, lines=tuple(more))


READ = (
    Read("No.", 9, lambda item: Entry(item.label, is_strong=True)),
    Read("Recommendation", 40, _wording),
    Read("Addressed to, and owner", 30, _addressed),
    Read("Due", 22, lambda item: Entry(str(item.due_on) if item.due_on else "Not stated")),
    Read("Rating", 30, _rating),
    Read("Expected to close", 26, _expected),
    Read("Reviewed on", 22, _reviewed),
    Read("Inspectorate", 24, _closure),
    Read("Commentary", 45, _commentary),
)
HEADS = tuple(column.head for column in READ)


def _if(text):
    return (text,) if text else ()


def _addressees(item):
    return [one.words for one in item.addressed_to]


def _date(date):
    return str(date) if date else ""


def _direction(item):
    """Return such words as "Slipped, was Amber", or "" where it never moved."""
    if not item.direction:
        return ""
    was = f", was {item.before.words}" if item.before else ""
    return f"{sentence(item.direction)}{was}"


def _put_off(item):
    return "\n".join(day.words for day in item.put_off)


FOR_PROGRAMS = (
    Column("No.", 8, lambda item: item.label),
    Column("Kind", 20, lambda item: item.kind or "Recommendation"),
    Column("Recommendation", 50, lambda item: item.subject),
    Column("Report", 34, lambda item: item.report),
    Column("Addressed to", 28, lambda item: "\n".join(_addressees(item))),
    Column("Owner", 22, lambda item: item.owner),
    Column("Due", 20, lambda item: _date(item.due_on)),
    Column("RAG", 20, lambda item: item.rag.words),
    Column("Moved", 16, lambda item: sentence(item.direction)),
    Column("Was", 20, lambda item: item.before.words if item.before else ""),
    Column("Expected to close", 20, lambda item: _date(item.expected_on)),
    Column("Put off from", 20, _put_off),
    Column("Reviewed on", 20, lambda item: item.reviewed_on.words),
    Column("Review", 20, lambda item: sentence(item.review)),
    Column("Closed by the inspectorate", 20, lambda item: item.closed_by_inspectorate_on.words),
    Column("Progress", 22, lambda item: item.progress),
    Column("Actions", 24, lambda item: sentence(item.actions)),
    Column("Commentary", 50, lambda item: item.reason),
)


def table_of(record):
    """Return the Table of the items of `record`, a BoardRecord, for programs."""
    return Table(
        title=f"{TITLE}: {record.force.name}, working ratings at {record.on}",
        creator=record.body.name or record.force.name,
        sheet=f"At {record.on}",
        columns=FOR_PROGRAMS,
        rows=tuple(
            tuple(printable(column.text(item)) for column in FOR_PROGRAMS) for item in record.items
        ),
    )
