"""The table of findings on paper: what stands in each of its cells. Pure."""

from recommendations.rich_tree import List, Paragraph, Run, read

from ..html import SHORT
from ..layouts.findings import rag_of, rated
from . import nodes
from .headings import all_flat
from .lengths import OF_CELL, OF_FINDINGS, room_of
from .nodes import Badge, FindingCells, Findings, GridCells, Line

NOT_RECORDED = "Not recorded here"


def findings(block, places):
    """Return the node of a FindingsTable."""
    has_dates = any(row.finding.due_on for row in block.rows)
    addressed = "Addressed to, and due" if has_dates else "Addressed to"
    return Findings(
        f"Recommendations of {block.caption}: wording, addressee, rating and answer",
        ("No.", "Recommendation", addressed, "Rating", "Answer"),
        any(len(row.label) > SHORT for row in block.rows),
        tuple(_row(row, places, has_dates=has_dates) for row in block.rows),
    )


def grid(block):
    """Return the node of a Grid."""
    room = room_of(block.shares, is_wide=block.is_wide)
    rows = tuple(_grid_row(row, room) for row in block.rows)
    return nodes.Grid(block.caption, block.heads, block.shares, rows, block.is_wide)


def _grid_row(row, room):
    cells = tuple(tuple(_entry(entry)) for entry in row)
    return GridCells(cells, is_long=not room.is_short(cells))


def _entry(entry):
    if entry.rag:
        yield Badge(entry.rag, entry.text)
    else:
        yield Line(entry.text, look="strong" if entry.is_strong else "")
    yield from (Line(line, look="muted") for line in entry.lines)
    if entry.points:
        yield List(
            is_numbered=False,
            start=1,
            items=tuple((Paragraph((Run(point),)),) for point in entry.points),
        )


def badge(finding):
    """Return the Badge of a finding."""
    rag = rag_of(finding)
    return Badge(rag.value, rag.label)


def _row(row, places, *, has_dates):
    finding = row.finding
    answers = [node for answer in row.answers for node in _answer(answer, places)]
    cells = (
        rich(row.html),
        tuple(_addressed(finding, has_dates=has_dates)),
        tuple(_rating(finding)),
        tuple(answers) or (Line(row.gap, look="muted"),),
    )
    is_long = not OF_FINDINGS.is_short(cells)
    return FindingCells(places.take(finding.anchor), row.label, finding.depth, is_long, *cells)


def rich(html, letters=OF_CELL):
    """Return the nodes of `html` as they stand in a cell, or in lines of so many `letters`."""
    return all_flat(read(html), letters)


def _addressed(finding, *, has_dates):
    for one in finding.addressed_to:
        yield Line(one.words)
    if not finding.addressed_to:
        yield Line(NOT_RECORDED, look="muted")
    if has_dates:
        due = finding.due_on
        yield Line(f"Due: {due if due else NOT_RECORDED.lower()}", look="" if due else "muted")


def _rating(finding):
    if not rated([finding]):
        yield Line("No rating needed", look="muted")
        return
    yield badge(finding)
    rating = finding.rating
    if rating and rating.reason:
        yield Line(rating.reason)
    if rating and rating.progress:
        yield Line(rating.progress.words)
    if rating and rating.expected_on:
        yield Line(f"Expected: {rating.expected_on}", look="muted")
    if rating and rating.reviewed_on:
        yield Line(f"Reviewed {rating.reviewed_on}", look="muted")


def _answer(answer, places):
    if answer.position:
        yield Line(answer.position, look="strong")
    yield from rich(answer.action_html)
    if answer.why_none_html:
        yield Line("Why there is no action", look="strong")
        yield from rich(answer.why_none_html)
    if answer.together:
        yield _link("Answered together with", answer.together, places)
    if answer.section:
        yield _link("Explained in section", answer.section, places)


def _link(words, link, places):
    return Line(f"{words} ", link.text, places.target(link.anchor))
