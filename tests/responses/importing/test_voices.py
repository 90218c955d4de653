"""Whose words are whose: the voice that a heading names, at whatever level it stands."""

import pytest

from responses.admin.import_review import Review
from responses.importing.files import read
from responses.importing.proposing import propose
from responses.importing.reading import understand
from responses.importing.service import register_of
from responses.importing.vocabulary import speaker
from tests.factories import ResponseFactory

from .test_recognised import draft
from .word_files import p, word

THEIRS, OURS = "Chief Constable's comments", "Commissioner's response"


def heading(words, level):
    return p(words, more=f'<w:outlineLvl w:val="{level - 1}"/>')


def said(*headings):
    """The (level, heading, voice) of the sections of a document with those (heading, level)."""
    body = [part for one in headings for part in (heading(*one), p(f"Of {one[0]}."))]
    body = [p("Our reply to it", style="Title"), *body]
    return [(one.level, one.heading, one.voice) for one in draft(*body).sections]


def test_a_part_is_in_the_voice_that_its_heading_names():
    assert said(("Comments", 1), (THEIRS, 2), (OURS, 2), ("Vans", 2), ("Next", 1)) == [
        (1, "Comments", "commissioner"),
        (2, THEIRS, "chief_officer"),
        (2, OURS, "commissioner"),
        (2, "Vans", "commissioner"),
        (1, "Next", "commissioner"),
    ]


def test_the_voice_of_a_part_ends_with_it():
    assert said(("Comments", 1), (THEIRS, 2), ("Vans", 3), ("More", 2), ("Next", 1)) == [
        (1, "Comments", "commissioner"),
        (2, THEIRS, "chief_officer"),
        (2, "More", "commissioner"),
        (1, "Next", "commissioner"),
    ]


def test_a_part_in_a_section_of_another_voice_has_its_own():
    assert said((THEIRS, 1), ("Vans", 2), (OURS, 2), ("Dogs", 2)) == [
        (1, THEIRS, "chief_officer"),
        (2, "Vans", "chief_officer"),
        (2, OURS, "commissioner"),
        (2, "Dogs", "chief_officer"),
    ]


def test_a_third_heading_that_names_a_voice_is_raised_to_a_part():
    assert said(("Reply", 1), ("Comments", 2), (THEIRS, 3), ("Vans", 4), (OURS, 3)) == [
        (1, "Reply", "commissioner"),
        (2, "Comments", "commissioner"),
        (2, THEIRS, "chief_officer"),
        (2, OURS, "commissioner"),
    ]


def test_what_follows_a_raised_heading_is_not_in_its_voice():
    assert said(("Reply", 1), ("Comments", 2), (THEIRS, 3), ("Vans", 3))[2:] == [
        (2, THEIRS, "chief_officer"),
        (2, "Vans", "commissioner"),
    ]


def test_a_third_heading_in_an_answer_stays_in_it():
    body = [p("Reply", style="Title"), heading("Answers", 1), heading("Recommendation 1", 2)]
    made = draft(*body, p("Marked."), heading(THEIRS, 3), p("We marked."))
    assert made.answers[1,] == f"<p>Marked.</p><h4>{THEIRS}</h4><p>We marked.</p>"


def test_the_wording_of_a_recommendation_gives_nobody_the_word():
    asked = "Recommendation 1: The Chief Constable should mark trailers"
    made = draft(heading(asked, 1), p("Marked."), heading("Conclusion", 1), p("Good."))
    assert made.sections[-1].voice == "commissioner"


def test_a_first_part_that_names_a_voice_is_a_section_in_it():
    assert said((THEIRS, 2), ("Vans", 2), ("Next", 1), ("Dogs", 2))[0] == (
        1, THEIRS, "chief_officer",
    )  # fmt: skip


@pytest.mark.django_db
def test_the_voice_of_a_part_is_offered_in_the_review():
    response = ResponseFactory()
    body = [p("Reply", style="Title"), heading("Comments", 1), heading(THEIRS, 2), p("Good.")]
    proposal = propose(understand(read(word(*body))), register_of(response))
    [row] = [row for row in Review(proposal, response, False).rows if row.heading == THEIRS]
    options = dict(option for _, options in row.groups for option in options)
    assert (row.fault, options[row.to]) == ("", "Chief officer: a part of the section before it")


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        *((words, "chief_officer") for words in (
            THEIRS, "Chief Constable", "Comments from the Chief Constable", "2.1 CC response",
            "The Acting Chief Constable’s view", "Statement by the Chief Constable on vans",
            "Force response", "The force's comments", "Borset Police's response", "DCC comments",
            "Devon and Cornwall Police update", "Comments received from the force",
            "The Met's response", "Chief's response", "T/CC Marlowe's reply",
            "Force's initial response to the recommendations", "Message from the Chief Constable",
        )),
        *((words, "commissioner") for words in (
            OURS, "Police and Crime Commissioner: reply", "Deputy Mayor's remarks",
            "The Commissioner's view of the Chief Constable's comments",
            "Borset Police, Fire and Crime Commissioner's response", "Borset Commissioner's reply",
        )),
        *((words, None) for words in (
            "Holding the Chief Constable to account", "Our view of the Chief Constable's response",
            "Chief Constable's priorities", "Comments on the Chief Constable's plan", "Vans",
            "The role of the Chief Constable", "Assurance sought from the Chief Constable",
            "Expectations of the Chief Constable", "Chief Constable performance review",
            "Chief Constable and Commissioner's joint statement", "Force Position and Commentary",
            "Joint response from PCC and Chief Constable", "Force response to domestic abuse",
            "Chief Constable's comments and Commissioner's response", "Chief Executive's comments",
        )),
    ],
)  # fmt: skip
def test_a_heading_inside_a_section_gives_the_word(words, voice):
    assert speaker(words) == voice
