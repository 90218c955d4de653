"""The Excel writer of tables. Pure: equal tables give equal bytes."""

import datetime
import io
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.writer.excel import ExcelWriter

from recommendations.sheets.cells import printable

LANGUAGE = "en-GB"
# A workbook and its archive ask for days, of which the same table is to have the same.
NO_DAY = datetime.datetime(1980, 1, 1)
AT_THE_TOP = Alignment(vertical="top", wrap_text=True)
TEXT_FORMAT = "@"
# In the code units of UTF-16, in which Excel counts. The library would cut in silence.
MOST_IN_CELL = 32_767
CUT = "\n[Cut here: a cell holds no more. The document itself has the whole.]"


def write_xlsx(table) -> bytes:
    """Return `table` as an Excel workbook, its words as text and no formula."""
    book = Workbook()
    _describe(book, table)
    sheet = book.active
    for number, row in enumerate((table.headings, *table.rows), start=1):
        for place, text in enumerate(row, start=1):
            _write(sheet.cell(number, place), text)
    _arrange(sheet, table)
    return _saved(book)


def _describe(book, table):
    about = book.properties
    about.title, about.creator = printable(table.title), printable(table.creator)
    about.language = LANGUAGE
    about.created = about.modified = NO_DAY


def _write(cell, text):
    cell.value = fitting(text)
    # Neither what begins like a formula nor what reads like an error is one.
    cell.data_type, cell.number_format, cell.alignment = "s", TEXT_FORMAT, AT_THE_TOP


def _arrange(sheet, table):
    """Keep the headings in sight, on a screen and on each page that is printed."""
    sheet.title, sheet.freeze_panes, sheet.print_title_rows = table.sheet, "B2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    for heading, column in zip(sheet[1], table.columns, strict=True):
        heading.font = Font(bold=True)
        sheet.column_dimensions[heading.column_letter].width = column.width


def fitting(text):
    """Return `text`, cut where a cell holds no more of it, which is then said at its end."""
    units = text.encode("utf-16-le")
    if len(units) <= MOST_IN_CELL * 2:
        return text
    return units[: (MOST_IN_CELL - len(CUT)) * 2].decode("utf-16-le", errors="ignore") + CUT


def _saved(book):
    """Return the bytes of `book`, without the hour at which each part was written."""
    written, dated_alike = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(written, "w")).save()
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(dated_alike, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, NO_DAY.timetuple()[:6])
            archive.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED)
    return dated_alike.getvalue()
