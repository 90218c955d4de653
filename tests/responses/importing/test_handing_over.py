"""Words of the chief officer that no heading gives to them, in sections and answers, are told."""

import pytest

from responses.importing.handing_over import hands_over
from responses.importing.passages import AFTER_IN_ANSWER, AFTER_IN_SECTION, IN_ANSWERS

from .test_recognised import draft
from .word_files import p, table

TITLE = p("Our reply", style="Title")
THEIRS = "We have marked all of them."
GIVEN = (
    "The Chief Constable has commented as follows:",
    "I asked the Chief Constable for comments, which are set out below:",
    "The Chief Constable's comments are set out below.",
    "Chief Constable Jo Fenwick said:",
    "The force has provided the following response:",
    "Borsetshire Police have responded:",
    "In response, the Chief Constable stated:",
    "The following comments were received from the Chief Constable:",
    "I have read the report. The response of the force is:",
    "I thank the Chief Constable for his response, which I reproduce in full below.",
    "The Chief Constable has provided the following comments.",
    "The Chief Constable said the following.",
    "Below is the Chief Constable's response:",
    "Set out below is the response of the force.",
    "Please see below the Chief Constable's response.",
    "Chief Constable Jo Fenwick:",
    "Acting Chief Constable (Jo Fenwick):",
    "We have asked the Chief Constable, who has provided this response:",
)
NOT_GIVEN = (
    "The Chief Constable welcomes:",
    "The force is asked to show how it will respond to:",
    "I have asked the Chief Constable to provide a response on:",
    "The Chief Constable has told me that:",
    "Our comments are below:",
    "The Commissioner has commented as follows:",
    "I hold the Chief Constable to account by:",
    "The force's plan is set out below.",
    "The Chief Constable said: it is done. The plan is this:",
    "Force response times are set out below.",
    "The force's response rates for 2025 are as follows:",
    "My response to the Chief Constable's comments is as follows:",
    "Our comments on the force are below.",
    "The Commissioner's reply to the Chief Constable's comments is set out below.",
    "I have made my position on the force clear:",
    "I have provided the following response to the Chief Constable:",
)


@pytest.mark.parametrize("sentence", GIVEN)
def test_a_sentence_hands_the_word_over(sentence):
    assert hands_over(sentence)
    assert sentence.endswith(hands_over(sentence))


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_what_is_asked_or_told_of_somebody_is_not_said_by_them(sentence):
    assert hands_over(sentence) == ""


def test_in_london_the_commissioner_is_the_chief_officer():
    sentence = "The Commissioner has commented as follows:"
    assert hands_over(sentence, chief_is_commissioner=True) == sentence
    sentence = "The Commissioner's comments are set out below."
    assert hands_over(sentence, chief_is_commissioner=True) == sentence


def test_what_follows_such_a_sentence_in_a_section_or_an_answer_is_told():
    said = GIVEN[0]
    of_section = draft(TITLE, p("Reply", style="H1"), p(said), p(THEIRS))
    assert [section.voice for section in of_section.sections] == ["commissioner"]
    whose = "local policing body's"
    told = AFTER_IN_SECTION.format(heading="Reply", label=said, whose=whose)
    assert told in of_section.to_check
    of_answer = draft(TITLE, p("Recommendation 1", style="H1"), p(said), p(THEIRS))
    assert AFTER_IN_ANSWER.format(names="Recommendation 1", label=said) in of_answer.to_check


def test_a_section_of_the_chief_officer_after_such_a_sentence_needs_no_look():
    body = (TITLE, p("Reply", style="H1"), p("Ours."), p(GIVEN[2]))
    theirs = draft(*body, p("Chief Constable's comments", style="H1"), p(THEIRS))
    assert not [note for note in theirs.to_check if "passage after" in note]
    nobody_s = draft(*body, p("On vans", style="H1"), p(THEIRS))
    assert [note for note in nobody_s.to_check if "passage after" in note]
    at_the_end = draft(*body)
    assert not [note for note in at_the_end.to_check if "passage after" in note]


@pytest.mark.parametrize("level", ["H1", "H2"])
def test_the_chief_officer_s_words_beside_an_answer_are_told(level):
    heading = p("Chief Constable's comments", style=level)
    made = draft(TITLE, p("Recommendation 1", style="H1"), p("Ours."), heading, p(THEIRS),
                 p("Recommendation 2", style="H1"), p("Ours."), heading, p(THEIRS))  # fmt: skip
    names = "Recommendation 1, Recommendation 2"
    assert IN_ANSWERS.format(names=names, label="Chief Constable's comments") in made.to_check


def test_the_chief_officer_s_column_beside_the_answers_is_told():
    heads = ["Rec No", "Recommendation", "PCC response", "Force response"]
    made = draft(TITLE, table(heads, ["1", "", "We agree.", THEIRS], ["2", "", "Yes.", THEIRS]))
    names = "Recommendation 1, Recommendation 2"
    assert IN_ANSWERS.format(names=names, label="Force response") in made.to_check


def test_a_line_below_a_list_that_gives_the_word_is_told():
    body = (p("Reply", style="H1"), p("Ours:"), p("One.", item=(1, 0)))
    made = draft(TITLE, *body, p("Chief Constable's comments:"), p(THEIRS))
    assert any("a line says no more than “Chief Constable's comments”" in n for n in made.to_check)


def test_a_label_that_says_that_somebody_speaks_is_told():
    made = draft(TITLE, p("Recommendation 1", style="H1"), p(f"Chief Constable says: {THEIRS}"))
    assert any("begins “Chief Constable says:”" in note for note in made.to_check)
