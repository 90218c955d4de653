"""Ordinary sentences that name a force beside words of others hand nothing over; like ones do."""

import pytest

from responses.importing.handing_over import hands_over

NOT_GIVEN = (
    "I have received comments from the public on the force, and the main points are:",
    "I have sought views of communities across the force area, and they are:",
    "The Commissioner gave a response to the force in respect of:",
    "The Chief Constable has made a statement of intent on:",
    "The force's feedback forms are:",
    "The force updates its policies as follows:",
    "The force advised its officers as follows:",
    "The force's performance, with my comments, is set out below.",
    "Below is my response to the force's report:",
    "Set out below is my response, with what the force has done.",
    "Please see below my response to HMICFRS, which has been shared with the Chief Constable.",
    "In my view the force is doing well, and the reasons are set out below.",
    "The inspectorate's report on the force stated:",
    "HMICFRS made the following comments about the force:",
    "In other words, the Chief Constable is:",
    "The recommendations to the Chief Constable and my response to each are set out below.",
    "The Police and Crime Commissioner has responded to the report on the force as follows:",
    "I wrote to the Chief Constable as follows:",
    "Victims told the force:",
)
GIVEN = (
    "This was put to the force and the following response was received:",
    "I wrote to the Chief Constable, who replied:",
    "I spoke to the Chief Constable and she said:",
    "The Panel asked the Chief Constable for comments, which are set out below:",
    "I share my views, and the Chief Constable's comments, below.",
    "The report on the force was put to the Chief Constable, whose comments are below.",
    "The Commissioner has received the following response from the Chief Constable:",
    "HMICFRS made recommendations and the force responded as follows:",
    "The Chief Constable told the Commissioner:",
    "The Chief Constable wrote to me as follows:",
)


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_words_of_others_to_or_on_a_force_are_not_its_own(sentence):
    assert hands_over(sentence) == ""


@pytest.mark.parametrize("sentence", GIVEN)
def test_words_that_a_force_has_said_are_its_own_whoever_else_is_named(sentence):
    assert hands_over(sentence) == sentence
