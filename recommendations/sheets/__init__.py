"""Ratings as a spreadsheet: written to be edited, and read again with each fault at its cell."""

from .columns import COLUMNS
from .matching import Fault, Sheet, match
from .reading import KINDS, MOST_ROWS, SheetError, read
from .writing import as_csv, as_xlsx

__all__ = [
    "COLUMNS",
    "KINDS",
    "MOST_ROWS",
    "Fault",
    "Sheet",
    "SheetError",
    "as_csv",
    "as_xlsx",
    "match",
    "read",
]
