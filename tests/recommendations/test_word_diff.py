"""Two texts, word by word: nothing is lost, nothing invented, and nothing takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.word_diff import Mark, Piece, compare, is_changed, likeness, replaced

KEPT, ADDED, REMOVED = Mark.KEPT, Mark.ADDED, Mark.REMOVED
TEXTS = st.text(alphabet="ab c\n", max_size=40)


def marked(lines):
    """Write lines as one text: [-removed-], {+added+}."""
    signs = {KEPT: "{}", ADDED: "{{+{}+}}", REMOVED: "[-{}-]"}
    return "\n".join(" ".join(signs[one.mark].format(one.text) for one in line) for line in lines)


def words_of(lines, *marks):
    return [
        word for line in lines for one in line if one.mark in marks for word in one.text.split()
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("All is well.", "All is well.", "All is well."),
        ("", "All is well.", "{+All is well.+}"),
        ("All is well.", "", "[-All is well.-]"),
        ("All is well now.", "All is not well now.", "All is {+not+} well now."),
        (
            "The force has two teams.",
            "The force has six teams.",
            "The force has [-two-] {+six+} teams.",
        ),
        ("One.\nTwo.\nThree.", "One.\nThree.", "One.\n[-Two.-]\nThree."),
        ("One.\nThree.", "One.\nTwo.\nThree.", "One.\n{+Two.+}\nThree."),
        ("One  space\n\n and more", "One space\nand   more", "One space\nand more"),
    ],
)
def test_words_are_kept_added_or_removed(before, after, told):
    assert marked(compare(before, after)) == told


def test_lines_without_likeness_stand_one_after_the_other():
    before = "The board meets in May.\nNobody was asked about the plan at all."
    after = "A panel of residents reads every report in June."
    assert marked(compare(before, after)) == (
        "[-The board meets in May.-]\n[-Nobody was asked about the plan at all.-]\n"
        "{+A panel of residents reads every report in June.+}"
    )


def test_a_line_is_compared_with_the_one_that_it_became_and_not_with_its_neighbour():
    before = "The board meets in May.\nSix teams look for offenders."
    after = "An entirely other opening.\nSeven teams look for offenders."
    assert marked(compare(before, after)) == (
        "[-The board meets in May.-]\n{+An entirely other opening.+}\n"
        "[-Six-] {+Seven+} teams look for offenders."
    )


def test_a_paragraph_that_is_only_divided_is_kept():
    assert not is_changed(compare("One two. Three four.", "One two.\nThree four."))


def test_single_words_between_two_replaced_passages_go_with_them():
    before = "We saw the old plan of the board work well for all of us."
    after = "We saw our new plan for our board work well for all of us."
    assert marked(compare(before, after)) == (
        "We saw [-the old plan of the-] {+our new plan for our+} board work well for all of us."
    )


def test_a_value_is_replaced_whole():
    assert replaced("15 April 2026", "16 April 2026") == (
        (Piece(REMOVED, "15 April 2026"), Piece(ADDED, "16 April 2026")),
    )
    assert replaced("", "Amber") == ((Piece(ADDED, "Amber"),),)
    assert replaced("Amber", "") == ((Piece(REMOVED, "Amber"),),)
    assert replaced(" ", "") == ()


@given(TEXTS, TEXTS)
def test_the_words_of_both_texts_are_there_in_order(before, after):
    lines = compare(before, after)
    assert words_of(lines, KEPT, REMOVED) == before.split()
    assert words_of(lines, KEPT, ADDED) == after.split()
    assert is_changed(lines) == (before.split() != after.split())
    assert all(line and all(one.text for one in line) for line in lines)


def test_likeness_is_the_part_of_the_words_that_is_shared():
    assert likeness("one two", "two one one") == 1
    assert likeness("one two", "two three") == 0.5
    assert likeness("one", "two") == 0
    assert likeness("", "") == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the " * 5_000, "the other " * 2_500),
        ("\n".join(["Yes", "No"] * 1_000), "\n".join(["No", "Yes", "0"] * 700)),
        ("\n".join(f"Line {i}" for i in range(1_500)), "\n".join(f"Row {i}" for i in range(1_500))),
        (" ".join(map(str, range(12_000))), " ".join(map(str, range(1, 12_001)))),
    ],
)
def test_what_would_take_long_is_told_whole(before, after):
    lines = compare(before, after)
    assert words_of(lines, REMOVED) == before.split()
    assert words_of(lines, ADDED) == after.split()


def test_five_thousand_words_of_prose_are_compared_word_by_word():
    words = [f"word{i * i % 1_009}" for i in range(5_000)]
    changed = [*words[:2_500], "inserted", *words[2_501:]]
    lines = compare(" ".join(words), " ".join(changed))
    assert words_of(lines, ADDED) == ["inserted"]
    assert words_of(lines, REMOVED) == [words[2_500]]
