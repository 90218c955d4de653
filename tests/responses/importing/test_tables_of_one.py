"""Tables of a label and a value a row that hold one recommendation each."""

import pytest

from responses.importing.elements import Answered, Field, Paragraph
from responses.importing.files import read
from responses.importing.settling import NO_CARDS

from .test_recognised import SUBJECTS, draft
from .word_files import bold, cell, p, table, word


def two_columns(number, asked, said, rag):
    return table(
        ["Recommendation number", number],
        ["Recommendation", asked],
        ["Response", cell(said, p("A van.", item=(1, 0)))],
        ["RAG status", rag],
        ["Owner", "ACC Smith"],
        ["Due date", "December 2026"],
        ["Evidence", f"Minutes of {number}"],
    )


def four_columns(number, asked, said, rag):
    return table(
        [cell(p(bold(f"Recommendation {number}")), across=4)],
        ["Recommendation", cell(asked, across=3)],
        ["RAG status", rag, "Owner", "ACC Smith"],
        ["Response", cell(said, p("A van.", item=(1, 0)), across=3)],
        ["Evidence", f"Minutes of {number}", "Due date", "December 2026"],
    )


FORM = table(
    ["Title of report", "Theft from farms"],
    ["Date of publication", "3 February 2026"],
    ["Local policing body", "Borsetshire"],
)
ANSWER = (
    "<p>{}</p><ul><li>A van.</li></ul><p><strong>Evidence</strong></p><p>Minutes of {}</p>"
)  # fmt: skip


@pytest.mark.parametrize("one", [two_columns, four_columns])
@pytest.mark.parametrize("between", [[], [p("")]], ids=["side by side", "apart"])
def test_each_table_is_the_answer_to_its_recommendation(one, between):
    made = draft(
        FORM,
        *(*between, one("1", "Mark trailers and heavy tools.", "Marked.", "Amber")),
        *(*between, one("3", "Guidance on stolen machinery.", "Given.", "Complete")),
    )
    assert made.answers == {(1,): ANSWER.format("Marked.", 1), (3,): ANSWER.format("Given.", 3)}
    assert [(one.finding_id, one.text) for one in made.wordings] == [
        (1, "<p>Mark trailers and heavy tools.</p>"),
        (3, "<p>Guidance on stolen machinery.</p>"),
    ]
    assert [(r.finding_id, r.rag, r.owner, r.due) for r in made.ratings] == [
        (1, "amber", "ACC Smith", "December 2026"),
        (3, "green", "ACC Smith", "December 2026"),
    ]
    assert [field.label for field in made.fields] == [
        "Title of report", "Date of publication", "Local policing body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Recommendation 1", "Mark trailers and heavy tools"]],
        [["Recommendation", "1"], ["Wording", "Mark trailers and heavy tools"]],
        [["Recommendation", "1. Mark trailers and heavy tools"]],
        [["Recommendation", "Mark trailers and heavy tools"], ["Owner", ""]],
        [["Theme", "Farms"], ["Rec no", "1"]],
        [[cell("Recommendation 1: Mark trailers and heavy tools", across=2)]],
        [["Force", "Borset"], ["Title", "Theft"], ["Recommendation ref", "1"]],
    ],
)
def test_a_recommendation_is_named_in_one_way_or_another(rows):
    made = draft(table(*rows, ["Response", "Marked."], ["Status", "Met"]))
    assert made.answers == {(1,): "<p>Marked.</p>"}
    assert [one.rag for one in made.ratings] == ["green"]


@pytest.mark.parametrize(
    "heading",
    [lambda n: p(f"Recommendation {n}", style="H2"), lambda n: p(bold(f"Recommendation {n}:"))],
)
@pytest.mark.parametrize("more", [[], [["Recommendation", "Mark all trailers and tools."]]])
def test_a_table_is_of_the_recommendation_in_whose_heading_it_stands(heading, more):
    rows = *more, ["Response", "Marked."], ["RAG", "Amber"]
    made = draft(FORM, heading(1), p(""), table(*rows), heading(2), table(*rows[-2:]))
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Marked.</p>"}
    assert [one.rag for one in made.ratings] == ["amber", "amber"]
    assert len(made.fields) == 3
    assert {one.why for one in made.left_out} == {"its table is taken row by row"}


def test_a_form_below_a_sentence_of_a_recommendation_stays_one():
    before = p("Recommendation 1 is that all forces mark the trailers of all their farms.")
    lines = read(word(before, table(["Response", "Marked."], ["RAG", "Amber"]))).lines
    assert [line.given.label for line in lines[1:]] == ["Response", "RAG"]


def test_several_in_one_table_are_taken_apart():
    first, second = (
        [[f"Recommendation {n}", ""], ["Response", said], ["", "More."]]
        for n, said in ((1, "Marked."), (2, "Named."))
    )
    made = draft(table(["Inspectorate", "HMICFRS"], *first, *second))
    assert made.answers == {
        (1,): "<p>Marked.</p><p>More.</p>",
        (2,): "<p>Named.</p><p>More.</p>",
    }
    assert [field.label for field in made.fields] == ["Inspectorate"]


def test_an_area_for_improvement_keeps_its_kind():
    rows = ["AFI number", "2"], ["Response", "Fed."], ["RAG", "Met"]
    [line] = read(word(table(*rows))).lines
    assert line.given == Answered("AFI number 2", said=(Paragraph("Fed."),), status="Met")


@pytest.mark.parametrize(
    "rows",
    [
        [["Recommendations", "16"], ["Response", "We agree."]],
        [["Recommendations", "1 to 4"], ["Chief Constable's response", "We agree."]],
        [["Recommendation 1", "Mark."], ["Recommendation 2", "Name."], ["Response", "We agree."]],
        [["Recommendation", "1. Mark. 2. Name."], ["Response", "We agree."], ["Status", "Final"]],
        [["Reference", "2026/14"], ["Title", "Farms"], ["Response", "We agree."]],
        [["Reference", "14"], ["Response", "We agree."]],
        [["Recommendation 1", "Accepted"], ["Recommendation 2", "Accepted"]],
    ],
)
def test_rows_of_a_whole_response_stay_rows_of_the_form(rows):
    lines = read(word(table(["Title of report", "Farms"], *rows))).lines
    assert [line.given.label for line in lines] == ["Title of report", *(row[0] for row in rows)]


def test_tables_of_which_few_fit_the_report_stay_what_they_are():
    rows = [["Recommendation number", "88"], ["Response", "Sold."], ["RAG", "Met"]]
    made = draft(FORM, table(*rows), table([cell("Recommendation 99", across=2)], *rows[1:]))
    assert (made.answers, made.ratings) == ({}, ())
    assert [field.label for field in made.fields[3:]] == [
        *("Recommendation number", "Response", "RAG"),
        *("Response", "RAG"),
    ]
    assert made.to_check[0] == NO_CARDS.format(begin="88 Sold. Met")


def test_what_has_no_label_in_such_a_table_is_kept():
    rows = ["Recommendation 1", ""], ["Response", "Marked."], [cell("Seen in May.", across=2)]
    [line] = read(word(table(*rows))).lines
    assert line.given.rest == (Field("", (Paragraph("Seen in May."),)),)


def in_one(number, asked, *rows):
    return table([f"Recommendation {number}", cell(asked, across=2)], *rows)


HEADS = ["Force response", "PCC response", "RAG"]
BOTH = "<p>We say {0}.</p><p><strong>Force response</strong></p><p>They say {0}.</p>"


def test_headings_over_one_row_below_the_name_of_a_recommendation_are_its_labels():
    rows = [[f"They say {n}.", f"We say {n}.", rag] for n, rag in ((1, "Met"), (2, "Red"))]
    each = [in_one(n, SUBJECTS[n], HEADS, row) for n, row in enumerate(rows, start=1)]
    names = [[f"Recommendation {n}", cell(SUBJECTS[n], across=2)] for n in (1, 2)]
    together = table(names[0], HEADS, rows[0], names[1], HEADS, rows[1])
    for made in (draft(*each), draft(together)):
        assert made.answers == {(n,): BOTH.format(n) for n in (1, 2)}
        assert [one.text for one in made.wordings] == [f"<p>{SUBJECTS[n]}</p>" for n in (1, 2)]
        assert [one.said for one in made.ratings] == ["Met", "Red"]


def test_headings_over_one_row_below_the_heading_of_a_recommendation_are_its_labels():
    body = [p(f"Recommendation 1: {SUBJECTS[1]}", style="H1"),
            table(HEADS[:2], ["They say 1.", "We say 1."])]  # fmt: skip
    made = draft(*body)
    assert made.answers == {(1,): BOTH.format(1)}
    assert [one.text for one in made.wordings] == [f"<p>{SUBJECTS[1]}</p>"]


def test_headings_over_several_rows_stay_those_of_a_table():
    rows = in_one(1, SUBJECTS[1], HEADS, ["They.", "We.", "Met"], ["They too.", "We too.", "Red"])
    made = draft(rows, p("Our words."))
    assert made.answers == {}
    assert "<table>" in made.sections[0].body


@pytest.mark.parametrize("label", ["What the report says", "What HMICFRS recommended"])
def test_what_the_report_says_is_the_wording_and_no_answer(label):
    said = SUBJECTS[1]
    one = table([cell("Recommendation 1", across=2)], [label, said], ["PCC response", "Marked."])
    two = table([cell("Recommendation 2", across=2)], [label, "Name"], ["PCC response", "Named."])
    made = draft(one, p(""), two)
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Named.</p>"}
    assert [wording.text for wording in made.wordings] == [f"<p>{said}</p>", "<p>Name</p>"]
