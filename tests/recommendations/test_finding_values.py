"""What the cells of a spreadsheet of findings say. No database."""

import datetime
from types import SimpleNamespace

import pytest

from recommendations.rich_text import clean, to_plain
from recommendations.sheets.findings import headings, values
from recommendations.sheets.findings.addressees import Known
from recommendations.sheets.findings.columns import COLUMNS


@pytest.mark.parametrize(
    ("cell", "date", "phrase"),
    [
        (datetime.date(2027, 4, 15), "15 April 2027", ""),
        ("15.4.2027", "15 April 2027", ""),
        ("Dec-26", "December 2026", ""),
        ("within three months", "", "within three months"),
        ("Immediately", "", "Immediately"),
        ("by 31 October 2027", "31 October 2027", "by 31 October 2027"),
        ("By January 2027", "January 2027", "By January 2027"),
        ("by the end of the year", "", "by the end of the year"),
        ("within six months (October 2026)", "October 2026", "within six months"),
        ("within six months (of the report)", "", "within six months (of the report)"),
        ("Spring 2027", "", "Spring 2027"),
        ("", "", ""),
    ],
)
def test_a_due_date_is_a_date_or_the_words_of_the_report_or_both(cell, date, phrase):
    due = values.due(cell)
    assert (due.words, due.phrase) == (date, phrase)


@pytest.mark.parametrize("cell", ["31.2.2027", "2027-13-01", "31 Febuary 2027", "32/1/27", "2027"])
def test_what_is_meant_as_a_date_and_is_none_is_no_phrase(cell):
    with pytest.raises(ValueError, match="is not a date"):
        values.due(cell)


def test_words_that_name_another_day_than_the_date_are_refused():
    with pytest.raises(ValueError, match="name another month than the date, November 2026"):
        values.due("by October 2026 (November 2026)")


def test_a_phrase_that_no_field_holds_is_refused():
    with pytest.raises(ValueError, match="longer than 200"):
        values.due("soon " * 50)


@pytest.mark.parametrize(
    ("cells", "kind", "label"),
    [
        (("", "3a"), "recommendation", "3a"),
        (("", ""), "recommendation", ""),
        (("", "Recommendation 3A"), "recommendation", "3A"),
        (("", "AFI 2"), "afi", "2"),
        (("", "Cause of concern no. 1"), "cause_of_concern", "1"),
        (("area for improvement", "AFI 2"), "afi", "2"),
        (("Rec", "AFI 2"), "recommendation", "AFI 2"),
        (("Innovative practice", ""), "practice", ""),
        (("", "Annex 2"), "recommendation", "Annex 2"),
    ],
)
def test_the_kind_is_known_by_its_words_and_from_the_number(cells, kind, label):
    assert values.kind_and_label(*cells) == (kind, label)


def test_an_unknown_kind_is_told_with_those_that_are_known():
    with pytest.raises(ValueError, match=r"“Wish” is none of these: Recommendation, Area for"):
        values.kind_and_label("Wish", "1")


def test_a_number_that_a_program_took_for_a_day_is_refused():
    with pytest.raises(ValueError, match="made it out of a number"):
        values.label(datetime.date(2026, 3, 1))


def test_text_becomes_paragraphs_and_lists_and_stays_text():
    html = values.rich("Forces should:\n• keep <b>hens</b>\n- keep cows & sheep\n\n{{ x }}")
    assert html == (
        "<p>Forces should:</p><ul><li>keep &lt;b&gt;hens&lt;/b&gt;</li>"
        "<li>keep cows &amp; sheep</li></ul><p>{{ x }}</p>"
    )
    assert clean(html) == html
    assert to_plain(html).split("\n")[1] == "keep <b>hens</b>"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Keep hens.", "Keep hens"),
        ("Forces should:\n• keep hens", "Forces should"),
        ("hen " * 40, f"{'hen ' * 19}hen …"),
    ],
)
def test_a_subject_is_made_of_the_first_words(text, subject):
    assert values.subject_of(text) == subject


NAMES = [
    "Chief constables",
    "College of Policing",
    "National Police Chiefs’ Council",
    "Cow and Hen",
]
KNOWN = Known([SimpleNamespace(name=name) for name in NAMES])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Chief constables", [(0, False)]),
        ("all chief constable", [(0, False)]),
        ("The College of Policing; NPCC (inferred)", [(1, False), (2, True)]),
        ("chief constables and the NPCC", [(0, False), (2, False)]),
        ("Cow and Hen", [(3, False)]),
        ("College of Policing, National Police Chiefs' Council", [(1, False), (2, False)]),
        ("Cow and Hen\nNPCC / College of Policing", [(3, False), (2, False), (1, False)]),
    ],
)
def test_addressees_are_known_as_people_write_them(text, found):
    assert [(NAMES.index(one.name), mark) for one, mark in KNOWN.read(text)] == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hens", "called “Hens”. Write one of those that are known.*Chief constables; College"),
        ("NPCC and Hens; Ducks", "called “Hens” or “Ducks”"),
        ("Ducks and Hens", "called “Ducks and Hens”"),
        ("NPCC; National Police Chiefs’ Council", "Council stands here twice"),
    ],
)
def test_addressees_that_are_not_known_are_all_named(text, message):
    with pytest.raises(ValueError, match=message):
        KNOWN.read(text)


def test_without_any_addressee_that_is_said():
    with pytest.raises(ValueError, match="those that are known: none yet"):
        Known([]).read("NPCC")


def found(*rows):
    return headings.find([(number, list(row)) for number, row in enumerate(rows, start=1)])


def test_each_heading_means_one_column():
    known = [heading for column in COLUMNS for heading in column.headings]
    assert len(known) == len(set(known))


@pytest.mark.parametrize(
    "row",
    [
        ["Rec No", "Recommendation", "Owner", "Due"],
        ["REC. NO.", "recommendations", "Addressed to", "Due date"],
        ["#", " Wording ", "Addressees", "DEADLINE"],
    ],
)
def test_columns_are_found_by_the_headings_that_people_use(row):
    head, rows = found(row, ["1"])
    assert head.places == {"label": 0, "text": 1, "addressed": 2, "due": 3}
    assert not head.faults
    assert not head.notes
    assert rows == [(2, ["1"])]


def test_the_order_does_not_matter_and_what_is_left_out_is_said():
    head, _ = found(["Status", "", "Due", "Recommendation", "Shoe size", "Details"])
    assert head.places == {"due": 2, "text": 3}
    assert head.notes == (
        "Column A, “Status”, is left out: where a force stands is said in its ratings.",
        "Column E, “Shoe size”, is left out: nothing in a finding is called so.",
        "Column F, “Details”, is left out: the same is taken from “Recommendation”.",
    )


def test_what_stands_above_the_headings_is_passed_over():
    head, rows = found(["Report on hens"], ["As at", "May"], ["No.", "Recommendation"], ["1", "x"])
    assert head.notes == ("What stands above the headings is left out: row 1, row 2.",)
    assert rows == [(4, ["1", "x"])]


def test_faults_of_headings_are_told_at_their_place():
    head, _ = found(["No.", "Recommendation", "Due", "due"])
    assert [(one.where, one.heading) for one in head.faults] == [("row 1, column D", "due")]
    head, _ = found(["Colour", "Size"])
    assert [one.where for one in head.faults] == ["row 1"]
    assert "its heading is “Recommendation”" in head.faults[0].message
