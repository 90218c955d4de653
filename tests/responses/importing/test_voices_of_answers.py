"""Whose words an answer is: columns, sections of the chief officer, comments beside it."""

from dataclasses import replace

import pytest

from responses.importing.files import read
from responses.importing.passages import IN_SECTION, OF_LINE
from responses.importing.reading import understand
from responses.importing.settling import settled
from responses.importing.whose import ALONE, KEPT, PARTED

from .placed import place
from .test_recognised import FINDINGS, REGISTER, draft
from .test_voices import OURS, THEIRS, heading
from .word_files import cell, p, table, word

TITLE = p("Our reply to it", style="Title")
BOTH = "Recommendation 1, Recommendation 2"


def in_london(*body):
    """The Draft of a document for a force whose chief officer is its Commissioner."""
    document = understand(settled(read(word(*body)), FINDINGS))
    return place(document, replace(REGISTER, chief_is_commissioner=True))


def under(words, said):
    return f"<p><strong>{words}</strong></p><p>{said}</p>"


@pytest.mark.parametrize(
    "words",
    [
        *("Chief Constable's response", "CC comments", "Force response", "Force update"),
        *("Borset Police response", "Chief Constable’s view"),
    ],
)
def test_a_sole_column_of_the_chief_officer_or_the_force_keeps_its_heading_and_is_told(words):
    heads = ["No", "Recommendation", words, "RAG"]
    made = draft(table(heads, ["1", "", "Marked.", "Met"], ["2", "", "Named.", "Met"]))
    assert made.answers == {(1,): under(words, "Marked."), (2,): under(words, "Named.")}
    assert made.to_check[:1] == (ALONE.format(heading=words, names=BOTH),)


def test_a_row_without_words_of_the_body_is_told():
    heads = ["No", "Recommendation", THEIRS, OURS]
    made = draft(table(heads, ["1", "", "Marked.", "Good."], ["2", "", "Named.", ""]))
    assert made.to_check[:1] == (ALONE.format(heading=THEIRS, names="Recommendation 2"),)


@pytest.mark.parametrize("words", ["Response", OURS])
def test_a_column_of_the_body_or_of_nobody_is_the_answer_without_its_heading(words):
    made = draft(table(["No", "Recommendation", words], ["1", "", "Marked."]))
    assert made.answers == {(1,): "<p>Marked.</p>"}
    assert not [note for note in made.to_check if "alone" in note]


def test_an_answer_to_several_of_the_chief_officer_s_column_keeps_its_heading():
    rows = ["1", "", cell("Both.", down="restart")], ["2", "", cell(down="continue")]
    made = draft(table(["No", "Recommendation", THEIRS], *rows))
    assert made.answers == {(1, 2): under(THEIRS, "Both.")}
    assert made.to_check[:1] == (ALONE.format(heading=THEIRS, names=BOTH),)


def test_columns_of_no_more_than_two_offices_are_answers_where_they_have_words():
    heads = ["No", "Recommendation", "Chief Constable", "PCC"]
    made = draft(table(heads, ["1", "", "We have marked.", "We have seen it."]))
    assert made.answers == {(1,): "<p>We have seen it.</p>" + under(heads[2], "We have marked.")}


def test_columns_that_tick_for_whom_something_is_are_no_answers():
    rows = [["No", "Recommendation", "Chief Constable", "PCC"], ["1", "Mark vans", "Yes", "No"]]
    assert draft(table(*rows)).answers == {}


def test_a_table_that_stays_one_keeps_the_heading_of_its_answers():
    made = draft(p("Reply", style="H1"), table(["No", "Recommendation", THEIRS], ["9", "A", "B."]))
    assert f'<th scope="col">{THEIRS}</th>' in made.sections[0].body


@pytest.mark.parametrize("is_merged", [True, False])
def test_the_voices_of_a_heading_over_two_rows_are_apart(is_merged):
    first = [cell("Rec", down="restart" if is_merged else ""), cell("Response", across=2), "Status"]
    second = [cell(down="continue" if is_merged else ""), "Chief Constable", "PCC", ""]
    made = draft(table(first, second, ["1", "Marked.", "Good.", "Met"]))
    assert made.answers == {(1,): "<p>Good.</p>" + under("Response: Chief Constable", "Marked.")}
    assert (made.unplaced, [one.said for one in made.ratings]) == ((), ["Met"])


def test_the_chief_officer_s_column_may_stand_between_a_number_and_the_answer():
    made = draft(table(["Rec", THEIRS, OURS], ["1", "Marked.", "Good."]))
    assert made.answers == {(1,): "<p>Good.</p>" + under(THEIRS, "Marked.")}


def test_in_london_the_commissioner_s_column_is_the_chief_officer_s():
    heads = ["No", "Recommendation", "Commissioner's response", "MOPAC response"]
    made = in_london(table(heads, ["1", "", "Marked.", "Good."]))
    assert made.answers == {(1,): "<p>Good.</p>" + under("Commissioner's response", "Marked.")}
    alone = in_london(table(heads[:3], ["1", "", "Marked."]))
    assert alone.answers == {(1,): under("Commissioner's response", "Marked.")}


def of_each(number, said):
    return heading(f"Recommendation {number}", 2) + p(said)


def test_what_the_chief_officer_says_of_recommendations_stays_in_their_section():
    theirs = [heading(THEIRS, 1), p("Yes."), of_each(1, "We marked."), of_each(2, "We named.")]
    made = draft(TITLE, *theirs, heading(OURS, 1), of_each(1, "Good."), of_each(2, "Fine."))
    assert made.answers == {(1,): "<p>Good.</p>", (2,): "<p>Fine.</p>"}
    assert [(one.level, one.heading, one.voice, one.body) for one in made.sections] == [
        (1, THEIRS, "chief_officer", "<p>Yes.</p>"),
        (2, "Recommendation 1", "chief_officer", "<p>We marked.</p>"),
        (2, "Recommendation 2", "chief_officer", "<p>We named.</p>"),
        (1, OURS, "commissioner", ""),
    ]
    assert made.to_check[:1] == (KEPT.format(heading=THEIRS, names=BOTH),)


def test_paragraphs_that_begin_with_a_recommendation_stay_there_too():
    said = [p("Recommendation 1: We marked."), p("More of it."), p("Recommendation 2: Named.")]
    made = draft(TITLE, heading("Reply", 1), p("Ours."), heading(THEIRS, 1), *said)
    theirs = made.sections[-1]
    assert (made.answers, theirs.voice) == ({}, "chief_officer")
    assert theirs.body == (
        under("Recommendation 1", "We marked.")
        + "<p>More of it.</p>"
        + under("Recommendation 2", "Named.")
    )


def test_a_table_in_the_chief_officer_s_section_stays_there_as_parts_of_it():
    rows = [["No", "Recommendation", "Response", "RAG"], ["1", "", "We marked.", "Met"]]
    made = draft(TITLE, heading(THEIRS, 1), table(*rows), heading("Conclusion", 1), p("Good."))
    assert made.answers == {}
    assert [(one.heading, one.voice, one.body) for one in made.sections] == [
        (THEIRS, "chief_officer", ""),
        ("Recommendation 1", "chief_officer", "<p>We marked.</p>"),
        ("Conclusion", "commissioner", "<p>Good.</p>"),
    ]
    assert [one.said for one in made.ratings] == ["Met"]
    assert KEPT.format(heading=THEIRS, names="Recommendation 1") in made.to_check


def test_what_answers_nothing_stays_in_the_chief_officer_s_section_too():
    rows = [["No", "Recommendation", "Response"], ["1", "", "Marked."], ["9", "", "Sold."]]
    made = draft(TITLE, heading(THEIRS, 1), table(*rows))
    assert [(one.heading, one.voice) for one in made.sections] == [
        *((one, "chief_officer") for one in (THEIRS, "Recommendation 1", "9")),
    ]


def test_a_table_with_a_column_of_the_body_answers_wherever_it_stands():
    rows = [["No", "Recommendation", THEIRS, OURS], ["1", "", "We marked.", "Good."]]
    made = draft(TITLE, heading("Chief Constable's response", 1), table(*rows))
    assert made.answers == {(1,): "<p>Good.</p>" + under(THEIRS, "We marked.")}


@pytest.mark.parametrize("level", [2, 3])
def test_the_chief_officer_s_words_alone_below_a_recommendation_are_told(level):
    body = [heading("Answers", 1), heading("Recommendation 1", 2), heading(THEIRS, level)]
    made = draft(TITLE, *body, p("Yes."))
    assert [said.count(THEIRS) for said in made.answers.values()] == [1]
    assert ALONE.format(heading=THEIRS, names="Recommendation 1") in made.to_check


def test_comments_beside_their_recommendations_are_told():
    said = "Comments from the Chief Constable"
    body = [heading("Recommendation 1", 1), p("Marked."), heading(said, 1), p("We did."),
            heading("Recommendation 2", 1), p("Named."), heading(said, 1), p("Ours.")]  # fmt: skip
    made = draft(TITLE, *body)
    assert [(one.heading, one.voice) for one in made.sections] == [(said, "chief_officer")] * 2
    assert PARTED.format(heading=said, names=BOTH) in made.to_check


def test_a_chapter_below_the_last_recommendation_is_no_comment_on_it():
    body = [heading("Recommendation 1", 1), p("Marked."), heading(THEIRS, 1), p("We did.")]
    made = draft(TITLE, *body)
    assert not [note for note in made.to_check if "stands beside" in note]


def test_the_note_on_a_part_after_one_of_the_chief_officer_s_names_the_voice_that_it_has():
    body = [heading("Reply", 1), p("Ours."), heading(THEIRS, 2), p("Good."), heading("Vans", 2)]
    made = draft(TITLE, *body, p("Chief Constable: we have vans."))
    assert made.sections[-1].voice == "commissioner"
    whose = "local policing body's"
    told = IN_SECTION.format(heading="Vans", label="Chief Constable", whose=whose)
    assert told in made.to_check


@pytest.mark.parametrize("words", ["Chief Constable", "Chief Constable:", "Force response"])
def test_a_line_that_says_no_more_than_another_s_office_is_told(words):
    made = draft(TITLE, heading("Reply", 1), p("Ours."), p(words), p("We have marked them."))
    line = OF_LINE.format(heading="Reply", label=words.strip(":"), whose="local policing body's")
    assert line in made.to_check
    assert draft(TITLE, heading("Reply", 1), p("Ours."), p("The Commissioner")).to_check == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Addressed to", "Chief constables"),
        ("Responsible body", "Chief Constable"),
        ("Force", "Borsetshire Police"),
    ],
)
def test_to_whom_a_recommendation_is_addressed_does_not_say_who_answers_it(head, name):
    heads = ["Rec No", "Recommendation", head, "PCC response"]
    made = draft(TITLE, table(heads, ["1", "", name, "We agree."], ["2", "", name, "Yes."]))
    assert made.answers == {
        (1,): "<p>We agree.</p>" + under(head, name),
        (2,): "<p>Yes.</p>" + under(head, name),
    }
