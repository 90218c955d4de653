"""Spreadsheets as bytes: what is taken, and what is refused with a sentence. No database."""

import datetime
import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from recommendations.sheets import MOST_ROWS, SheetError, read
from recommendations.sheets.cells import escaped, partly, unescaped
from recommendations.sheets.ratings import COLUMNS
from recommendations.sheets.reading import MOST_UNPACKED, Unreadable
from tests.recommendations.spreadsheets import HEADINGS, bomb, saved, to_csv, workbook

MEGABYTE = 1024 * 1024


def test_the_columns_are_those_that_an_office_knows():
    assert [column.heading for column in COLUMNS] == HEADINGS


@pytest.mark.parametrize(
    "text", ["=1+1", "+44", "-5", "@home", "\tx", "'=x", "''-x", "O’Hara", "'a"]
)
def test_what_a_program_would_take_for_a_formula_is_escaped_and_comes_back(text):
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescaped(escaped(text)) == text


def test_both_kinds_are_read_with_the_numbers_of_their_rows_and_without_blank_ones():
    rows = [["Force", "RAG"], ["Ambridge", "Red"], [], ["Felpersham", "Green"]]
    there = [(1, rows[0]), (2, rows[1]), (4, rows[3])]
    assert read(workbook(rows), "Ratings.XLSX") == there
    assert read(to_csv(rows), "ratings.csv") == there


def test_a_csv_in_the_letters_of_windows_is_read():
    content = "Owner\r\nSiân O’Hara\r\n".encode("cp1252")
    assert read(content, "a.csv")[1] == (2, ["Siân O’Hara"])


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_in_letters_of_two_bytes_is_read_with_its_mark_or_without(codec, mark):
    content = f"Force{mark}Owner\r\nAmbridge{mark}Siân O’Hara\r\n".encode(codec)
    assert read(content, "a.csv") == [(1, ["Force", "Owner"]), (2, ["Ambridge", "Siân O’Hara"])]


def test_days_numbers_and_formulas_of_a_workbook():
    book = Workbook()
    book.active.append([datetime.datetime(2026, 5, 1), 7, 7.5, "=1+1", "#N/A", "plain"])
    month = book.active.cell(row=1, column=7, value=datetime.datetime(2026, 12, 1))
    month.number_format = "mmm-yy"
    ((_, cells),) = read(saved(book), "a.xlsx")
    assert cells[:3] == [datetime.date(2026, 5, 1), "7", "7.5"]
    assert "formula" in cells[3].why
    assert isinstance(cells[4], Unreadable)
    assert "#N/A" in cells[4].why
    assert cells[5:] == ["plain", "December 2026"]


@pytest.mark.parametrize(
    "rows",
    ['1,"unclosed\n2,b', '1,"unclosed\n2,"b"\n', '1,"all of it" and more\n', f'1,"{"b" * 200_000}'],
)
def test_a_quotation_mark_that_is_not_closed_is_said_with_its_row(rows):
    content = f'Number,Text\n0,"two\nlines, and ""more"""\n{rows}'.encode()
    with pytest.raises(SheetError, match=r"^Row 3 has a quotation mark that is not closed"):
        read(content, "a.csv")


def test_a_quotation_mark_within_a_text_is_that():
    content = b'Number,Text\n1,a 5" gun\n2,"a 5"" gun"\n'
    assert [cells[1] for _, cells in read(content, "a.csv")[1:]] == ['a 5" gun'] * 2


def test_a_formula_in_a_csv_is_not_taken():
    cells = read(b'Reason\r\n"=HYPERLINK(""https://example.org"")"\r\n', "a.csv")[1][1]
    assert "formula" in cells[0].why


def test_what_excel_makes_of_a_month_in_a_csv_is_that_month():
    assert partly("Dec-26").words == "December 2026"


TEXT, BOOK = to_csv([["Force"]]), workbook([["Force"]])


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (TEXT, "ratings.xlsx", "no Excel workbook"),
        (BOOK, "ratings.csv", "not text with commas"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "ratings.csv", "not text with commas"),
        (b"\xd0\xcf\x11\xe0 with a password", "ratings.xlsx", "no Excel workbook"),
        (b"%PDF-1.7", "ratings.xlsx", "no Excel workbook"),
        (b"a\0b", "ratings.csv", "not text with commas"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ratings.csv", "not text with commas"),
        (b"%PDF-1.7\nWords, and more", "ratings.csv", "not text with commas"),
        ("\ufeffForce".encode("utf-16-le")[:-1], "ratings.csv", "not text with commas"),
        ("Force\0".encode("utf-16"), "ratings.csv", "not text with commas"),
        (b"x" * 200_000, "ratings.csv", "not text with commas"),
        (BOOK[: len(BOOK) // 2], "ratings.xlsx", "no Excel workbook"),
        (BOOK, "ratings.xls", "neither .xlsx nor .csv"),
        (BOOK, "ratings", "neither .xlsx nor .csv"),
        (b"", "ratings.csv", "nothing in this file"),
        (b"\r\n\r\n", "ratings.csv", "nothing in this file"),
        (saved(Workbook()), "ratings.xlsx", "nothing in this file"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_a_sentence(content, name, message):
    with pytest.raises(SheetError, match=message):
        read(content, name)


def test_another_archive_is_no_workbook():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(SheetError, match="no Excel workbook"):
        read(content.getvalue(), "ratings.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = bomb(MOST_UNPACKED // MEGABYTE + 170)
    assert len(content) < MEGABYTE
    start = time.monotonic()
    with pytest.raises(SheetError, match="larger than 30 MB"):
        read(content, "ratings.xlsx")
    assert time.monotonic() - start < 1


def test_entities_that_multiply_are_refused():
    """The old bomb of XML: each name stands for ten of the one before."""
    names = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    evil = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{names}]><workbook>&a9;</workbook>'
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as good, zipfile.ZipFile(content, "w") as archive:
        for part in good.namelist():
            text = evil if part == "xl/workbook.xml" else good.read(part)
            archive.writestr(part, text)
    with pytest.raises(SheetError, match="no Excel workbook"):
        read(content.getvalue(), "ratings.xlsx")


@pytest.mark.parametrize("make", [to_csv, workbook], ids=["csv", "xlsx"])
def test_a_hundred_thousand_rows_are_refused_early(make):
    content = make([["Force"], *([["Ambridge"]] * 100_000)])
    start = time.monotonic()
    with pytest.raises(SheetError, match=f"more than {MOST_ROWS:,} rows"):
        read(content, "ratings.csv" if make is to_csv else "ratings.xlsx")
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("make", [to_csv, workbook], ids=["csv", "xlsx"])
def test_as_many_rows_as_are_allowed_are_read(make):
    name = "ratings.csv" if make is to_csv else "ratings.xlsx"
    rows = [["Force"], *([["Ambridge"]] * MOST_ROWS)]
    assert len(read(make(rows), name)) == MOST_ROWS + 1
    with pytest.raises(SheetError):
        read(make([*rows, ["Ambridge"]]), name)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_whatever_parts_its_columns(mark):
    content = f'Force{mark}Reason\r\nThames Valley{mark}"Late, and why;"\r\n'.encode()
    assert read(content, "a.csv")[1] == (2, ["Thames Valley", "Late, and why;"])


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("title", ["Recommendations", "Recommendations, owners, and dates"])
def test_a_title_above_the_headings_does_not_say_what_parts_the_columns(mark, title):
    rows = [title, "No|Recommendation|Owner", "1|Keep hens, and cows|Jo", "2|Keep, then, sell|Pat"]
    content = "\r\n".join(rows).replace("|", mark).encode()
    assert read(content, "a.csv")[-1] == (4, ["2", "Keep, then, sell", "Pat"])
