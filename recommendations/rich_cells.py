"""The cells of a table in rich text, fitted so that they fill its rows and columns. Pure."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Cell:
    """A cell with its nodes, over `across` columns and `down` rows."""

    nodes: tuple
    is_head: bool = False
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Table:
    """A table of `width` columns whose cells fill it; the rows of `head` name the columns.

    Each row holds the cells that begin in it, from left to right.
    """

    width: int
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


def fitted_table(rows):
    """Return the Table of `rows`, lists of Cell, or None where they are no table.

    A cell that says to reach over another, or out of the table, is cut; where one is missing
    there is an empty one. Rows of heads alone are the head; without any the first row is.
    Where nothing is left below the head it is no table.
    """
    rows = [row for row in rows if row]
    if not any(cell.nodes for row in rows for cell in row):
        return None
    widest = max(len(row) for row in rows)
    grid = _placed(rows, widest)
    width = max(column for _, column in grid) + 1
    fitted = tuple(tuple(_row(grid, number, width)) for number in range(len(rows)))
    heads = _heads(fitted)
    return Table(width, fitted[:heads], fitted[heads:]) if heads < len(fitted) else None


def _placed(rows, widest):
    """Return what stands at each (row, column): a Cell where it begins, else False."""
    grid = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in grid:
                column += 1
            across = _free(grid, number, column, min(cell.across, widest))
            down = min(cell.down, len(rows) - number)
            places = [(number + y, column + x) for y in range(down) for x in range(across)]
            grid |= dict.fromkeys(places, False)
            grid[number, column] = replace(cell, across=across, down=down)
    return grid


def _free(grid, row, column, wanted):
    """Return how many of the `wanted` columns from `column` are free in `row`."""
    for number in range(wanted):
        if (row, column + number) in grid:
            return number
    return wanted


def _row(grid, number, width):
    for column in range(width):
        cell = grid.get((number, column), Cell(()))
        if cell:
            yield cell


def _heads(rows):
    """Return how many rows are the head, with all that its cells reach over."""
    heads = 0
    while heads < len(rows) - 1 and rows[heads] and all(cell.is_head for cell in rows[heads]):
        heads += 1
    heads = max(heads, 1)
    while heads < len(rows) and _reaches_over(rows[:heads]):
        heads += 1
    return heads


def _reaches_over(rows):
    """Whether a cell of `rows` reaches over the last of them."""
    return any(number + cell.down > len(rows) for number, row in enumerate(rows) for cell in row)
