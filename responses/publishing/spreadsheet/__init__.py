"""The recommendations and answers of a Record as a table, for programs that work with tables.

Its columns are declared once, for both writers and for a page that shows the table.
"""

from .columns import COLUMNS, HEADINGS, rows_of
from .comma_separated import write_csv
from .workbook import write_xlsx

__all__ = ["COLUMNS", "HEADINGS", "rows_of", "write_csv", "write_xlsx"]
