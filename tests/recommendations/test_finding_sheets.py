"""A spreadsheet of findings held against a report: what is new, what is there, each fault."""

import time

import pytest
from openpyxl import load_workbook

from recommendations.kinds import FindingKind
from recommendations.models import Addressing
from recommendations.partial_dates import PartialDate, parse
from recommendations.sheets import read
from recommendations.sheets.findings import blank_workbook, match
from tests.factories import (
    AddresseeFactory,
    AddressingFactory,
    InspectionReportFactory,
    RecommendationFactory,
)
from tests.recommendations.spreadsheets import to_csv, workbook

pytestmark = pytest.mark.django_db

HEADINGS = ["No.", "Kind", "Subject", "Recommendation", "Owner", "Due", "Theme", "Nested under"]


@pytest.fixture
def report():
    return InspectionReportFactory()


def row(label="", text="Keep hens.", **others):
    """Return the cells of a row under HEADINGS; `others` by the heading in small letters."""
    said = {"no.": label, "recommendation": text} | {
        name.replace("_", " "): value for name, value in others.items()
    }
    return [said.get(heading.lower(), "") for heading in HEADINGS]


def matched(report, *rows, headings=HEADINGS):
    return match(read(workbook([headings, *rows]), "a.xlsx"), report=report)


def faults(sheet):
    return [(one.where, one.heading, one.message) for one in sheet.faults]


def there(report, **values):
    values = {"label": "1", "subject": "Hens", "text": "<p>Keep hens.</p>"} | values
    return RecommendationFactory(report=report, **values)


def test_a_row_becomes_a_finding_with_all_that_it_says(report):
    college, chiefs = AddresseeFactory(name="College of Policing"), AddresseeFactory(name="Chiefs")
    full = row(
        "3a",
        "Forces should:\n• keep hens",
        kind="recommendation",
        subject="Hens",
        owner="Chiefs; College of Policing (inferred)",
        due="by 31 October 2027",
        theme="Animals",
    )
    sheet = matched(report, full)
    (finding,) = sheet.new
    assert not sheet.faults
    assert not sheet.notes
    assert (finding.label, finding.kind) == ("3a", FindingKind.RECOMMENDATION)
    assert (finding.subject, finding.theme) == ("Hens", "Animals")
    assert finding.text == "<p>Forces should:</p><ul><li>keep hens</li></ul>"
    assert finding.due_on == PartialDate(2027, 10, 31, "by 31 October 2027")
    assert finding.addressed == ((chiefs.pk, False), (college.pk, True))


def test_three_columns_of_an_office_are_enough_and_what_was_made_is_said(report):
    headings = ["Rec No", "Recommendation", "Status"]
    sheet = matched(report, ["1", "Keep hens.", "Green"], ["2", "Keep cows."], headings=headings)
    assert [(one.label, one.subject) for one in sheet.new] == [
        ("1", "Keep hens"),
        ("2", "Keep cows"),
    ]
    assert [note.split(",")[0] for note in sheet.notes] == [
        "Column C",
        "Without a subject in the file",
    ]
    assert "that of 2 findings is made" in sheet.notes[1]


@pytest.mark.parametrize(
    "headings",
    [
        ["Ref", "Recommendation Wording", "Completion date", "Current status"],
        ["Rec #", "Text of recommendation", "Timescales", "Progress update"],
    ],
)
def test_headings_that_offices_use_are_known(report, headings):
    sheet = matched(report, ["1", "Keep hens.", "by May 2027", "Met"], headings=headings)
    [finding] = sheet.new
    assert (finding.label, finding.subject) == ("1", "Keep hens")
    assert finding.due_on.phrase == "by May 2027"
    assert sheet.notes[0].endswith("where a force stands is said in its ratings.")


def test_numbers_in_the_text_are_taken_where_no_column_holds_them(report):
    texts = ("Recommendation 1: Keep hens.", "2a. Keep cows.", "AFI 3: Keep sheep.",
             "By May 2027: keep pigs.", "12 weeks on, sell.")  # fmt: skip
    sheet = matched(report, *([text] for text in texts), headings=["Recommendation", "Due"])
    assert [(one.kind, one.label, one.text) for one in sheet.new] == [
        ("recommendation", "1", "<p>Keep hens.</p>"),
        ("recommendation", "2a", "<p>Keep cows.</p>"),
        ("afi", "3", "<p>Keep sheep.</p>"),
        ("recommendation", "", "<p>By May 2027: keep pigs.</p>"),
        ("recommendation", "", "<p>12 weeks on, sell.</p>"),
    ]
    assert any("those with which 3 findings begin are taken" in note for note in sheet.notes)
    numbered = matched(report, ["7", texts[1]], headings=["No.", "Recommendation"])
    assert [(one.label, one.text) for one in numbered.new] == [("7", "<p>2a. Keep cows.</p>")]


def test_a_row_without_anything_that_is_taken_is_passed_over_and_said(report):
    headings = ["No.", "Recommendation", "Status"]
    sheet = matched(report, ["1", "Keep hens."], ["", "", "Total: 1"], headings=headings)
    assert len(sheet.new) == 1
    assert any("Row 3 is left out" in note for note in sheet.notes)


@pytest.mark.parametrize(
    ("values", "heading", "message"),
    [
        ({"text": ""}, "Recommendation", "Write what the finding says"),
        ({"text": "x" * 5001}, "Recommendation", "longer than 5000"),
        ({"text": "=1+1"}, "Recommendation", "This is a formula"),
        ({"label": "#N/A"}, "No.", "This is the error #N/A"),
        ({"label": "x" * 31}, "No.", "longer than 30"),
        ({"kind": "Wish"}, "Kind", "“Wish” is none of these"),
        ({"subject": "x" * 201}, "Subject", "longer than 200"),
        ({"theme": "x" * 101}, "Theme", "longer than 100"),
        ({"due": "31.2.2027"}, "Due", "is not a date"),
        ({"owner": "Ducks"}, "Owner", "No addressee is called “Ducks”"),
        ({"nested_under": "x" * 101}, "Nested under", "longer than 100"),
        ({"nested_under": "9"}, "Nested under", "is called “9”"),
    ],
)
def test_each_fault_is_told_at_its_row_and_under_the_heading_of_the_file(
    report, values, heading, message
):
    sheet = matched(report, row("1", subject="S"), row(**({"label": "2"} | values)))
    ((where, under, sentence),) = faults(sheet)
    letter = "ABCDEFGH"[HEADINGS.index(heading)]
    assert (where, under) == (f"row 3, column {letter}", heading)
    assert message in sentence


def test_all_faults_are_told_at_once(report):
    sheet = matched(report, row("1", "", due="31.2.2027"), row("2", kind="Wish", owner="Ducks"))
    assert sorted(where for where, _, _ in faults(sheet)) == [
        "row 2, column D",
        "row 2, column F",
        "row 3, column B",
        "row 3, column E",
    ]


def test_a_number_stands_once_among_its_kind_and_its_place(report):
    cause = row("1", kind="Cause of concern")
    under = row("1", nested_under="Cause of concern 1")
    assert len(matched(report, cause, under, row("1")).new) == 3
    sheet = matched(report, cause, under, row("3A"), under, row("3a", "Other words."))
    assert [(where, heading) for where, heading, _ in faults(sheet)] == [
        ("row 5, column A", "No."),
        ("row 6, column A", "No."),
    ]
    assert "the same finding as in row 3" in faults(sheet)[0][2]


def test_findings_without_a_number_are_known_by_their_words(report):
    assert len(matched(report, row(text="Keep hens."), row(text="Keep cows.")).new) == 2
    sheet = matched(report, row(text="Keep hens."), row(text="keep  HENS."))
    assert "the same finding as in row 2" in faults(sheet)[0][2]


def test_a_finding_is_nested_under_one_above_it_or_in_the_report(report):
    there(report, label="7", kind="cause_of_concern")
    rows = row("7.1", nested_under="7"), row("7.1a", nested_under="Recommendation 7.1")
    sheet = matched(report, *rows)
    assert sheet.new[1].under == sheet.new[0].key
    assert sheet.new[0].under.endswith("cause_of_concern no 7")


def test_a_number_alone_means_the_cause_of_concern_and_else_says_too_little(report):
    cause = row("1", kind="Cause of concern")
    sheet = matched(report, cause, row("1"), row("2", nested_under="1"))
    assert sheet.new[2].under == sheet.new[0].key
    sheet = matched(report, row("AFI 4"), row("4"), row("5", nested_under="4"))
    assert "Several findings are called “4”" in faults(sheet)[0][2]
    cause = row(kind="Cause of concern")
    sheet = matched(report, cause, row("1", nested_under="Cause of concern"))
    assert sheet.new[1].under == sheet.new[0].key


def test_what_is_in_the_report_already_is_not_new(report):
    addressing = AddressingFactory(
        recommendation=there(report, theme="Animals", due_on=parse("October 2027")),
        addressee__name="Chiefs",
    )
    assert addressing.is_inferred is False
    same = {"subject": "Hens", "theme": "Animals", "due": "October 2027", "owner": "Chief"}
    for one in (row("1", **same), row("1", " Keep  hens. "), row("Recommendation 1")):
        sheet = matched(report, one)
        assert (sheet.new, sheet.standing, sheet.faults) == ([], 1, [])


@pytest.mark.parametrize(
    ("values", "heading", "words"),
    [
        ({"text": "Keep cows."}, "Recommendation", "“Keep hens.”"),
        ({"subject": "Cows"}, "Subject", "“Hens”"),
        ({"due": "2027-10-15"}, "Due", "“October 2027”"),
        ({"theme": "Birds"}, "Theme", "“blank”"),
        ({"owner": "Geese"}, "Owner", "“Chiefs”"),
        ({"owner": "Chiefs (inferred)"}, "Owner", "“Chiefs”"),
    ],
)
def test_what_the_report_says_otherwise_is_never_written_over(report, values, heading, words):
    AddresseeFactory(name="Geese")
    AddressingFactory(
        recommendation=there(report, due_on=parse("October 2027")), addressee__name="Chiefs"
    )
    ((_, under, message),) = faults(matched(report, row(**({"label": "1"} | values))))
    assert under == heading
    assert message.startswith(
        f"Recommendation 1 is in the report already, and says otherwise: {words}"
    )


def test_headings_alone_and_no_headings_are_told(report):
    assert faults(matched(report))[0][2] == "There is nothing under the headings."
    assert "“Recommendation”" in faults(matched(report, headings=["Colour", "Size"]))[0][2]


@pytest.mark.parametrize(
    ("headings", "cells", "where", "words"),
    [
        (["Rec No", "Recommendation"], ["1", "Keep hens", " but not cows", "", "ever"], "C", "but"),
        (["Rec No", "", "Recommendation"], ["1", "A remark", "Keep hens"], "B", "A remark"),
        (["Rec No", "Recommendation", ""], ["", "", "A remark"], "C", "A remark"),
    ],
)
def test_a_cell_under_no_heading_is_a_fault_and_nothing_is_lost(
    report, headings, cells, where, words
):
    text = _text([headings, cells], ";").encode()
    sheet = match(read(text, "a.csv"), report=report)
    [(place, heading, message)] = faults(sheet)
    assert (place, heading) == (f"row 2, column {where}", "")
    assert message.startswith(f"No heading stands over “{words}")
    assert "ever" in message or "ever" not in cells


@pytest.mark.parametrize(
    "write",
    [
        lambda rows: to_csv(rows),
        lambda rows: _text(rows, ";").encode("cp1252"),
        lambda rows: _text(rows, "\t").encode("utf-16"),
        lambda rows: _text(rows, ",").encode("utf-8"),
    ],
)
def test_a_csv_of_any_program_says_the_same(report, write):
    rows = [["Rec No", "Recommendation"], ["7.10", "Siân’s hens – all"], ["2", "+44 hens"]]
    sheet = match(read(write(rows), "a.csv"), report=report)
    assert [(one.label, one.text) for one in sheet.new] == [
        ("7.10", "<p>Siân’s hens – all</p>"),
        ("2", "<p>+44 hens</p>"),
    ]


def _text(rows, mark):
    return "".join(f"{mark.join(row)}\r\n" for row in rows)


def test_it_asks_as_often_for_one_row_as_for_many(report, django_assert_num_queries):
    there(report)
    AddresseeFactory(name="Chiefs")
    for number in (1, 30):
        rows = read(
            to_csv([HEADINGS, *(row(f"9{n}", owner="Chiefs") for n in range(number))]), "a.csv"
        )
        with django_assert_num_queries(3):
            assert len(match(rows, report=report).new) == number


def test_cells_made_to_keep_the_reader_busy_do_not(report):
    AddresseeFactory(name="Chiefs")
    blanks = f"a{' ' * 4900}b"
    rows = [row(blanks[:25], f"{n}{blanks}", owner=blanks, due=blanks[:190]) for n in range(200)]
    start = time.monotonic()
    assert len(matched(report, *rows).faults) == 200
    assert time.monotonic() - start < 2


def test_the_template_has_every_heading_and_its_filled_in_form_is_taken(report, tmp_path):
    place = tmp_path / "a.xlsx"
    place.write_bytes(blank_workbook(["Chief constables", "=Ducks"]))
    book = load_workbook(place)
    sheet, about = book.worksheets
    assert faults(match(read(place.read_bytes(), "a.xlsx"), report=report))[0][0] == "row 1"
    said = [cell.value for cell in about["B"]]
    assert {"Chief constables", "=Ducks"} <= set(said)
    assert [cell.value for cell in about["A"]][1:9] == [cell.value for cell in sheet[1]]
    assert sheet["A2"].number_format == "@"
    assert FindingKind.AFI.label in sheet.data_validations.dataValidation[0].formula1
    sheet["A2"], sheet["B2"], sheet["D2"] = "7.10", "Area for improvement", "Keep hens."
    book.save(place)
    found = match(read(place.read_bytes(), "a.xlsx"), report=report)
    assert not found.faults
    assert [(one.label, one.kind) for one in found.new] == [("7.10", "afi")]
    assert not Addressing.objects.exists()
