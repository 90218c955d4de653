"""A page as what is read one after the other: stretches of lines, and tables. Pure."""

from dataclasses import replace

from ..pages import Line, line_of
from ..word.blocks import Para
from ..word.grids import Grid
from ..word.tables import Tables
from . import ruled, unruled
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
        for part in unruled.tables(lines):
            if isinstance(part, Grid):
                self.parts.append(part)
                continue
            found = in_turn(part)
            self.is_in_two = self.is_in_two or len(found) > 1
            self.has_columns = self.has_columns or any(line.has_columns for line in part)
            self.parts += found


def over_pages(parts):
    """Return `parts` with a table that goes on in the next, as over a page, as one."""
    found = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Grid) and isinstance(last, Grid) and _is_same(last.edges, part.edges):
            found[-1] = replace(last, rows=_joined(last.rows, part.rows))
        else:
            found.append(part)
    return found


def _is_same(edges, others):
    near = (abs(one - other) <= SAME_EDGE for one, other in zip(edges, others, strict=False))
    return len(edges) == len(others) and all(near)


def _joined(above, below):
    """Return the rows `above` with those `below`, whose headings, if they stand again, are gone.

    The first goes on with the last one above where its first cell begins with a small letter,
    or says nothing.
    """
    if list(map(_text, above[0])) == list(map(_text, below[0])):
        below = below[1:]
    if not below or len(below[0]) != len(above[-1]):
        return above + below
    first = _text(below[0][0])
    if first and not first[0].islower():
        return above + below
    both = (_longer(*cells) for cells in zip(above[-1], below[0], strict=True))
    return (*above[:-1], tuple(both), *below[1:])


def _longer(cell, more):
    """Return a `cell` with the blocks of `more`; a sentence goes on in its paragraph."""
    first, last = _text(more), cell.blocks[-1:]
    if last and first[:1].islower():
        words = " ".join((*last[0].lines, *more.blocks[0].lines))
        return replace(cell, blocks=(*cell.blocks[:-1], Para((words,)), *more.blocks[1:]))
    return replace(cell, blocks=cell.blocks + more.blocks)


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
