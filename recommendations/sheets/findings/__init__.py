"""The findings of a report as a spreadsheet: a blank template, and what a filled one holds."""

from .matching import Sheet, match
from .template import blank_workbook

__all__ = ["Sheet", "blank_workbook", "match"]
