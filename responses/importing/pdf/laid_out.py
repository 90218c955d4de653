"""A page as what is read one after the other: stretches of lines, and tables. Pure."""

from dataclasses import replace

from ..pages import Line, line_of
from ..word.grids import Grid
from ..word.tables import Tables
from . import ruled
from .side_by_side import in_turn

SAME_EDGE = 6


class Laid:
    """The `parts` of a page of `lines`: lists of lines, and Grids of its tables in their place."""

    def __init__(self, lines, rules):
        self.parts, self.is_in_two, self.has_columns = [], False, False
        for table in ruled.tables(rules):
            within = [line for line in lines if table.holds(line)]
            if not within:
                continue
            self._take([line for line in lines if line.y >= table.top])
            self.parts.append(table.grid(within))
            lines = [line for line in lines if line.y < table.top and line not in within]
        self._take(lines)

    def _take(self, lines):
        if not lines:
            return
        found = in_turn(lines)
        self.is_in_two = self.is_in_two or len(found) > 1
        self.has_columns = self.has_columns or any(line.has_columns for line in lines)
        self.parts += found


def over_pages(parts):
    """Return `parts` with a table that goes on in the next, as over a page, as one."""
    found = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Grid) and isinstance(last, Grid) and _is_same(last.edges, part.edges):
            found[-1] = replace(last, rows=last.rows + _below(last.rows[0], part.rows))
        else:
            found.append(part)
    return found


def _is_same(edges, others):
    near = (abs(one - other) <= SAME_EDGE for one, other in zip(edges, others, strict=False))
    return len(edges) == len(others) and all(near)


def _below(heads, rows):
    """Return `rows` without the headings, which stand again, the first as more of that above.

    It is more where its first cell goes on with a small letter, or says nothing.
    """
    texts = [[_text(cell) for cell in row] for row in (heads, rows[0])]
    if texts[0] == texts[1]:
        rows = rows[1:]
    if rows and not (first := _text(rows[0][0])) or first[:1].islower():
        more = tuple(replace(cell, goes_on=True) for cell in rows[0])
        rows = (more, *rows[1:])
    return rows


def _text(cell):
    return " ".join(line for block in cell.blocks for line in block.lines)


def lines_of(paragraphs, told):
    """Yield the Lines of Joined `paragraphs`, and of what the Grids among them are.

    `told` takes note of what is left out of cells.
    """
    number = 0
    for one in paragraphs:
        if isinstance(one, Grid):
            for thing in Tables(told).things(one):
                number += 1
                yield line_of(number, thing, 1)
        else:
            number += 1
            yield Line(number, one.text, one.blanks, one.given)
