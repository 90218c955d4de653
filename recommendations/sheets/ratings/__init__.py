"""Ratings as a spreadsheet: exported to be edited, and read again with each fault at its cell."""

from .columns import COLUMNS
from .matching import Sheet, match
from .writing import as_csv, as_xlsx

__all__ = ["COLUMNS", "Sheet", "as_csv", "as_xlsx", "match"]
