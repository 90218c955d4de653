"""A table of answers that goes on in another, which has no headings."""

import pytest

from .test_recognised import SUBJECTS, draft
from .word_files import cell, p, table

HEADS = ["No", "Response", "RAG"]
FIRST = [HEADS, ["1", "Marked.", "Met"], ["2", "Named.", "Met"]]
PAGE = p('<w:r><w:br w:type="page"/></w:r>')


@pytest.mark.parametrize("between", [[], [p("")], [p(" "), PAGE, p("")]])
def test_a_table_without_headings_goes_on_the_one_above(between):
    made = draft(table(*FIRST), *between, table(["3", "Given.", "Amber"]), *between,
                 table(["4", "Called.", "Red"]))  # fmt: skip
    assert list(made.answers.values()) == [
        "<p>Marked.</p>", "<p>Named.</p>", "<p>Given.</p>", "<p>Called.</p>",
    ]  # fmt: skip
    assert [one.rag for one in made.ratings] == ["green", "green", "amber", "red"]
    assert made.sections == ()


def test_recommendations_in_full_words_go_on_too():
    heads = ["Recommendation", "Response"]
    upper, lower = ([SUBJECTS[1], "Marked."], [SUBJECTS[2], "Named."])
    made = draft(table(heads, upper), PAGE, table(lower))
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Named.</p>"}


def test_a_sliver_of_a_column_does_not_part_them():
    upper = [*HEADS[:2], cell("RAG", across=2)], ["1", cell("Marked.", across=2), "Met"]
    made = draft(table(*upper, widths=[500, 2000, 40, 600]), PAGE, table(["2", "Named.", "Red"]))
    assert [(one.finding_id, one.rag) for one in made.ratings] == [(1, "green"), (2, "red")]


def test_the_rest_of_a_row_that_a_page_parts_is_of_its_recommendation():
    made = draft(table(*FIRST), PAGE, table(["", "And dogs.", ""], ["3", "Given.", ""]))
    assert made.answers[2,] == "<p>Named.</p><p>And dogs.</p>"
    assert made.answers[3,] == "<p>Given.</p>"


@pytest.mark.parametrize(
    "body",
    [
        [p("And so:"), table(["3", "Given.", "Amber"])],
        [table(["3", "Given."])],
        [table(["Farms", "Vans", "Dogs"])],
        [table(["Force", "Borset"], ["Date of publication", "May"])],
    ],
    ids=["words between", "other columns", "no numbers", "a form"],
)
def test_any_other_table_is_one_of_its_own(body):
    made = draft(p("Reply", style="H1"), table(*FIRST), *body)
    assert made.answers.keys() == {(1,), (2,)}


def test_a_form_below_two_columns_of_numbers_stays_one():
    form = table(["Force", "Borset"], ["Date of publication", "3 May 2026"])
    made = draft(table(["No", "Response"], ["1", "Marked."]), form)
    assert [field.label for field in made.fields] == ["Force", "Date of publication"]
