"""Which tables answer recommendations, and which stay the tables that they are."""

import pytest

from responses.importing import columns
from responses.importing.files import read
from responses.importing.reading import understand
from responses.importing.settling import STAYS, settled

from .placed import place
from .test_recognised import FINDINGS, HEADS, REGISTER, SUBJECTS, draft
from .word_files import cell, p, table, word

ANSWERS = {
    "numbers first": [["No", "Response", "RAG"], ["1", "Marked.", "Met"]],
    "numbers alone and states": [["No", "Status"], ["1", "Met"], ["2", "Red"]],
    "words last": [["Status", "Action", "Recommendation"], ["Met", "Done.", "Mark trailers"]],
    "full texts under Rec": [["Rec", "Update"], ["Mark all trailers in 3 months", "Done."]],
    "a theme beside the number": [["No", "Theme", "Response"], ["1", "Trailers", "Marked."]],
    "a comment behind": [["No", "Response", "Comment"], ["1", "Marked.", "Thanks."]],
    "groups of rows": [
        ["No", "Response"], ["Trailers"], ["1", "Marked."], ["Sheep"], ["4", "Called."], ["Rest"],
    ],
    "nothing filled in yet": [["No", "Response"], ["1", ""], ["2", ""]],
}  # fmt: skip
OTHERS = {
    "counts by state": [["Status", "Number"], ["Met", "10"], ["In progress", "6"]],
    "counts of recommendations": [["RAG", "Recommendations"], ["Green", "10"], ["Amber", "6"]],
    "figures by year": [["", "Response time"], ["2024", "12"], ["2025", "9"]],
    "figures by quarter": [["", "Response rate"], ["Q1", "85%"], ["Q2", "90%"]],
    "ratings of places": [["", "Rating"], ["Farms", "4"], ["Vans", "5"]],
    "a log of risks": [["Ref", "Risk", "Action", "RAG"], ["1", "No staff", "Hire.", "Amber"]],
    "risks by their issue": [
        ["No", "Issue", "Mitigating action", "RAG"], ["1", "No staff", "Hire.", "Amber"],
    ],
    "numbers of something else": [["No", "Team", "Update"], ["1", "Farms", "Three vans."]],
}  # fmt: skip


@pytest.mark.parametrize("rows", ANSWERS.values(), ids=ANSWERS)
def test_columns_of_answers_are_found(rows):
    assert columns.find(rows)


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_any_other_columns_are_those_of_a_table(rows):
    assert columns.find(rows) is None


def rows_with(fitting, others):
    return [
        *([str(number), "", "Marked.", "Met", "", ""] for number in range(1, fitting + 1)),
        *(
            [f"{number}0", "Sell it.", "Sold.", "Met", "Pat", "May"]
            for number in range(1, others + 1)
        ),
    ]


def test_a_table_of_which_half_of_the_rows_fit_is_one_of_answers():
    made = draft(p("Reply", style="H1"), table(HEADS, *rows_with(2, 2)))
    assert made.answers.keys() == {(1,), (2,)}
    assert len(made.unplaced) == 4


def test_a_table_of_which_fewer_rows_fit_stays_in_its_place_as_a_table_and_is_told():
    wide = [cell("Farms", across=6)]
    body = [p("Reply", style="H1"), p("Before."), table(HEADS, *rows_with(1, 1), wide,
            *rows_with(0, 1)), p("After.")]  # fmt: skip
    made = draft(*body)
    assert (made.answers, made.unplaced, made.ratings) == ({}, (), ())
    [section] = made.sections
    before, rest = section.body.split("<table>")
    rows, after = rest.split("</table>")
    assert (before, after) == ("<p>Before.</p>", "<p>After.</p>")
    assert rows == (
        '<thead><tr><th scope="col">Number</th><th scope="col">Recommendation</th>'
        '<th scope="col">Response</th><th scope="col">State</th><th scope="col">Owner</th>'
        '<th scope="col">Due</th></tr></thead><tbody>'
        "<tr><td>1</td><td></td><td>Marked.</td><td>Met</td><td></td><td></td></tr>"
        "<tr><td>10</td><td>Sell it.</td><td>Sold.</td><td>Met</td><td>Pat</td><td>May</td></tr>"
        '<tr><td colspan="6">Farms</td></tr>'
        "<tr><td>10</td><td>Sell it.</td><td>Sold.</td><td>Met</td><td>Pat</td><td>May</td></tr>"
        "</tbody>"
    )
    assert made.to_check[0] == STAYS.format(begin="1 Marked. Met")


def test_of_two_tables_each_is_judged_by_its_own_rows():
    body = [p("Reply", style="H1"), table(HEADS, *rows_with(0, 3)), p("And:")]
    made = draft(*body, table(HEADS, *rows_with(2, 0)))
    assert made.answers.keys() == {(1,), (2,)}
    assert made.sections[0].body.count("<table>") == 1


def test_columns_of_one_heading_are_kept_apart():
    heads = ["No", "Recommendation", "Response", "Note", "Note"]
    made = draft(p("Reply", style="H1"), table(heads, ["9", "Sell it.", "Sold.", "A", "B"]))
    assert "<td>A</td><td>B</td>" in made.sections[0].body


def test_a_table_of_more_columns_than_any_is_left_row_by_row():
    heads = [*HEADS, *(f"Note {number}" for number in range(40))]
    source = read(word(p("Reply", style="H1"), table(heads, ["9"] + ["a"] * 45)))
    assert settled(source, FINDINGS) == source
    assert "Note 39" in place(understand(source), REGISTER).sections[-1].body


TYPED = "Our reply\n\nNo\tRecommendation\tResponse\tRAG\n1\t{0[1]}\tMarked.\tMet\n2\t\tNone.\tRed\n"


def typed(text):
    return place(understand(settled(read(text.encode(), "reply.txt"), FINDINGS)), REGISTER)


def test_a_table_that_is_typed_with_tabs_is_one():
    made = typed(f"{TYPED.format(SUBJECTS)}\nThat is all that we say.\n")
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>None.</p>"}
    assert [one.said for one in made.ratings] == ["Met", "Red"]
    assert "That is all that we say." in made.sections[-1].body


def test_boxes_without_a_tick_in_a_typed_table_are_told():
    made = typed("Our reply\n\nVans\tDogs\tWhat\n1\t2\t☒ Yes ☐ No\n\nThat is all.\n")
    assert "<td>Yes</td>" in "".join(section.body for section in made.sections)
    assert made.told == ("1 box without a tick: “No”",)


@pytest.mark.parametrize("text", ["Force\tBorset\nGrade\tGood\n", "1\tVans\tTwo of them\n"])
def test_labels_with_a_value_and_one_line_with_tabs_are_no_table(text):
    made = typed(f"Our reply\n\n{text}\nThat is all that we say.\n")
    assert "<table>" not in "".join(section.body for section in made.sections)


WHO = ["Recommendation", "Who", "Comment"]


def of_both(said):
    return [[cell(f"1. {SUBJECTS[1]}", down="restart"), "Chief Constable", said[0]],
            [cell("", down="continue"), "PCC", said[1]]]  # fmt: skip


def test_a_column_that_says_who_speaks_stands_over_their_words():
    made = draft(table(WHO, *of_both(("We mark them.", "I doubt it."))))
    chief, ours = (f"<p><strong>{one}</strong></p>" for one in ("Chief Constable", "PCC"))
    assert made.answers == {(1,): f"{chief}<p>We mark them.</p>{ours}<p>I doubt it.</p>"}


def test_words_of_the_chief_officer_alone_by_such_a_column_are_told():
    made = draft(table(WHO, [f"1. {SUBJECTS[1]}", "Chief Constable", "We mark them."]))
    assert any("words under “Chief Constable” alone" in note for note in made.to_check)
