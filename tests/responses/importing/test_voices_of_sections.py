"""Whose words a section is, when its voice ends, and what a person is told to check of that."""

import pytest

from responses.importing.vocabulary import may_speak
from responses.importing.voices import AFTER_THEIRS, MAY_BE_THEIRS, OF_FORCE

from .test_recognised import draft
from .test_voices import THEIRS, heading
from .word_files import p, table

LONG = " ".join(["They are good."] * 20)


def reply(*headings):
    """The Draft of a document with those headings of the first level, and words under each."""
    body = [part for one in headings for part in (heading(one, 1), p(f"Of {one}."))]
    return draft(p("Our reply to it", style="Title"), *body)


def voices(made):
    return [section.voice for section in made.sections]


@pytest.mark.parametrize(
    "words",
    [
        *("Holding the Chief Constable to account", "The role of the Chief Constable"),
        *("Assurance sought from the Chief Constable", "Expectations of the Chief Constable"),
        *("Chief Constable performance review", "What we asked of the force"),
        "Chief Constable and Commissioner's joint statement",
    ],
)
def test_a_section_about_the_chief_officer_is_not_theirs_nor_what_follows(words):
    made = reply("Introduction", words, "Next steps", "Conclusion")
    assert voices(made) == ["commissioner"] * 4


def test_what_follows_the_chief_officer_s_section_goes_back_to_the_body_and_is_told():
    made = reply("Introduction", THEIRS, "Next steps", "Conclusion")
    assert voices(made) == ["commissioner", "chief_officer", "commissioner", "commissioner"]
    assert made.to_check == (AFTER_THEIRS.format(heading="Next steps", before=THEIRS),)


def test_a_section_that_names_the_body_needs_no_look():
    assert reply(THEIRS, "The Commissioner's closing remarks").to_check == ()


def test_a_part_beside_the_chief_officer_s_is_told_too():
    body = [heading("Replies", 1), heading(THEIRS, 2), p("Good."), heading("Vans", 2), p("Two.")]
    made = draft(p("Our reply to it", style="Title"), *body)
    assert voices(made) == ["commissioner", "chief_officer", "commissioner"]
    assert made.to_check == (AFTER_THEIRS.format(heading="Vans", before=THEIRS),)


def test_parts_of_the_chief_officer_s_section_are_theirs_and_need_no_look():
    body = [heading(THEIRS, 1), *(heading(one, 2) + p("Two.") for one in ("Vans", "Dogs"))]
    made = draft(p("Our reply to it", style="Title"), *body)
    assert (voices(made), made.to_check) == (["chief_officer"] * 3, ())


@pytest.mark.parametrize("words", ["Force response", "Borset Police's response", "DCC comments"])
def test_the_force_s_section_is_taken_for_the_chief_officer_s_and_told(words):
    made = reply(words)
    assert voices(made) == ["chief_officer"]
    assert made.to_check == (OF_FORCE.format(heading=words),)


@pytest.mark.parametrize(
    "words",
    [
        *("Force Position and Commentary", "Force response to thefts", "Acting CC Becky Marlowe"),
        *("What the Chief Constable says", "Joint response from PCC and Chief Constable"),
    ],
)
def test_a_section_that_may_be_the_chief_officer_s_stays_the_body_s_and_is_told(words):
    made = reply(words)
    assert voices(made) == ["commissioner"]
    assert made.to_check == (MAY_BE_THEIRS.format(heading=words),)


@pytest.mark.parametrize("words", ["Use of force", "Questions to the Chief Constable", "Vans"])
def test_a_heading_of_nobody_s_words_may_not_be_the_chief_officer_s(words):
    assert not may_speak(words)


def test_a_reply_in_a_form_gives_its_voice_to_no_part_after_it():
    body = [heading("Reply", 1), p("Ours."), table(["Force", "Borset"], [THEIRS, LONG])]
    made = draft(p("Our reply to it", style="Title"), *body, heading("Vans", 2), p("Two."))
    assert [(one.heading, one.voice) for one in made.sections] == [
        *(("Reply", "commissioner"), (THEIRS, "chief_officer"), ("Vans", "commissioner")),
    ]
