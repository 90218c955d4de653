"""What is wrong in a spreadsheet, at its cell. Pure."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

NO_HEADING = (
    "No heading stands over “{words}”, so nobody knows what it is. Give its column a heading, or "
    "take it out. Where commas or semicolons part the cells, one that has such a sign in it "
    "stands in quotation marks."
)
MOST_WORDS = 60


@dataclass(frozen=True)
class Fault:
    """What is wrong in a cell, and under which heading; without a `column`, in the whole row.

    Rows count from 1, as programs show them, and columns from 0.
    """

    row: int
    column: int | None
    heading: str
    message: str

    @property
    def where(self):
        """Return such words as "row 5, column E"."""
        row = f"row {self.row}"
        return row if self.column is None else f"{row}, column {get_column_letter(self.column + 1)}"


def in_order(faults):
    """Return `faults` in the order of their cells; those of a whole row come last in it."""
    return sorted(faults, key=lambda one: (one.row, one.column is None, one.column or 0))


def beyond_headings(row, cells, headed):
    """Return [the Fault at the first of `cells` that says something and is under no heading].

    `headed` are the places that have a heading.
    """
    found = [n for n, cell in enumerate(cells) if cell != "" and n not in headed]
    if not found:
        return []
    words = "; ".join(cells[n] for n in found if isinstance(cells[n], str))
    return [Fault(row, found[0], "", NO_HEADING.format(words=words[:MOST_WORDS] or "…"))]
