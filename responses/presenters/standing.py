"""Where forces stand on findings, as cells, rows and counts. Pure."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from recommendations import rag
from recommendations.rag import Rag

from ..pictures import heat_map
from ..publishing.blocks import AnswerRow
from ..publishing.layouts.days import published_words
from ..publishing.layouts.findings import (
    gap_words,
    position_words,
    rag_of,
    rated,
    section_link,
    short_label,
)
from ..publishing.layouts.words import sentence
from ..publishing.record import Finding, Record


@dataclass(frozen=True)
class Cell:
    """One finding in a strip or matrix; `rag` is None where the response does not hold it."""

    label: str
    name: str
    rag: Rag | None
    url: str = ""


@dataclass(frozen=True)
class Column:
    """One finding at the head of a matrix: its place in the report, how it is called, its page."""

    ref: str
    label: str
    name: str
    subject: str
    url: str = ""


@dataclass(frozen=True)
class Row:
    """One response: its address, its findings in order, its counts and its day in words."""

    record: Record
    url: str
    cells: tuple[Cell, ...]
    counts: str
    answered: str

    @property
    def name(self):
        return self.record.force.short_name


@dataclass(frozen=True)
class Standing:
    """One force on one finding: its rating and its own answers."""

    record: Record
    url: str
    finding: Finding
    rag: Rag
    answers: tuple[AnswerRow, ...]
    gap: str

    @property
    def report(self):
        """The report that the finding belongs to, the lead report or a further one."""
        return self.record.report_of(self.finding)


def address(record):
    """Return the address of the current publication that holds `record`."""
    return reverse("response", args=[record.force.slug, record.report.slug])


def response_row(record):
    """Return `record` with every finding that it holds, as it stands."""
    url = address(record)
    findings = rated(record.findings)
    cells = tuple(
        _cell(short_label(f.kind.key, f.label, f.ref), record.name_of(f), f, url) for f in findings
    )
    return Row(record, url, cells, _counts(findings), published_words(record))


def matrix_row(record, report_slug, columns):
    """Return `record` with a cell for each Column of `columns`, one report's findings now.

    A column that the response does not hold has a cell without a rating.
    """
    held = {f.ref: f for f in record.findings if f.report_slug == report_slug}
    url = address(record)
    cells = tuple(_cell(c.label, c.name, held.get(c.ref), url) for c in columns)
    findings = [held[column.ref] for column in columns if column.ref in held]
    return Row(record, url, cells, _counts(findings), published_words(record))


def matrix_drawn(columns, rows, **words):
    """Return the HeatMap of a matrix: each of `rows` has a name, and a Cell for each Column.

    `words` are those of heat_map. None where the table alone says it.
    """
    states = ((row.name, [cell.rag for cell in row.cells]) for row in rows)
    return heat_map([column.label for column in columns], states, **words)


def standings(records, report_slug, ref):
    """Return how each of `records` stands on one finding; those without it are left out."""
    found = (
        (record, finding)
        for record in records
        for finding in record.findings
        if (finding.report_slug, finding.ref) == (report_slug, ref)
    )
    return [_standing(record, finding) for record, finding in found]


def open_standings(records):
    """Return the findings that are Red, Amber or not yet assessed, in their order."""
    return [
        _standing(record, finding)
        for record in records
        for finding in rated(record.findings)
        if rag_of(finding) in rag.OPEN
    ]


def most_wanting(standings, *, most):
    """Return at most `most` of `standings`: those that want most attention, each in its order."""
    return sorted(standings, key=lambda one: rag.WORST_FIRST.index(one.rag))[:most]


def counts_of_open(standings, force_slug):
    """Return (number, RAG, where they are all found) for each RAG of `standings`, worst first."""
    number = rag.counts(one.rag for one in standings)
    return [
        (
            number[state],
            state,
            f"{reverse('home')}?{urlencode({'force': force_slug, 'rag': state})}",
        )
        for state in rag.WORST_FIRST
        if number[state]
    ]


def counts_in_words(rags):
    """Return "6 Green, 4 Amber, none Red", or nothing where there is nothing to count."""
    rags = list(rags)
    return sentence(rag.in_words(rags)) if rags else ""


def _standing(record, finding):
    return Standing(
        record=record,
        url=address(record),
        finding=finding,
        rag=rag_of(finding),
        answers=_answers(record, finding),
        gap=gap_words(record, finding),
    )


def _answers(record, finding):
    return tuple(
        AnswerRow(position_words(a), a.action_html, a.why_none_html, section_link(a))
        for a in record.answers_to(finding)
    )


def _counts(findings):
    return counts_in_words(rag_of(finding) for finding in findings)


def _cell(label, name, finding, url):
    if finding is None:
        return Cell(label, name, None)
    return Cell(label, name, rag_of(finding), f"{url}#{finding.anchor}")
