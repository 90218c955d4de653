"""What names several recommendations, or others than the one that is answered."""

import pytest

from responses.importing.others import NOTE
from responses.importing.settling import BY_NUMBER

from .test_recognised import SUBJECTS, draft
from .test_voices import heading
from .test_voices_of_answers import TITLE
from .word_files import p, table


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        *(("Recommendation 2 and 4 (chief constables)", (2, 4)),),
        *(("Recommendations 3 and 4 Guidance on calls", (3, 4)),),
        *(("Recommendations 2, 3 & 4 (Home Office)", (2, 3, 4)),),
        *(("Recommendation 3 / 4 machinery", (3, 4)), ("Recommendation 3 (and 4)", (3, 4))),
        *(("Recommendations 1-2 Mark tools", (1, 2)), ("Recommendation 3 and 12 months", (3,))),
        *(("1.1 Recommendation 1", (1,)), ("2. Recommendations 1 and 2", (1, 2))),
        *(("Machinery and calls (Recs 3 and 4)", (3, 4)), ("Sheep (Recommendation 4)", (4,))),
    ],
)
def test_a_heading_that_names_recommendations_answers_them_all(words, keys):
    made = draft(TITLE, heading(words, 1), p("We accept it."))
    assert list(made.answers) == [keys]
    assert made.answers[keys].endswith("<p>We accept it.</p>")


def test_a_full_stop_after_the_number_makes_it_a_label():
    said = [p("Recommendation 1. We marked."), p("Recommendation 2. We named.")]
    made = draft(TITLE, heading("Reply", 1), *said)
    assert made.answers == {(1,): "<p>We marked.</p>", (2,): "<p>We named.</p>"}


@pytest.mark.parametrize("label", ["Recommendations 3 and 4", "Recommendation 3", "Rec 4"])
@pytest.mark.parametrize("mark", ["", "("])
def test_a_passage_on_others_in_an_answer_is_told(label, mark):
    words = f"{mark}{label}{')' if mark else ''} are for the college."
    made = draft(TITLE, heading("Recommendation 1", 1), p("Marked."), p(words))
    assert made.answers == {(1,): f"<p>Marked.</p><p>{words}</p>"}
    assert NOTE.format(names="Recommendation 1", label=label) in made.to_check


def test_a_passage_on_the_same_recommendation_needs_no_look():
    said = p("Recommendation 1 is met, as recommendation 2 is.")
    made = draft(TITLE, heading("Recommendation 1", 1), said)
    assert not [note for note in made.to_check if "a paragraph" in note]


def test_a_table_of_actions_that_only_count_is_told():
    rows = [["1", "Write to the college", "Pat", "Met"], ["2", "Brief the panel", "Jo", "Amber"]]
    made = draft(TITLE, table(["No", "Action", "Owner", "Status"], *rows))
    begin = "1 Write to the college Met Pat"
    assert BY_NUMBER.format(heading="No", begin=begin) in made.to_check


@pytest.mark.parametrize(
    "rows",
    [
        [["Rec No", "Action"], ["1", "Marked."], ["2", "Named."]],
        [["No", "Action"], ["Rec 1", "Marked."], ["Rec 2", "Named."]],
        [["No", "Recommendation", "Action"], ["1", SUBJECTS[1], "Marked."]],
    ],
)
def test_a_table_that_names_recommendations_needs_no_look(rows):
    assert not [note for note in draft(TITLE, table(*rows)).to_check if "numbers alone" in note]
