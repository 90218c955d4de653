"""A table of answers that goes on below a page break, in a table without its headings. Pure."""

from dataclasses import dataclass, replace
from functools import cached_property

from .. import columns
from .cards import parted
from .grids import Grid
from .heads import heads_of
from .tables import Tables
from .told import Told

IDENTITY = (columns.LABEL, columns.ASKED)


def joined(blocks):
    """Return `blocks` with each such table joined to the one above; between are only blanks."""
    found, last = [], None
    for block in blocks:
        is_grid = isinstance(block, Grid)
        rows = _rows_below(last, block) if is_grid and last else ()
        if rows:
            del found[last.place + 1 :]
            whole = found[last.place]
            found[last.place] = replace(whole, rows=whole.rows + rows)
            continue
        if is_grid:
            last = _Above(len(found), block)
        elif block.lines:
            last = None
        found.append(block)
    return found


@dataclass
class _Above:
    """The Grid at a place that others may go on: it is read once, as it was without them."""

    place: int
    grid: Grid

    @cached_property
    def _rows(self):
        return Tables(Told()).rows(self.grid)

    @cached_property
    def heads(self):
        """Its Heads, if it is a table of recommendations, or None."""
        return heads_of(self._rows, self.grid.edges) if self._rows else None

    @cached_property
    def texts(self):
        """The texts of the rows below its headings."""
        return _texts(self._rows[self.heads.below :], self.heads)


def _rows_below(above, grid):
    """Return the rows of `grid` in the columns of the table `above` that it goes on, or ()."""
    lower = () if grid.heads or above.heads is None else Tables(Told()).rows(grid)
    if not lower or parted(lower) or heads_of(lower, grid.edges):
        return ()
    rows, heads = grid.rows, above.heads
    if _width(above.grid) != _width(grid):
        rows = _in_columns(rows, heads)
    below = _texts(Tables(Told()).rows(replace(grid, rows=rows)), heads)
    return _with_rest(rows, heads) if columns.go_on(heads.kinds, above.texts, below) else ()


def _width(grid):
    return max(cell.end for row in grid.rows for cell in row)


def _in_columns(rows, heads):
    """Return `rows` with a cell under each heading, () where one has more cells, or fewer."""
    if any(len(row) != len(heads.squares) for row in rows):
        return ()
    return tuple(
        tuple(
            replace(cell, column=head.column, across=head.across)
            for cell, head in zip(row, heads.squares, strict=True)
        )
        for row in rows
    )


def _texts(rows, heads):
    """Return the texts of `rows` of Squares under their headings; one over all is left out."""
    found = []
    for row in rows:
        texts = [""] * len(heads.squares)
        for square in row:
            place = heads.place(square)
            if place is not None:
                texts[place] = f"{texts[place]} {square.label}".strip()
        if len(row) > 1:
            found.append(texts)
    return found


def _with_rest(rows, heads):
    """Return `rows`, the first of them as more of the row above where it names nothing."""
    first = rows[0]
    named = [cell for cell in first if heads.kind(cell) in IDENTITY]
    if any(_has_words(cell) for cell in named):
        return rows
    return (tuple(replace(c, goes_on=c.goes_on or c in named) for c in first), *rows[1:])


def _has_words(cell):
    return any(isinstance(block, Grid) or block.lines for block in cell.blocks)
