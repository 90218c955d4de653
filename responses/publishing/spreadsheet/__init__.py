"""Tables for programs that work with tables, such as that of the answers of a Record.

The columns of one are declared once, for both writers and for a page that shows it.
"""

from .columns import COLUMNS, HEADINGS, rows_of, table_of
from .comma_separated import write_csv
from .table import Column, Table
from .workbook import write_xlsx

WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}

__all__ = [
    "COLUMNS",
    "HEADINGS",
    "MEDIA_TYPES",
    "WRITERS",
    "Column",
    "Table",
    "rows_of",
    "table_of",
    "write_csv",
    "write_xlsx",
]
