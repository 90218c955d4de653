"""Tables of recommendations with one a column, or in two halves side by side."""

import pytest

from .test_recognised import SUBJECTS, draft
from .word_files import table


def test_a_table_with_a_recommendation_a_column_is_read_by_its_columns():
    made = draft(
        table(
            ["", "Recommendation 1", "Recommendation 2", "Rec 4"],
            ["Response", "We mark them.", "We named one.", "We take them."],
            ["RAG", "Green", "Amber", "Not yet met"],
            ["Owner", "Pat", "", "Jo"],
        )
    )
    assert made.answers == {
        (1,): "<p>We mark them.</p>",
        (2,): "<p>We named one.</p>",
        (4,): "<p>We take them.</p><p>State: Not yet met</p>",
    }
    assert [(one.finding_id, one.rag, one.owner) for one in made.ratings] == [
        *((1, "green", "Pat"), (2, "amber", ""), (4, "", "Jo")),
    ]


def test_a_table_in_two_halves_is_read_half_by_half():
    heads = ["Rec", "Response"]
    rows = [["1", "We mark them.", "2", "We named one."], ["3", "Read.", "", ""]]
    made = draft(table([*heads, *heads], *rows))
    assert made.answers == {
        (1,): "<p>We mark them.</p>",
        (2,): "<p>We named one.</p>",
        (3,): "<p>Read.</p>",
    }


def test_a_table_of_figures_in_two_halves_stays_as_it_is():
    made = draft(table(["Year", "Vans", "Year", "Vans"], ["2025", "2", "2026", "4"]))
    assert made.answers == {}
    assert made.sections[0].body.count("<tr>") == 2


def test_one_that_answers_nothing_of_the_report_loses_nothing():
    made = draft(table(["", "Rec 71", "Rec 72"], ["Response", "No vans.", f"{SUBJECTS[3]}."]))
    text = " ".join(section.body for section in made.sections)
    assert all(words in text for words in ("Rec 71", "No vans.", "Rec 72", SUBJECTS[3]))


@pytest.mark.parametrize("first", ["", "No", "Recommendation", "Rec no."])
def test_numbers_alone_over_columns_of_answers_name_recommendations(first):
    """Read row by row, the first would get the answers to all the others."""
    said, states = ["We mark all of them.", "We have named one.", ""], ["Green", "Amber", "Met"]
    made = draft(table([first, "1", "2", "4"], ["Response", *said], ["RAG", *states]))
    assert made.answers == {
        (1,): "<p>We mark all of them.</p>",
        (2,): "<p>We have named one.</p>",
    }
    assert [(one.finding_id, one.said) for one in made.ratings] == [
        *((1, "Green"), (2, "Amber"), (4, "Met")),
    ]


def test_words_of_recommendations_over_columns_of_answers_name_them():
    heads = ["Recommendation", SUBJECTS[1], SUBJECTS[3]]
    made = draft(table(heads, ["Response", "We mark all of them.", "We have read it."]))
    assert made.answers == {(1,): "<p>We mark all of them.</p>", (3,): "<p>We have read it.</p>"}


@pytest.mark.parametrize("first", ["", "Year", "Quarter"])
def test_figures_under_numbers_stay_as_they_are(first):
    made = draft(table([first, "1", "2", "3"], ["Response times", "4", "5", "6 days"]))
    assert made.answers == {}
    assert made.sections[0].body.count("<tr>") == 2
