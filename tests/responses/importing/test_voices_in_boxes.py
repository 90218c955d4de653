"""Whose words stand in a box."""

import pytest

from .test_recognised import draft
from .test_voices import OURS, THEIRS, heading
from .test_voices_of_answers import TITLE, under
from .word_files import bold, cell, p, run, table


def parts(made):
    return [(one.level, one.heading, one.voice, one.body) for one in made.sections]


def said(words):
    return f"<p>{words}</p>"


@pytest.mark.parametrize("label", [p(THEIRS), p(f"{THEIRS}:"), p(bold(THEIRS))])
def test_a_box_with_a_label_and_a_text_in_two_cells_is_a_part_in_its_voice(label):
    boxes = table([cell(label)], ["Good."]) + p("") + table([OURS], ["Fine."])
    made = draft(TITLE, heading("Reply", 1), p("Ours."), boxes)
    assert parts(made) == [
        (1, "Reply", "commissioner", said("Ours.")),
        (2, THEIRS, "chief_officer", said("Good.")),
        (2, OURS, "commissioner", said("Fine.")),
    ]


def test_the_end_of_a_box_ends_its_voice():
    box = table([cell(p(bold(THEIRS)), p("Good."))])
    made = draft(
        TITLE, heading("Reply", 1), p("Ours."), box, p("More."), heading("Vans", 2), p("2.")
    )
    assert parts(made) == [
        (1, "Reply", "commissioner", said("Ours.")),
        (2, THEIRS, "chief_officer", said("Good.")),
        (2, "", "commissioner", said("More.")),
        (2, "Vans", "commissioner", said("2.")),
    ]


def test_a_box_in_a_part_of_the_chief_officer_s_leaves_what_follows_to_them():
    box = table([OURS], ["Fine."])
    body = [heading("Reply", 1), heading(THEIRS, 2), p("Good."), box, p("More.")]
    assert [voice for _, _, voice, _ in parts(draft(TITLE, *body))] == [
        *("commissioner", "chief_officer", "commissioner", "chief_officer"),
    ]


def test_boxes_before_any_heading_are_sections():
    made = draft(table([THEIRS], ["Good."], [OURS], ["Fine."]), p("More is to come."))
    assert parts(made) == [
        (1, THEIRS, "chief_officer", said("Good.")),
        (1, OURS, "commissioner", said("Fine.")),
        (1, "", "commissioner", said("More is to come.")),
    ]


def test_a_box_in_an_answer_stands_below_what_is_said_there():
    box = table([THEIRS], ["We did."])
    made = draft(TITLE, heading("Recommendation 1", 1), p("Marked."), box, p("And painted."))
    assert made.answers == {(1,): said("Marked.") + said("And painted.") + under(THEIRS, "We did.")}


def test_a_box_of_anything_else_is_text():
    made = draft(
        TITLE, heading("Reply", 1), table(["Key facts"], ["Two vans."], ["Chief Constable"])
    )
    assert [section.heading for section in made.sections] == ["Reply"]
    assert made.sections[0].body == said("Key facts") + said("Two vans.") + said("Chief Constable")


def test_the_end_of_a_text_box_ends_its_voice():
    inside = p(bold(THEIRS)) + p("Good.")
    drawn = f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    made = draft(TITLE, heading("Reply", 1), p(run("Ours."), drawn), p("More."))
    assert parts(made) == [
        (1, "Reply", "commissioner", said("Ours.")),
        (2, THEIRS, "chief_officer", said("Good.")),
        (2, "", "commissioner", said("More.")),
    ]


LONG, ALSO = "We have marked all of them.", "We are glad of what they marked."


def test_two_who_speak_side_by_side_have_a_part_each():
    made = draft(TITLE, heading("Reply", 1), table([OURS, "Chief Constable"], [LONG, ALSO]))
    assert parts(made)[1:] == [
        (2, OURS, "commissioner", said(LONG)),
        (2, "Chief Constable", "chief_officer", said(ALSO)),
    ]


def test_whose_the_columns_of_any_other_table_are_is_told():
    rows = table(["", OURS, "Chief Constable"], ["Vans", LONG, ALSO], ["Dogs", LONG, ALSO])
    made = draft(TITLE, heading("Reply", 1), rows)
    [note] = [note for note in made.to_check if "a cell says no more than" in note]
    assert "“Reply”" in note
    assert "“Chief Constable”" in note
    assert parts(made)[0][3].startswith("<table>")


def test_names_side_by_side_under_offices_are_no_words_of_theirs():
    made = draft(TITLE, table([OURS, "Chief Constable"], ["Jo Fenwick", "Acting CC Pat Marlowe"]))
    assert "chief_officer" not in [one.voice for one in made.sections]


def test_more_than_a_name_beside_an_office_in_a_form_is_what_they_say():
    long = " ".join([LONG] * 4)
    made = draft(TITLE, table(["Force", "Borset"], ["Chief Constable", long], ["Grade", "Good"]))
    assert parts(made) == [(1, "Chief Constable", "chief_officer", said(long))]
    made = draft(TITLE, table(["Force", "Borset"], ["Chief Constable", "Pat Marlowe, acting"]))
    assert [field.label for field in made.fields] == ["Force", "Chief Constable"]


def test_a_table_with_fewer_cells_in_its_last_row_is_no_two_columns_of_voices():
    last = [cell("In all, both are of one mind.", across=3)]
    rows = [["Chief Constable", "PCC", "Day"], ["Yes", "No", "May"], ["No", "Yes", "June"], last]
    made = draft(TITLE, p("Below is who was asked."), table(*rows))
    assert "<table>" in made.sections[0].body
    assert "In all, both are of one mind." in made.sections[0].body


@pytest.mark.parametrize("above", [(), ("Both are below.",)])
@pytest.mark.parametrize("first", [OURS, THEIRS])
def test_boxes_below_a_recommendation_of_a_second_level_are_both_of_its_answer(first, above):
    one, other = (first, THEIRS if first == OURS else OURS)
    boxes = table([one], [LONG]) + p("") + table([other], [ALSO])
    made = draft(
        TITLE, heading("Answers", 1), heading("Recommendation 1", 2), *map(p, above), boxes
    )
    text = "".join(map(said, above))
    assert made.answers == {(1,): text + under(one, LONG) + under(other, ALSO)}
    assert [section.heading for section in made.sections] == ["Answers"]
    assert any(f"has words under “{THEIRS}”" in note for note in made.to_check)


def test_a_box_below_a_table_of_one_recommendation_is_of_its_answer():
    card = table(["Recommendation 1"], ["Commissioner's response"], [LONG])
    made = draft(TITLE, card, p(""), table([THEIRS], [ALSO]))
    assert made.answers == {(1,): under("Commissioner's response", LONG) + under(THEIRS, ALSO)}
    assert any(f"has words under “{THEIRS}”" in note for note in made.to_check)
