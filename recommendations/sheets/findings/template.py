"""A blank workbook to write the findings of a report into. Pure."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

from .columns import COLUMNS

ROWS = 200
TEXT_FORMAT = "@"
AT_THE_TOP = Alignment(vertical="top", wrap_text=True)
BOLD = Font(bold=True)


def blank_workbook(addressees):
    """Return the bytes of a workbook with the headings, and a page that says what goes in.

    `addressees` are the names of those that are known.
    """
    book = Workbook()
    book.properties.title, book.properties.language = "Recommendations of a report", "en-GB"
    _write_headings(book.active)
    _write_help(book.create_sheet("How to fill it in"), addressees)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _write_headings(sheet):
    sheet.title, sheet.freeze_panes = "Recommendations", "A2"
    sheet.append([column.heading for column in COLUMNS])
    for cell, column in zip(sheet[1], COLUMNS, strict=True):
        cell.font, cell.alignment = BOLD, AT_THE_TOP
        letter = cell.column_letter
        sheet.column_dimensions[letter].width = column.width
        for row in range(2, ROWS + 2):
            # Text stays text: no program makes 7.1 of 7.10, or a day of 3-1.
            below = sheet[f"{letter}{row}"]
            below.number_format, below.alignment = TEXT_FORMAT, AT_THE_TOP
        if column.choices:
            offer = DataValidation("list", formula1=f'"{",".join(column.choices)}"')
            offer.add(f"{letter}2:{letter}{ROWS + 1}")
            sheet.add_data_validation(offer)


def _write_help(sheet, addressees):
    sheet.append(["Column", "What goes in it"])
    for column in COLUMNS:
        sheet.append([column.heading, column.about])
    sheet.append(["", ""])
    sheet.append(["", "Addressees that are known"])
    headings = (sheet["A1"], sheet["B1"], sheet.cell(sheet.max_row, 2))
    for name in addressees:
        sheet.append(["", name])
    for row in sheet:
        for cell in row:
            cell.alignment = AT_THE_TOP
            # A name that begins like a formula is a name.
            cell.data_type = "s"
    for cell in headings:
        cell.font = BOLD
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 90
