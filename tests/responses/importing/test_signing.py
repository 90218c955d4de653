"""Who signs a document: below each other, side by side in a table, with what stands beside."""

import pytest

from responses.importing.files import read
from responses.importing.reading import parse, understand

from .placed import place
from .test_recognised import REGISTER, draft
from .word_files import bold, cell, p, table, word

BODY = (p("Reply", style="H1"), p("We agree."), p("Vans", style="H1"), p("We have two."))
BOTH = [
    ("Jo Fenwick", "Commissioner for Police and Crime"),
    ("Pat Marlowe", "Chief Constable"),
]
NAMES, TITLES = ([one[place] for one in BOTH] for place in (0, 1))
PLAIN = "Reply\n\nWe agree.\n\n"
SIGNED = "Jo Fenwick\nCommissioner for Police and Crime\nPat Marlowe\nChief Constable"


def signers(made):
    return [(one.name, one.title) for one in made.signatories]


@pytest.mark.parametrize(
    "rows",
    [
        [NAMES, TITLES],
        [["Signed: ……", "Signed: ……"], NAMES, TITLES],
        [["Signed:", "Signed:"], [cell(p(bold(name))) for name in NAMES], TITLES],
        [[f"Name: {name}" for name in NAMES], [f"Title: {title}" for title in TITLES]],
        [[cell("Signed", "______", *one) for one in BOTH], ["Date: ____", "Date: ____"]],
        [[name, "", other] for name, other in (NAMES, TITLES)],
    ],
)  # fmt: skip
def test_a_table_in_which_people_sign_is_no_form(rows):
    made = draft(*BODY, table(*rows))
    assert (made.fields, signers(made)) == ((), BOTH)
    assert "Signed" not in made.sections[-1].body


@pytest.mark.parametrize(
    "rows",
    [
        [["Force", "Borsetshire"], ["Grade", "Good"]],
        [["Commissioner", "Jo Fenwick"], ["Chief Constable", "Pat Marlowe"]],
    ],
)
def test_a_form_with_names_in_it_is_one_still(rows):
    made = draft(*BODY, table(*rows))
    assert [field.label for field in made.fields] == [row[0] for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        [["Force", "Borsetshire"], ["Grade", "Good"], ["Chief Constable's comments", ""]],
        [["Force", "Borsetshire"], ["Response", ""], ["Summary", "It has three parts."]],
        [["Number", "Response"]],
    ],
)
def test_a_row_of_a_form_that_was_left_empty_is_no_heading_of_a_table(rows):
    made = draft(*BODY, table(*rows))
    said = [field.label + field.value for field in made.fields]
    assert [row[0] for row in rows] == [field.label for field in made.fields], said
    assert all(words in "".join(said) for row in rows for words in row)


def test_how_to_reach_who_signs_and_who_has_a_copy_is_told():
    below = "Telephone 01632 960 001\n\npcc@borset.example\n\ncc: the inspectorate"
    document = parse(f"{PLAIN}{SIGNED}\n\n{below}")
    assert [(one.name, one.title) for one in document.signers] == BOTH
    assert document.told == (
        "Beside who signs: “Telephone 01632 960 001” “pcc@borset.example” “cc: the inspectorate”",
    )
    assert len(document.sections[-1].elements) == 1


def test_a_website_is_of_who_signs_and_a_telephone_below_it_is_told():
    document = parse(f"{PLAIN}{SIGNED}\nwww.borset.example\nTel: 01632 960 001")
    assert document.signers[-1].website == "www.borset.example"
    assert document.told == ("Beside who signs: “Tel: 01632 960 001”",)


def test_places_of_signatures_and_labels_between_names_are_no_names():
    text = f"{PLAIN}Signed: ______\nName: Jo Fenwick\nTitle: Commissioner for Felpersham"
    document = parse(text)
    assert [(one.name, one.title) for one in document.signers] == [
        ("Jo Fenwick", "Commissioner for Felpersham")
    ]
    assert document.told == ("Beside who signs: “Signed: ______”",)


def test_the_date_beside_a_signature_is_the_day_of_the_response():
    made = place(parse(f"{PLAIN}Jo Fenwick\nMayor of Felpersham\nDate: 29 May 2026"), REGISTER)
    assert (made.published_on.iso, signers(made)) == (
        "2026-05-29",
        [("Jo Fenwick", "Mayor of Felpersham")],
    )


COPIES = (
    *("cc: Chief Constable, Borsetshire Police\nHMICFRS", "cc Chief Constable\nHMICFRS"),
    *("Cc: Deputy Chief Constable", "c.c.: the Mayor", "cc\nChief Constable\nHMICFRS"),
    *("**cc:** Chief Constable", "Copies: Home Secretary\nChief Constable\nCouncil"),
)


@pytest.mark.parametrize("copies", COPIES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_has_a_copy_is_of_no_office_and_told(gap, copies):
    document = parse(f"{PLAIN}{SIGNED}{gap}{copies}")
    assert [(one.name, one.title) for one in document.signers] == BOTH
    quoted = " ".join(f"“{line}”" for line in copies.split("\n"))
    assert document.told == (f"Beside who signs: {quoted}",)


@pytest.mark.parametrize("end", ["We do not agree.", "cc: Jo Fenwick", "pcc@borset.example"])
def test_contacts_without_anyone_who_signs_stay_in_the_text(end):
    document = understand(read(word(*BODY, p(end))))
    assert (document.signers, document.told) == ((), ())
    assert document.sections[-1].elements[-1].text == end


@pytest.mark.parametrize("day", ["4 June 2026", "Dated: 4 June 2026", "Date: 4 June 2026"])
def test_a_day_below_who_signs_is_no_part_of_the_office(day):
    document = parse(f"{PLAIN}{SIGNED}\n{day}")
    assert [(one.name, one.title) for one in document.signers] == BOTH
    assert document.sections[-1].elements[-1].text == day
    each = [cell("Signed by", *one, day) for one in BOTH]
    made = draft(*BODY, table(each, ["", ""]))
    assert signers(made) == BOTH
    assert made.sections[-1].body.count(day) == len(BOTH)
