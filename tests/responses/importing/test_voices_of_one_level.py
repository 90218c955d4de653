"""Whose words stand below the chief officer's heading, where headings are of one level."""

from responses.importing.whose import AFTER, KEPT

from .test_recognised import draft
from .test_voices import OURS, THEIRS, heading
from .test_voices_of_answers import BOTH, TITLE
from .word_files import bold, p


def in_bold(*headings):
    """The Draft of a document whose headings are bold lines, with words under each."""
    body = [part for one in headings for part in (p(bold(one)), p(f"We say so of {one}."))]
    return draft(p("Our reply is set out below."), *body)


def test_recommendations_below_the_chief_officer_s_heading_stay_theirs_where_no_level_tells():
    made = in_bold(THEIRS, "Recommendation 1", "Recommendation 2", OURS)
    assert made.answers == {}
    assert [(one.level, one.heading, one.voice) for one in made.sections[1:]] == [
        (1, THEIRS, "chief_officer"),
        (2, "Recommendation 1", "chief_officer"),
        (2, "Recommendation 2", "chief_officer"),
        (1, OURS, "commissioner"),
    ]
    assert KEPT.format(heading=THEIRS, names=BOTH) in made.to_check


def test_so_does_what_they_say_of_a_recommendation_that_is_answered_above():
    made = in_bold("Recommendation 1", THEIRS, "Recommendation 1", OURS)
    assert list(made.answers) == [(1,)]
    assert KEPT.format(heading=THEIRS, names="Recommendation 1") in made.to_check


def test_an_answer_after_the_chief_officer_s_heading_of_its_level_is_told():
    one, two = "Recommendation 1", "Recommendation 2"
    body = [heading(THEIRS, 1), p("Yes."), heading("Vans", 2), p("Ours.")]
    body += [part for each in (one, two) for part in (heading(each, 1), p("Marked."))]
    made = draft(TITLE, *body, heading(OURS, 1), p("Good."))
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Marked.</p>"}
    assert AFTER.format(heading=THEIRS, names=BOTH) in made.to_check


def test_an_answer_after_a_comment_between_answers_is_told():
    made = in_bold("Recommendation 1", THEIRS, "Recommendation 2")
    assert list(made.answers) == [(1,), (2,)]
    assert AFTER.format(heading=THEIRS, names="Recommendation 2") in made.to_check
