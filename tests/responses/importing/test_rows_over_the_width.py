"""Rows over the whole width of a table of answers: of the recommendation above, or told."""

import pytest

from responses.importing.settling import MOVED

from .test_recognised import draft
from .test_voices_of_answers import TITLE, under
from .word_files import bold, cell, p, table

HEADS = ["No", "Recommendation", "Response", "RAG"]


def with_rows(said, *rows):
    """The Draft of a table whose column of answers is under `said`, with `rows` after each."""
    below = [[cell(*each, across=4)] for each in rows]
    first, second = ["1", "", "Marked.", "Met"], ["2", "", "Named.", "Amber"]
    return draft(TITLE, table([*HEADS[:2], said, "RAG"], first, *below[:1], second, *below[1:]))


@pytest.mark.parametrize(
    "row",
    [
        ["Chief Constable comment: Good."],
        ["Chief Constable comment", "Good."],
        [p(bold("Chief Constable comment:"), " Good.")],
        ["Chief Constable comment – Good."],
    ],
)
def test_a_comment_over_the_width_is_of_the_recommendation_above(row):
    made = with_rows("Our response", row)
    assert made.answers == {
        (1,): "<p>Marked.</p>" + under("Chief Constable comment", "Good."),
        (2,): "<p>Named.</p>",
    }
    assert [one.said for one in made.ratings] == ["Met", "Amber"]
    assert made.sections == ()


def test_what_the_body_says_there_is_the_answer_beside_the_force_s():
    made = with_rows("Force response", ["PCC comment: Good."], ["PCC comment: Fine."])
    assert made.answers == {
        (1,): "<p>Good.</p>" + under("Force response", "Marked."),
        (2,): "<p>Fine.</p>" + under("Force response", "Named."),
    }
    assert not [note for note in made.to_check if "Between" in note or "alone" in note]


@pytest.mark.parametrize("words", ["Theme: sheep", "Chief Constable"])
def test_any_other_row_over_the_width_is_put_into_the_text_and_told(words):
    made = with_rows("Response", [words])
    assert f"<p>{words}</p>" in made.sections[0].body
    assert MOVED.format(begin=words) in made.to_check
