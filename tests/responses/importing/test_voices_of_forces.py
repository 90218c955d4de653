"""A force by its initials, and what it has done: whose words they are."""

import csv
import re

import pytest

from forces.management.commands.load_forces import DATA
from responses.importing import vocabulary
from responses.importing.voices import MAY_BE_THEIRS, OF_FORCE
from responses.importing.whose import ALONE

from .test_recognised import draft
from .test_voices_of_answers import BOTH, TITLE, under
from .test_voices_of_sections import reply, voices
from .word_files import p, table

HEADS = ["No", "Recommendation"]
FEWEST = 3


def test_each_force_of_the_register_with_three_initials_is_known_by_them():
    rows = csv.DictReader(DATA.read_text("utf-8").splitlines())
    names = [row["name"] for row in rows]
    initials = [
        "".join(re.findall(r"(?:^|\s)([A-Z])", name)) for name in names if "Agency" not in name
    ]
    known = vocabulary.INITIALS.split("|")
    assert [one for one in initials if len(one) >= FEWEST and one not in known] == []


@pytest.mark.parametrize("words", ["TVP update", "MPS response", "Force progress", "Force actions"])
def test_a_column_of_the_force_keeps_its_heading_and_is_told(words):
    made = draft(table([*HEADS, words], ["1", "", "We marked them."], ["2", "", "We named one."]))
    assert made.answers[1,] == under(words, "We marked them.")
    assert ALONE.format(heading=words, names=BOTH) in made.to_check


def test_a_column_that_may_be_anybody_s_keeps_its_heading():
    made = draft(table([*HEADS, "Ponds unit update"], ["1", "", "Marked."]))
    assert made.answers == {(1,): under("Ponds unit update", "Marked.")}


@pytest.mark.parametrize("words", ["Update to date", "What we have done", "OPCC's response"])
def test_a_column_of_the_body_or_of_nobody_needs_no_heading(words):
    assert draft(table([*HEADS, words], ["1", "", "Marked."])).answers == {(1,): "<p>Marked.</p>"}


def test_columns_of_initials_and_of_the_body_are_apart():
    rows = ["1", "", "We have marked.", "We have seen it."]
    made = draft(table([*HEADS, "TVP", "OPCC"], rows))
    assert made.answers == {(1,): "<p>We have seen it.</p>" + under("TVP", "We have marked.")}


def test_a_column_that_says_who_speaks_may_say_initials():
    rows = [["1", "", "TVP", "We mark them."], ["2", "", "PCC", "I doubt it."]]
    made = draft(table([*HEADS, "Who", "Comment"], *rows))
    assert made.answers == {(1,): under("TVP", "We mark them."), (2,): under("PCC", "I doubt it.")}


def test_a_card_of_the_force_keeps_its_label():
    made = draft(table(["Recommendation 1", "Mark vans"], ["TVP update", "Done."], ["RAG", "Met"]))
    assert made.answers == {(1,): under("TVP update", "Done.")}


@pytest.mark.parametrize(
    "words",
    [
        *("TVP response to the report", "Force actions", "Force progress"),
        *("Actions taken by the force", "Action by Chief Constable", "Chief Constable's actions"),
    ],
)
def test_a_section_of_what_the_force_has_done_is_the_chief_officer_s_and_told(words):
    made = reply(words)
    assert voices(made) == ["chief_officer"]
    assert made.to_check == (OF_FORCE.format(heading=words),)


def test_a_section_from_the_chief_officer_is_theirs():
    assert voices(reply("From the Chief Constable")) == ["chief_officer"]


@pytest.mark.parametrize(
    "words",
    ["Force Response and Commissioner's view", "TVP and PCC response", "PCC and force response"],
)
def test_a_section_of_the_force_and_the_body_is_the_body_s_and_told(words):
    made = reply(words)
    assert voices(made) == ["commissioner"]
    assert made.to_check == (MAY_BE_THEIRS.format(heading=words),)


@pytest.mark.parametrize("words", ["Force narrative", "Force assessment", "The force's account"])
def test_a_section_that_may_be_of_the_force_is_the_body_s_and_told(words):
    made = reply(words)
    assert voices(made) == ["commissioner"]
    assert made.to_check == (MAY_BE_THEIRS.format(heading=words),)


def test_a_dash_after_somebody_in_an_answer_is_told_as_a_colon_is():
    words = "Chief Constable's response - we have marked them."
    made = draft(TITLE, table([*HEADS, "Response"], ["1", "", words]))
    assert any("“Chief Constable's response" in note for note in made.to_check)
    assert draft(TITLE, p("Sheep - and more of them.")).to_check == ()
