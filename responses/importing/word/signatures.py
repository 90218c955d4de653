"""A table of a Word document in which people sign, each in a column. Pure."""

from .. import shapes
from ..elements import Paragraph
from ..signing import part_of_signature, read_signers
from .grids import Grid

FEWEST_ROWS, MOST_ROWS, MOST_COLUMNS = 2, 8, 5


def signatures(grid):
    """Return the lines of who signs as Paragraphs, column by column, () of any other table."""
    if not FEWEST_ROWS <= len(grid.rows) <= MOST_ROWS:
        return ()
    columns = {}
    for row in grid.rows:
        for cell in row:
            if any(isinstance(one, Grid) or one.given is not None for one in cell.blocks):
                return ()
            lines = [line.strip() for one in cell.blocks for line in one.lines]
            columns.setdefault(cell.column, []).extend(filter(_has_word, lines))
    signed = [lines for lines in columns.values() if lines]
    if not 0 < len(signed) <= MOST_COLUMNS or not all(map(_is_signed, signed)):
        return ()
    return tuple(Paragraph(line) for lines in signed for line in lines)


def _has_word(line):
    return any(map(str.isalnum, line))


def _is_signed(lines):
    parts = (part_of_signature(shapes.without_marks(line)) for line in lines)
    return bool(read_signers([value for label, value in parts if value and label != "date"]))
