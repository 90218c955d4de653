"""Cells of a table of recommendations stand under their headings, whatever is merged beside."""

from responses.importing.elements import Answered, Field, Paragraph
from responses.importing.word import read_word

from .word_files import cell, row, table, word

HEADS = ["No", "Recommendation", "Response", "RAG", "Owner"]


def given(*rows, widths=()):
    source = read_word(word(table(*rows, widths=widths)))
    return [line.given or Paragraph(line.text) for line in source.lines]


def texts(*words):
    return tuple(Paragraph(one) for one in words)


def test_a_cell_over_two_columns_moves_none_that_follow():
    [one] = given(HEADS, ["1", cell("Buy a van. See below.", across=2), "Green", "Pat"])
    assert one == Answered("1", said=texts("Buy a van. See below."), status="Green", owner="Pat")


def test_a_cell_over_the_number_and_the_wording_is_the_wording():
    [one] = given(HEADS, [cell("1. Buy a van.", across=2), "Bought.", "Green", "Pat"])
    assert [e.text for e in one.asked] == ["Buy a van."]
    assert (one.said, one.status, one.owner) == (texts("Bought."), "Green", "Pat")


def test_all_cells_under_a_heading_over_two_columns_are_its_own():
    heads = ["No", "Recommendation", cell("Response", across=2), "RAG"]
    [one] = given(heads, ["1", "Buy a van.", "Bought.", "Two of them.", "Met"])
    assert one == Answered("1", texts("Buy a van."), texts("Bought.", "Two of them."), "Met")


def test_a_row_that_begins_later_in_the_grid_keeps_its_columns():
    late = row("Bought.", "Green", "Pat").replace(
        "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    )
    [one] = given(HEADS, late)
    assert one == Answered(said=texts("Bought."), status="Green", owner="Pat")


def test_headings_in_two_rows_are_read_as_one_and_the_one_above_is_kept():
    found = given(
        [cell("No", down="restart"), cell("Recommendation", down="restart"),
         cell("By the force", across=2)],
        [cell(down="continue"), cell(down="continue"), "Response", "RAG"],
        ["1", "Buy a van.", "Bought.", "Met"],
    )  # fmt: skip
    answer = Answered("1", texts("Buy a van."), texts("Bought."), "Met")
    assert found == [Paragraph("By the force"), answer]
    over = given(
        [cell("No", down="restart"), cell("Recommendation", down="restart"),
         cell("Response", across=2)],
        [cell(down="continue"), cell(down="continue"), "Actions", "RAG"],
        ["1", "Buy a van.", "Bought.", "Met"],
    )  # fmt: skip
    assert over == [Paragraph("Response"), answer]


def test_a_sliver_of_a_column_from_dragging_its_lines_does_not_count():
    """The line after the second column was dragged in one row: the grid has a column more."""
    heads = ["No", cell("Recommendation", across=2), "Response", "RAG"]
    dragged = ["1", "Buy a van.", cell("Bought.", across=2), "Met"]
    other = ["2", cell("Buy a dog.", across=2), "Fed.", "Met"]
    first, second = given(heads, dragged, other, widths=[500, 2000, 40, 3000, 600])
    assert first == Answered("1", texts("Buy a van."), texts("Bought."), "Met")
    assert second == Answered("2", texts("Buy a dog."), texts("Fed."), "Met")


def test_what_stands_beyond_the_last_heading_is_kept_without_one():
    [one] = given(["No", "Response"], ["1", "Bought.", "And fed."])
    assert one.rest == (Field("", texts("And fed.")),)
