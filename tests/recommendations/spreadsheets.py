"""Spreadsheets as an office would send them back."""

import csv
import io
import zipfile

from openpyxl import Workbook, load_workbook

HEADINGS = [
    *("Force", "Report", "Number", "Subject", "RAG", "Reason", "Progress", "Owner"),
    *("Expected to close", "Expected, in words", "Reviewed on", "Assurance", "Assured on"),
    "As exported",
]


def edited(content, changes, kind="xlsx"):
    """Return the exported file `content` with {(row, heading): value} written over it."""
    if kind == "csv":
        rows = rows_of_csv(content)
        for (row, heading), value in changes.items():
            rows[row - 1][HEADINGS.index(heading)] = value
        return to_csv(rows)
    book = load_workbook(io.BytesIO(content))
    for (row, heading), value in changes.items():
        book.active.cell(row=row, column=HEADINGS.index(heading) + 1).value = value
    return saved(book)


def rows_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def to_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def workbook(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def bomb(megabytes):
    """Return a workbook of few bytes whose sheet is so large once it is unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * megabytes * 1024 * 1024)
    return content.getvalue()
