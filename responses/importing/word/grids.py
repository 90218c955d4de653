"""The grid of a Word table: its rows and cells, and the columns that they go over. Pure."""

from dataclasses import dataclass
from itertools import accumulate

from .trees import value, whole

WRAPS = frozenset({"customXml", "smartTag", "ins", "moveTo", "sdtContent"})
MOST_ACROSS = 60


@dataclass(frozen=True)
class GridCell:
    """A cell; `column` is the column of the grid in which it begins, from 0.

    `shade` is its colour, or "" for none.
    """

    blocks: tuple
    column: int = 0
    across: int = 1
    goes_on: bool = False
    shade: str = ""

    @property
    def end(self):
        """The column of the grid after its last."""
        return self.column + self.across


@dataclass(frozen=True)
class Grid:
    """A table: its rows of cells; the first `heads` of them are said to be headings.

    `edges` are where the columns of its grid begin and end, or () where that is not said.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    heads: int = 0
    edges: tuple[int, ...] = ()


def columns_said(properties, name, least):
    """Return the number of columns that the properties of a row or a cell say."""
    return min(max(whole(value(properties, name), least), least), MOST_ACROSS)


def edges_of(table):
    """Return where the columns of the grid of `table` begin and end, or () where it is unsaid."""
    widths = [whole(column.get("w")) for column in table.findall("tblGrid/gridCol")]
    return tuple(accumulate(widths, initial=0)) if all(width > 0 for width in widths) else ()


def rows_of(table):
    return _wrapped(table, "tr")


def cells_of(row):
    return _wrapped(row, "tc")


def _wrapped(parent, tag):
    """Yield the children of that tag, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == "sdt":
            content = child.find("sdtContent")
            yield from _wrapped(content if content is not None else (), tag)
        elif child.tag in WRAPS:
            yield from _wrapped(child, tag)
