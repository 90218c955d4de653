"""Headings that go over two rows, and several rows under them for one recommendation."""

import pytest

from .test_recognised import draft
from .word_files import cell, table


def split(over, *under):
    """Two rows of headings: "No" and "Recommendation" over both, and `over` the others."""
    first = ["No", "Recommendation"], [cell(over, across=len(under))]
    return (
        [*(cell(word, down="restart") for word in first[0]), *first[1]],
        [cell(down="continue"), cell(down="continue"), *under],
    )


def of_one(*rows):
    """Rows of recommendation 1, whose number and words are merged over all of them."""
    for place, row in enumerate(rows):
        down = "continue" if place else "restart"
        yield [cell(*[] if place else ["1"], down=down), cell(down=down), *row]


def headed(*pairs):
    return "".join(f"<p><strong>{heading}</strong></p><p>{words}</p>" for heading, words in pairs)


def test_each_action_keeps_its_comment_beside_it():
    rows = ["Mark vans.", "Half are."], ["Mark tools.", ""], ["Mark dogs.", "None is."]
    made = draft(table(*split("Response", "Action", "Comment"), *of_one(*rows)))
    assert made.answers == {
        (1,): headed(
            *(("Action", "Mark vans."), ("Comment", "Half are."), ("Action", "Mark tools.")),
            *(("Action", "Mark dogs."), ("Comment", "None is.")),
        )
    }


def test_a_comment_over_all_the_rows_follows_their_actions():
    comments = [cell("All are.", down="restart"), cell(down="continue")]
    rows = ["Mark vans.", comments[0]], ["Mark tools.", comments[1]]
    made = draft(table(*split("Response", "Action", "Comment"), *of_one(*rows)))
    assert made.answers == {
        (1,): "<p>Mark vans.</p><p>Mark tools.</p>" + headed(("Comment", "All are."))
    }


@pytest.mark.parametrize(
    ("over", "under", "answer"),
    [
        ("Response", ["Chief Constable", "Commissioner"], ("Response: Chief Constable", "A.")),
        ("Response", ["Commissioner", "Chief Constable"], ("Response: Chief Constable", "B.")),
        ("Response", ["Evidence", "Action"], ("Evidence", "A.")),
    ],
)
def test_a_heading_that_says_too_little_is_read_with_the_one_above(over, under, answer):
    made = draft(table(*split(over, *under), ["1", "", "A.", "B."]))
    said = "AB".replace(answer[1][0], "")
    assert made.answers == {(1,): f"<p>{said}.</p>" + headed(answer)}


def test_a_previous_state_below_a_heading_of_both_is_not_the_state():
    first, second = split("RAG", "Previous", "Current")
    rows = [*first, cell("Response", down="restart")], [*second, cell(down="continue")]
    made = draft(table(*rows, ["1", "", "Red", "Amber", "Marked."]))
    assert [one.rag for one in made.ratings] == ["amber"]
    assert made.answers == {(1,): "<p>Marked.</p>" + headed(("RAG: Previous", "Red"))}
