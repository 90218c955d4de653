"""Ratings as a file: an Excel workbook, or comma-separated values. Pure."""

import csv
import datetime
import io

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..cells import escaped, printable
from .columns import COLUMNS

DAY_FORMAT, TEXT_FORMAT = "d mmmm yyyy", "@"
AT_THE_TOP = Alignment(vertical="top", wrap_text=True)


def as_csv(ratings):
    """Return `ratings` as bytes; with the mark by which Excel knows what letters they are in."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.heading for column in COLUMNS)
    for rating in ratings:
        writer.writerow(_in_text(column.write(rating)) for column in COLUMNS)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(ratings):
    """Return `ratings` as the bytes of a workbook, with lists to choose from."""
    book = Workbook(write_only=True)
    book.properties.title = "Ratings"
    sheet = book.create_sheet("Ratings")
    sheet.freeze_panes = "E2"
    for number, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_heading(sheet, column.heading) for column in COLUMNS])
    number = 1
    for number, rating in enumerate(ratings, start=2):  # noqa: B007 the last one is wanted
        sheet.append([_cell(sheet, column.write(rating)) for column in COLUMNS])
    _offer_choices(sheet, last=number)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _in_text(value):
    return value.isoformat() if isinstance(value, datetime.date) else escaped(value)


def _heading(sheet, text):
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.alignment = Font(bold=True), AT_THE_TOP
    return cell


def _cell(sheet, value):
    is_day = isinstance(value, datetime.date)
    cell = WriteOnlyCell(sheet, value if is_day else escaped(printable(value)) or None)
    # Text stays text, also what is typed over it: “December 2026” would become a day.
    cell.number_format = DAY_FORMAT if is_day else TEXT_FORMAT
    cell.alignment = AT_THE_TOP
    return cell


def _offer_choices(sheet, *, last):
    for number, column in enumerate(COLUMNS, start=1):
        if column.choices and last > 1:
            letter = get_column_letter(number)
            offer = DataValidation("list", formula1=f'"{",".join(column.choices)}"')
            offer.add(f"{letter}2:{letter}{last}")
            sheet.data_validations.append(offer)
