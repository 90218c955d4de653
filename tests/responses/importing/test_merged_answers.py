"""A cell that is merged down over several recommendations is of each of them."""

from responses.importing.settling import STAYS

from .test_recognised import HEADS, draft
from .word_files import cell, p, table


def over(text, *own):
    """The cells of a column that one with `text` goes on over: what they hold themselves."""
    return [cell(text, down="restart"), *(cell(*filter(None, [o]), down="continue") for o in own)]


def rows(said, **columns):
    """Rows of recommendations 1, 2 and so on, with those cells in their columns."""
    names = ["asked", "said", "state", "owner", "due"]
    for place, one in enumerate(said):
        values = {name: column[place] for name, column in columns.items()} | {"said": one}
        yield [str(place + 1), *(values.get(name, "") for name in names)]


def test_an_answer_over_several_rows_is_a_joint_answer_to_them():
    said = [*over("All vans are marked.", "", ""), "Called."]
    made = draft(table(HEADS, *rows(said, state=["Met", "Amber – by May", "Red", "Met"])))
    assert made.answers == {
        (1, 2, 3): "<p>All vans are marked.</p>",
        (2,): "<p>State: Amber – by May</p>",
        (4,): "<p>Called.</p>",
    }
    assert [(one.finding_id, one.rag) for one in made.ratings] == [
        (1, "green"), (2, "amber"), (3, "red"), (4, "green"),
    ]  # fmt: skip


def test_the_wordings_stay_with_their_own():
    asked = ["Mark trailers and heavy tools", "Name an officer for farm watch groups"]
    made = draft(table(HEADS, *rows(over("Done.", ""), asked=asked)))
    assert [(one.finding_id, one.text) for one in made.wordings] == [
        (1, f"<p>{asked[0]}</p>"),
        (2, f"<p>{asked[1]}</p>"),
    ]
    assert made.answers == {(1, 2): "<p>Done.</p>"}


def test_what_each_cell_said_before_the_merge_answers_its_own_row():
    made = draft(table(HEADS, *rows(over("Marked.", "Named.", ""))))
    assert made.answers == {(1, 3): "<p>Marked.</p>", (2,): "<p>Named.</p>"}


def test_a_state_and_an_owner_over_several_rows_are_those_of_each():
    more = {"state": over("Met", ""), "owner": over("Pat", "Jo")}
    made = draft(table(HEADS, *rows(["Marked.", "Named."], **more)))
    assert [(one.rag, one.owner) for one in made.ratings] == [("green", "Pat"), ("green", "Jo")]


def test_a_comment_over_the_same_rows_goes_with_the_joint_answer():
    heads = ["No", "Response", "Comment"]
    said, comments = over("Done.", ""), over("Thanks.", "")
    made = draft(table(heads, ["1", said[0], comments[0]], ["2", said[1], comments[1]]))
    joint = "<p>Done.</p><p><strong>Comment</strong></p><p>Thanks.</p>"
    assert made.answers == {(1, 2): joint}
    made = draft(table(heads, ["1", "A.", comments[0]], ["2", "B.", comments[1]]))
    assert [text.count("Thanks.") for text in made.answers.values()] == [1, 1]


def test_one_that_fits_no_recommendation_leaves_the_joint_answer_to_a_person():
    said = over("Done.", "")
    made = draft(table(HEADS[:3], ["3", "", said[0]], ["44", "", said[1]]))
    assert made.answers == {}
    assert "<p><strong>3 and 44</strong></p><p>Done.</p>" in made.sections[-1].body


def test_in_a_table_that_stays_one_the_first_row_has_the_joint_answer():
    said = over("Done.", "")
    body = table(HEADS[:3], ["88", "", said[0]], ["99", "", said[1]])
    made = draft(p("Reply", style="H1"), body)
    assert "<tr><td>88</td><td>Done.</td></tr><tr><td>99</td><td></td></tr>" in (
        made.sections[0].body
    )
    assert made.to_check[0] == STAYS.format(begin="Done. 88 99")
