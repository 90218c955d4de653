"""A table that is typed with tabs, as one. Pure.

It has two lines or more below each other, each with as many tabs, two or more.
"""

from .pages import line_of
from .word.blocks import Para
from .word.grids import Grid, GridCell
from .word.tables import Tables

FEWEST_TABS, FEWEST_ROWS = 2, 2
# More than any response has: what is beyond stays as the lines that it is.
MOST_CELLS = 20_000


def with_tables(lines, told):
    """Yield `lines` with those that are rows of a table as what the table is.

    `told` takes note of what is left out of their cells.
    """
    left = MOST_CELLS
    for rows in _runs(lines):
        left -= len(rows) * _tabs(rows[0])
        is_table = len(rows) >= FEWEST_ROWS and left >= 0
        yield from _things(rows, told) if is_table else rows


def _runs(lines):
    """Yield the `lines` in runs, each of them rows with as many tabs, or one line."""
    run = []
    for line in lines:
        if run and (_tabs(line) != _tabs(run[0]) or line.begins_page or not _tabs(line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _tabs(line):
    tabs = line.text.count("\t")
    return tabs if tabs >= FEWEST_TABS else 0


def _things(rows, told):
    grid = Grid(tuple(tuple(_cells(row)) for row in rows))
    for place, thing in enumerate(Tables(told).things(grid)):
        yield line_of(rows[0].number + place, thing, 0 if place else rows[0].blanks)


def _cells(row):
    for column, text in enumerate(row.text.split("\t")):
        yield GridCell((Para((text.strip(),)),), column)
