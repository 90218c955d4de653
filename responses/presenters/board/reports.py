"""Reports by forces: how many recommendations of each stood open in each force. Pure."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from recommendations.partial_dates import PartialDate
from recommendations.rag import OPEN, WORST_FIRST, Rag


class Report(NamedTuple):
    """A report in the table: its key, its address, its name and its day."""

    pk: int
    slug: str
    short_title: str
    published_on: PartialDate


class Column(NamedTuple):
    """A force at the head of the table, and the address of its board."""

    key: int
    name: str
    address: str


class Place(NamedTuple):
    """How many recommendations of a report stood open in a force, and the worst of all states."""

    column: Column
    open: int
    worst: Rag

    @property
    def words(self):
        worst = self.worst.in_sentence
        return f"{self.open} open, at worst {worst}" if self.open else f"none open, {worst}"

    @property
    def label(self):
        return f"{self.column.name}: {self.words}"


@dataclass(frozen=True)
class ReportRow:
    """A report with its Place in each force, None where it rates nothing of it, and all open."""

    report: Report
    places: tuple[Place | None, ...]
    open: int


@dataclass(frozen=True)
class Reports:
    """A page of reports, the newest first, by the forces that rate any of them."""

    columns: tuple[Column, ...]
    rows: tuple[ReportRow, ...]
    page: int
    is_last: bool
    is_of_one_force: bool

    @property
    def newer(self):
        return self.page - 1

    @property
    def older(self):
        return None if self.is_last else self.page + 1


def reports_by_forces(told, forces, *, page, most):
    """Return the Reports of that `page` of `told`: (Report, key of a force, state, number).

    Reports come in their order, one more than `most` where another page follows; a state is
    None where that number of ratings was not there yet.
    """
    found = defaultdict(lambda: defaultdict(Counter))
    for report, force, state, number in told:
        if state:
            found[report][force][state] += number
    shown = list(found.items())[:most]
    held = {force for _, own in shown for force in own}
    columns = tuple(_column(force) for force in forces if force.pk in held)
    rows = (_row(report, own, columns) for report, own in shown)
    return Reports(
        columns,
        tuple(rows),
        page,
        is_last=len(found) <= most,
        is_of_one_force=len(forces) == 1,
    )


def _column(force):
    return Column(force.pk, force.short_name, reverse("board", args=[force.slug]))


def _row(report, own, columns):
    places = tuple(_place(one, own[one.key]) if one.key in own else None for one in columns)
    return ReportRow(report, places, sum(place.open for place in places if place))


def _place(column, numbers):
    worst = next(rag for rag in WORST_FIRST if numbers[rag])
    return Place(column, sum(numbers[rag] for rag in OPEN), worst)
