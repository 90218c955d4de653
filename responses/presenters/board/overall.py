"""What a board reads over several forces: counts by force, and a report's matrix. Pure."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from recommendations import rag
from recommendations.partial_dates import PartialDate
from recommendations.rag import OPEN, Rag

from ...publishing.layouts.findings import short_label
from ..standing import Cell, Column, matrix_drawn
from .summary import standing_words


@dataclass(frozen=True)
class ForceRow:
    """One force: how many ratings stood in each state, and how much each count changed.

    `numbers` has for each state its number and its change, None where nothing is compared.
    """

    force: object
    numbers: tuple[tuple[Rag, int, int | None], ...]
    total: int


@dataclass(frozen=True)
class Overall:
    """All forces: the sentence, the counts of all together, and a row for each."""

    sentence: str
    numbers: tuple[tuple[Rag, int, int | None], ...]
    rows: tuple[ForceRow, ...]


@dataclass(frozen=True)
class MatrixRow:
    """One force in a report's matrix: its name, its board, a Cell for each finding, its counts."""

    name: str
    url: str
    cells: tuple[Cell, ...]
    counts: str


@dataclass(frozen=True)
class Matrix:
    """A report's findings that any force rates, and a row for each force that rates one."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def heat_map(self):
        """The HeatMap of the same, or None where the table alone says it."""
        return matrix_drawn(self.columns, self.rows, absent="Not rated")


def overall(forces, now, before, *, on, since):
    """Return the Overall of `forces` from counts by key of force: a Counter of states each.

    `now` are those of the day `on`, `before` those of the day `since`: None, where nothing is
    compared.
    """
    rows = [_row(force, now, before) for force in forces]
    total = sum(now.values(), Counter())
    was = None if before is None else sum(before.values(), Counter())
    return Overall(_sentence(total, was, on, since), _numbers(total, was), tuple(rows))


def matrix(findings, forces, states, *, query):
    """Return the Matrix of what is rated of `findings` by any of `forces`.

    `states` are by key of force and of finding; `query` is what asks a board for this report, as
    addresses have it.
    """
    held = {finding for _, finding in states}
    findings = [one for one in findings if one.pk in held]
    rating = {force for force, _ in states}
    rows = (_matrix_row(one, findings, states, query) for one in forces if one.pk in rating)
    return Matrix(tuple(map(_column, findings)), tuple(rows))


def _row(force, now, before):
    counts = now.get(force.pk, Counter())
    was = None if before is None else before.get(force.pk, Counter())
    return ForceRow(force, _numbers(counts, was), sum(counts.values()))


def _numbers(counts, was):
    return tuple(
        (state, counts[state], None if was is None else counts[state] - was[state]) for state in Rag
    )


def _sentence(total, was, on, since):
    stands = standing_words(total.elements(), on)
    if was is None:
        return f"{stands}."
    still_open, were_open = (sum(one[state] for state in OPEN) for one in (total, was))
    return f"{stands}; {still_open} open, and {were_open} at {PartialDate.of(since)}."


def _column(finding):
    return Column(finding.ref, _label(finding), finding.name, finding.subject)


def _label(finding):
    return short_label(finding.kind, finding.label, finding.ref)


def _matrix_row(force, findings, states, query):
    url = f"{reverse('board', args=[force.slug])}?{query}"
    own = [(one, states.get((force.pk, one.pk))) for one in findings]
    cells = tuple(_cell(one, Rag(state) if state else None, url) for one, state in own)
    counted = [cell.rag for cell in cells if cell.rag]
    return MatrixRow(force.short_name, url, cells, rag.in_words(counted, order=rag.BY_MERIT))


def _cell(finding, state, url):
    leads_to = f"{url}&rag={state.value}#open" if state else ""
    return Cell(_label(finding), finding.name, state, leads_to)
