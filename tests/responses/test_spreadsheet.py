"""Recommendations and answers of a Record as a table: its columns, and both of its files."""

import csv
import io
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from recommendations.partial_dates import PartialDate, parse
from recommendations.rag import Rag
from recommendations.rich_text import clean, to_plain
from responses.publishing import record
from responses.publishing.spreadsheet import (
    COLUMNS,
    HEADINGS,
    rows_of,
    table_of,
    write_csv,
    write_xlsx,
)
from responses.publishing.spreadsheet.workbook import CUT, MOST_IN_CELL

from .any_record import strategy
from .records import REPORT, make_answer, make_finding, make_record

FURTHER = replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
RATING = record.Rating(
    "amber",
    "The fence\r\nfell.",
    record.Named("in_progress", "In progress"),
    parse("December 2026"),
    parse("29 May 2026"),
)
FULL = make_record(
    further_reports=(FURTHER,),
    findings=(
        make_finding(
            "3a",
            html="<p>The report’s.</p>",
            printed_html="<p>Keep:</p><ul><li>hens &amp; cows</li><li>sheep</li></ul>",
            addressed_to=(
                record.Addressed("Chief constables", "Borchester"),
                record.Addressed("College of Policing", is_inferred=True),
            ),
            due_on=PartialDate(2026, 10, phrase="within six months"),
            rating=RATING,
        ),
        make_finding("4", printed_label="IV"),
        make_finding("5", ref="coc-1-5", report_slug=FURTHER.slug),
        make_finding("", ref="practice-1", kind=record.Named("practice", "Good practice")),
    ),
    answers=(
        make_answer(
            *("3a", "4"),
            position=record.Named("accepted", "Accepted"),
            action_html="<p>Fences <strong>mended</strong>.</p>",
        ),
        make_answer("4", why_none_html="<p>No sheep.</p>", section_anchor="s"),
        make_answer("4", section_anchor="part-1", section_heading="Part 1"),
    ),
)


def table(rows):
    """Return each row as {heading: text}, without what is blank in it."""
    return [{h: cell for h, cell in zip(HEADINGS, row, strict=True) if cell} for row in rows]


def csv_of(one):
    return write_csv(table_of(one))


def xlsx_of(one):
    return write_xlsx(table_of(one))


def cells_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def cells_of_xlsx(content):
    rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [[cell or "" for cell in row] for row in rows]


def test_a_row_says_all_of_its_finding_in_words():
    assert table(rows_of(FULL))[0] == {
        "No.": "3a",
        "Kind": "Recommendation",
        "Recommendation": "Keep:\nhens & cows\nsheep",
        "Addressed to": "Chief constables: Borchester\nCollege of Policing (inferred)",
        "Due": "within six months (October 2026)",
        "RAG": "Amber",
        "Reason": "The fence\nfell.",
        "Progress": "In progress",
        "Expected": "December 2026",
        "Reviewed": "29 May 2026",
        "Position": "Accepted",
        "Answer": "Fences mended.",
        "Report": "Village policing, 2026",
        "Reference": "3a",
    }


def test_an_answer_stands_in_each_row_that_it_answers_and_several_are_numbered():
    row = table(rows_of(FULL))[1]
    assert (row["No."], row["RAG"]) == ("IV", "Not yet assessed")
    assert (row["Position"], row["Answer"]) == ("(1) Accepted", "(1) Fences mended.")
    assert row["Why no action"] == "(2) No sheep."
    assert row["Explained in section"] == "(2) without a heading\n(3) Part 1"


def test_what_is_not_said_is_blank_and_good_practice_is_not_rated():
    _, _, third, practice = table(rows_of(FULL))
    assert set(third) == {"No.", "Kind", "Recommendation", "RAG", "Report", "Reference"}
    assert (third["Report"], third["Reference"]) == ("Hens, 2026", "coc-1-5")
    assert set(practice) == {"Kind", "Recommendation", "Report", "Reference"}


@pytest.mark.parametrize("state", Rag)
def test_each_state_stands_in_both_files_as_its_word(state):
    one = make_record(findings=(make_finding("1", rating=record.Rating(state)),))
    place = HEADINGS.index("RAG")
    assert cells_of_csv(csv_of(one))[1][place] == state.label
    assert cells_of_xlsx(xlsx_of(one))[1][place] == state.label


def test_both_files_hold_the_headings_and_the_rows():
    rows = [list(HEADINGS), *map(list, rows_of(FULL))]
    assert cells_of_csv(csv_of(FULL)) == rows
    assert cells_of_xlsx(xlsx_of(FULL)) == rows


def test_a_csv_says_its_letters_and_ends_its_lines_as_excel_has_them():
    content = csv_of(make_record(findings=(make_finding("1"),)))
    assert content.startswith("\ufeffNo.,Kind,".encode())
    assert content.count(b"\r\n") == content.count(b"\n") == 2


@pytest.mark.parametrize("text", ["=1+1", "+44 1632", "-5 staff", "@home", "#REF!"])
def test_no_program_takes_a_text_for_a_formula(text):
    one = make_record(
        findings=(make_finding("1", html=f"<p>{text}</p>", rating=record.Rating("red", text)),)
    )
    row = cells_of_csv(csv_of(one))[1]
    place = HEADINGS.index("Reason")
    assert row[2] == row[place] == (text if text == "#REF!" else f"'{text}")
    cell = load_workbook(io.BytesIO(xlsx_of(one))).active.cell(2, place + 1)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_a_workbook_is_ready_to_be_read():
    book = load_workbook(io.BytesIO(xlsx_of(FULL)))
    sheet = book.active
    assert book.properties.title == f"Recommendations: {FULL.title}, Borchester Police"
    assert (book.properties.language, book.properties.creator) == ("en-GB", FULL.body.name)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    assert all(cell.font.bold for cell in sheet[1])
    assert not any(cell.font.bold for cell in sheet[2])
    assert all(cell.alignment.wrap_text for row in sheet for cell in row)
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert widths == [column.width for column in COLUMNS]


def test_equal_records_give_equal_bytes_whenever_they_are_written(monkeypatch):
    first = xlsx_of(FULL), csv_of(FULL)
    later = time.localtime(time.time() + 100_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert (xlsx_of(record.Record.from_json(FULL.to_json())), csv_of(FULL)) == first
    about = load_workbook(io.BytesIO(first[0])).properties
    assert about.created.year == about.modified.year == 1980
    with zipfile.ZipFile(io.BytesIO(first[0])) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_cell_cannot_hold_is_cut_and_said_and_the_csv_has_all():
    words = "hen 🐔 " * 8000
    one = make_record(
        findings=(make_finding("1"),), answers=(make_answer("1", action_html=f"<p>{words}</p>"),)
    )
    place = HEADINGS.index("Answer")
    cell = cells_of_xlsx(xlsx_of(one))[1][place]
    assert cell.startswith("hen 🐔 hen")
    assert cell.endswith(CUT)
    assert MOST_IN_CELL - 10 < len(cell.encode("utf-16-le")) // 2 <= MOST_IN_CELL
    assert cells_of_csv(csv_of(one))[1][place] == words.strip()


def test_a_record_without_findings_is_headings_alone():
    assert cells_of_csv(csv_of(make_record())) == [list(HEADINGS)]
    assert cells_of_xlsx(xlsx_of(make_record())) == [list(HEADINGS)]


LETTERS = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(action=LETTERS, why_none=LETTERS, reason=LETTERS, title=LETTERS)
def test_any_letters_come_through_both_files(action, why_none, reason, title):
    html = {"action_html": clean(action), "why_none_html": clean(why_none)}
    one = make_record(
        title=title,
        findings=(make_finding("1", rating=record.Rating("red", reason)),),
        answers=(make_answer("1", **html),),
    )
    (row,) = rows_of(one)
    assert cells_of_xlsx(xlsx_of(one))[1] == list(row)
    for cell, text in zip(cells_of_csv(csv_of(one))[1], row, strict=True):
        assert cell in (text, f"'{text}")


@settings(max_examples=60, deadline=None)
@given(any_record=strategy(record.Record))
def test_each_finding_is_a_row_with_its_rag_and_the_words_of_each_answer(any_record):
    refs = tuple(f"{finding.report_slug}/{finding.ref}" for finding in any_record.findings[1:])
    answers = tuple(replace(answer, refs=refs) for answer in any_record.answers)
    any_record = replace(any_record, answers=answers)
    rows = table(rows_of(any_record))
    assert len(rows) == len(any_record.findings)
    for finding, row in zip(any_record.findings, rows, strict=True):
        if finding.rating:
            assert row["RAG"] == Rag(finding.rating.rag).label
        for answer in any_record.answers_to(finding):
            assert to_plain(answer.action_html) in row.get("Answer", "")
            assert to_plain(answer.why_none_html) in row.get("Why no action", "")
