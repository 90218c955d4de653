"""A state in the heading of a recommendation is a labelled line of the answer, and proposed."""

import pytest

from .test_recognised import SUBJECTS, draft
from .word_files import p


@pytest.mark.parametrize(
    ("heading", "rag", "state"),
    [
        ("Recommendation 1 – Red", "red", "Red"),
        ("Recommendation 1: In progress", "amber", "In progress"),
        ("Recommendation 1 (Green)", "green", "Green"),
        ("Recommendation 1: Amber, due March 2027", "amber", "Amber, due March 2027"),
        ("Recommendation 1 – Green – closed in May", "green", "Green – closed in May"),
    ],
)
def test_the_state_beside_a_number_is_proposed(heading, rag, state):
    made = draft(p(heading, style="H1"), p("We have begun."), p("End", style="H1"), p("Thanks."))
    assert made.answers == {(1,): f"<p>We have begun.</p><p>State: {state}</p>"}
    assert [(one.finding_id, one.rag, one.said) for one in made.ratings] == [(1, rag, state)]


def test_a_state_alone_is_the_answer():
    made = draft(p("Recommendation 1 – Met", style="H1"), p("End", style="H1"), p("Thanks."))
    assert made.answers == {(1,): "<p>State: Met</p>"}


def test_the_wording_below_such_a_heading_is_the_wording():
    asked = p(f"{SUBJECTS[1]}.")
    made = draft(p("Recommendation 1 – Red", style="H1"), asked, p("We will."))
    assert [one.text for one in made.wordings] == [f"<p>{SUBJECTS[1]}.</p>"]
    assert made.answers == {(1,): "<p>We will.</p><p>State: Red</p>"}


def test_other_words_beside_a_number_stand_over_the_answer():
    made = draft(p("Recommendation 1 – Red tape", style="H1"), p("We cut it."))
    assert made.answers == {(1,): "<p><strong>Red tape</strong></p><p>We cut it.</p>"}
    assert made.ratings == ()
