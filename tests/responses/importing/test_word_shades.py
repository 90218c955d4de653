"""A state that a Word document shows by the colour of a cell is proposed, or told."""

import pytest

from responses.importing.word.shades import rag_of_shade

from .test_recognised import draft
from .word_files import cell, p, table

HEADS = ["No", "Response", "RAG"]
SAYS = "in a colour and no word: the colour is proposed as a rating."


def shaded(text, fill, how="clear"):
    name = "color" if how == "solid" else "fill"
    return cell(text, more=f'<w:shd w:val="{how}" w:{name}="{fill}"/>')


@pytest.mark.parametrize(
    ("rag", "shades"),
    [
        ("green", "00B050 00FF00 92D050 C6EFCE 006100 70AD47"),
        ("amber", "FFC000 FFBF00 FFFF00 ED7D31 FFEB9C FFE699"),
        ("red", "FF0000 C00000 FFC7CE ff3300"),
        ("", "FFFFFF 000000 D9D9D9 E2EFD9 0070C0 7030A0 DEEAF6 DDD9C3 663300 FF99CC"),
    ],
)
def test_plain_colours_are_told_from_tints_and_others(rag, shades):
    assert {shade: rag_of_shade(shade) for shade in shades.split()} == dict.fromkeys(
        shades.split(), rag
    )


@pytest.mark.parametrize("sign", ["", "●"])
def test_the_colour_of_a_cell_without_a_word_is_proposed_and_said(sign):
    rows = [
        ["1", "Marked.", shaded(sign, "00B050")],
        ["2", "Named.", shaded(sign, "FF0000", "solid")],
        ["3", "Given.", shaded(sign, "auto")],
    ]
    made = draft(table(HEADS, *rows))
    assert [(one.finding_id, one.rag) for one in made.ratings] == [(1, "green"), (2, "red")]
    assert [one.said.strip("● ") for one in made.ratings] == [
        "Green (by the colour of its cell)",
        "Red (by the colour of its cell)",
    ]
    assert list(made.answers.values())[:2] == ["<p>Marked.</p>", "<p>Named.</p>"]
    assert f"2 cells show their state {SAYS}" in made.to_check


def test_a_colour_in_a_table_of_one_recommendation_is_proposed_too():
    rows = ["Recommendation", "1"], ["Response", "Marked."], ["RAG", shaded("", "FFC000")]
    made = draft(table(*rows))
    assert [one.rag for one in made.ratings] == ["amber"]
    assert f"1 cell shows its state {SAYS}" in made.to_check


@pytest.mark.parametrize(
    "row",
    [
        ["1", "Marked.", shaded("", "0070C0")],
        [shaded("1", "00B050"), shaded("Marked.", "00B050"), shaded("", "00B050")],
    ],
    ids=["blue", "all of the row"],
)
def test_a_colour_that_is_not_plain_is_told(row):
    made = draft(table(HEADS, row))
    assert made.ratings == ()
    [note] = [note for note in made.to_check if "colour" in note]
    assert note.startswith("1 cell shows its state in a colour and no word, and it is not plain")


@pytest.mark.parametrize(
    ("word", "shade", "notes"),
    [
        ("Met", "FF0000", ["“Met” stands in a red cell: the word counts, and not the colour."]),
        ("Met", "00B050", []),
        ("🟢", "00B050", []),
        ("Met", "D9D9D9", []),
    ],
)
def test_a_word_counts_and_a_colour_that_says_otherwise_is_told(word, shade, notes):
    made = draft(p("Reply", style="H1"), table(HEADS, ["1", "Marked.", shaded(word, shade)]))
    assert [one.rag for one in made.ratings] == ["green"]
    assert [note for note in made.to_check if "colour" in note] == notes


def test_a_column_of_circles_alone_is_one_of_states():
    made = draft(table(["No", "RAG"], ["1", "🟢"], ["2", "🔴"]))
    assert [one.rag for one in made.ratings] == ["green", "red"]
