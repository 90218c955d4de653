"""From the bytes of a spreadsheet to its rows of cells; refuses what is no small spreadsheet.

Nothing of the file is kept, and no formula in it is worked out. A cell is text or a day.
"""

import codecs
import csv
import datetime
import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from openpyxl.reader.excel import ExcelReader

from .cells import unescaped

MOST_ROWS = 2000
MOST_COLUMNS = 40
MOST_TO_HEADINGS = 10
MOST_UNPACKED = 30 * 1024 * 1024
KINDS = (".xlsx", ".csv")
DELIMITERS = ",;\t"
# A sheet begins with how large it is.
DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:[A-Z]+(\d{1,9})"')
BEGINNING = 4096
ZIP, OLD_OFFICE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"

NOT_A_KIND = "This is neither .xlsx nor .csv. Save it as one of these, and choose that file."
NOT_EXCEL = (
    "What is in this file is not what its name says: it is no Excel workbook. It may be "
    "protected with a password; save it without one."
)
NOT_CSV = (
    "What is in this file is not what its name says: it is not text with commas. Save it as "
    "“CSV UTF-8”, or as an Excel workbook (.xlsx)."
)
NOT_CLOSED = (
    "Row {row} has a quotation mark that is not closed, or text after one that is, so nobody can "
    "tell where its cells end. Close it, or write it twice where it belongs to the text."
)
TOO_LARGE = "Unpacked, this workbook is larger than {most} MB. Copy what is needed into a new one."
TOO_WIDE = "This has more than {most} columns. Take out those that are not needed."
ON_SEVERAL_SHEETS = (
    "The sheets “{first}” and “{other}” have the same headings, and only one sheet is read. Copy "
    "their rows into one."
)
TOO_LONG = (
    "This has more than {most:,} rows. Send fewer at a time: take out those from row {row:,} on, "
    "and send them after."
)
EMPTY = "There is nothing in this file: no headings, and no rows."
ONLY_CHARTS = "This workbook has no sheet with rows, only charts. Add the sheet with the rows."
FORMULA = "This is a formula. Write what it comes to."
FAILED = "This is the error {value} of a spreadsheet program. Write what it should be."


class SheetError(Exception):
    """The file as a whole cannot be taken; the message says why."""


@dataclass(frozen=True)
class Unreadable:
    """A cell whose content is not taken, and why."""

    why: str


def read(content, name):
    """Return [(row number, cells)] of the rows of a file that are not blank, headings first.

    Raises SheetError.
    """
    readers = {".xlsx": _rows_of_workbook, ".csv": _rows_of_csv}
    reader = next((one for end, one in readers.items() if name.lower().endswith(end)), None)
    if reader is None:
        raise SheetError(NOT_A_KIND)
    rows = []
    for number, cells in enumerate(reader(content), start=1):
        if number > MOST_ROWS + 1:
            raise too_long()
        if any(cell != "" for cell in cells):
            rows.append((number, cells))
    if not rows:
        raise SheetError(EMPTY)
    return rows


def too_long():
    """Return the error of a file with too many rows, which says from which row on they are."""
    return SheetError(TOO_LONG.format(most=MOST_ROWS, row=MOST_ROWS + 2))


def first_of_several(content, name):
    """Return the name of the one sheet that `read` reads of a workbook of several, or ""."""
    if not name.lower().endswith(".xlsx"):
        return ""
    found = _sheets(content)
    return found[_first_with_rows(found)[0]].title if len(found) > 1 else ""


class _Reader(ExcelReader):
    """Reads a workbook without its charts, of which it fails to read some."""

    def read_chartsheet(self, sheet, rel):
        pass


def _sheets(content):
    """Return the sheets of cells of a workbook, in order."""
    reader = _Reader(io.BytesIO(content), read_only=True, keep_links=False)
    reader.read()
    return reader.wb.worksheets


def _first_with_rows(found):
    """Return (place, rows) of the first of the sheets `found` that is not blank, else the first."""
    for place, sheet in enumerate(found):
        if rows := _rows_of_sheet(sheet, MOST_ROWS + 2):
            return place, rows
    return 0, []


def _rows_of_csv(content):
    if content.startswith((ZIP, OLD_OFFICE, PDF)):
        raise SheetError(NOT_CSV)
    done, lines = 0, io.StringIO()
    try:
        lines = _lines(content)
        rows = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
        for row in rows:
            yield [_from_text(one) for one in row]
            done += 1
    except UnicodeDecodeError as error:
        raise SheetError(NOT_CSV) from error
    except csv.Error as error:
        is_quoted = '"' in lines.getvalue()
        raise SheetError(NOT_CLOSED.format(row=done + 1) if is_quoted else NOT_CSV) from error


def _lines(content):
    """Excel's plain “CSV” is in the letters of Windows, and its “CSV UTF-8” begins with a mark.

    Raises UnicodeDecodeError, and SheetError for what is no text in any letters.
    """
    if codec := _two_byte_codec(content[:2]):
        text = content.decode(codec)
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SheetError(NOT_CSV)
    return io.StringIO(text, newline="")


def _two_byte_codec(start):
    """Return the name of UTF-16 as a text that begins so is in it, or "" where it is not.

    “Unicode text” of Excel begins with its mark; other programs leave that out, and then the
    first letter of the first heading tells.
    """
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    if len(start) == 2 and start.count(0) == 1:
        return "utf-16-le" if start[1] == 0 else "utf-16-be"
    return ""


def _delimiter(lines):
    """Return what parts the cells: where numbers have a decimal comma, Excel uses another.

    It makes most of the first rows of one width; where that does not tell, the first row does.
    """
    first = lines.readline()
    lines.seek(0)
    rows = "".join(islice(lines, MOST_TO_HEADINGS))
    lines.seek(0)
    return max(DELIMITERS, key=lambda sign: (_rows_alike(rows, sign), first.count(sign)))


def _rows_alike(text, delimiter):
    """Return how many rows of several cells `text` has that are of one width."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)


def _from_text(text):
    return Unreadable(FORMULA) if text.startswith("=") else unescaped(text.strip())


def _rows_of_workbook(content):
    _refuse_what_is_no_workbook(content)
    try:
        sheets = _sheets(content)
        place, found = _first_with_rows(sheets)
        others = sheets[place + 1 :]
        further = [(one.title, _rows_of_sheet(one, MOST_TO_HEADINGS)) for one in others]
    # A workbook that was tampered with fails in as many ways as there are parts in it.
    except Exception as error:
        raise SheetError(NOT_EXCEL) from error
    if not sheets:
        raise SheetError(ONLY_CHARTS)
    if any(len(row) > MOST_COLUMNS for row in found):
        raise SheetError(TOO_WIDE.format(most=MOST_COLUMNS))
    headings = _headings(found)
    for title, rows in further:
        if headings and _headings(rows) == headings:
            raise SheetError(ON_SEVERAL_SHEETS.format(first=sheets[place].title, other=title))
    return found


def _rows_of_sheet(sheet, most):
    rows = sheet.iter_rows(min_row=1, max_row=most, max_col=MOST_COLUMNS + 1)
    found = [_without_end([_from_cell(cell) for cell in row]) for row in rows]
    while found and not found[-1]:
        found.pop()
    return found


def _headings(rows):
    """Return the first row of several cells, in small letters; [] where there is none."""
    several = ([str(cell).lower() for cell in row if cell != ""] for row in rows)
    return next((row for row in several if len(row) > 1), [])


def _refuse_what_is_no_workbook(content):
    """Look at what the archive says of itself; it yields no more than that when it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            last_row = max(map(_last_row, _sheets_of(archive)), default=0)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SheetError(NOT_EXCEL) from error
    if "xl/workbook.xml" not in parts:
        raise SheetError(NOT_EXCEL)
    if sum(parts.values()) > MOST_UNPACKED:
        if last_row > MOST_ROWS + 1:
            raise too_long()
        raise SheetError(TOO_LARGE.format(most=MOST_UNPACKED // 1024 // 1024))


def _sheets_of(archive):
    """Yield the beginning of each sheet, however large it is."""
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            with archive.open(name) as sheet:
                yield sheet.read(BEGINNING)


def _last_row(beginning):
    """Return the number of the last row that a sheet says of itself, 0 where it says none."""
    match = DIMENSION.search(beginning)
    return int(match[1]) if match else 0


def _without_end(cells):
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _from_cell(cell):
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unreadable(FORMULA)
    if cell.data_type == "e":
        return Unreadable(FAILED.format(value=value))
    if isinstance(value, datetime.datetime):
        return _from_day(value.date(), cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unescaped(str(value).strip())


def _from_day(day, shown_as):
    """Excel makes a day of “December 2026”, and shows it as a month: take it as it is shown."""
    if day.day == 1 and "d" not in shown_as.lower():
        return day.strftime("%B %Y")
    return day
