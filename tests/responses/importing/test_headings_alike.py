"""Where two columns of answers have headings of one kind, each keeps what it means."""

import pytest

from responses.importing import columns, standing

from .test_recognised import draft
from .word_files import table

STATES = [
    ("Previous RAG", "Current RAG"),
    ("RAG (previous)", "RAG (current)"),
    ("RAG last quarter", "RAG this quarter"),
    ("RAG at last meeting", "RAG at this meeting"),
    ("Previous status", "Status"),
    ("Prior rating", "RAG rating"),
    ("Former progress", "Latest progress rating"),
]


@pytest.mark.parametrize(("before", "now"), STATES)
@pytest.mark.parametrize("order", [1, -1])
def test_the_current_state_is_proposed_and_the_previous_one_stays_in_the_text(before, now, order):
    heads, states = [before, now][::order], ["Red", "Amber"][::order]
    made = draft(table(["No", "Response", *heads], ["1", "Marked.", *states]))
    assert [(one.rag, one.said) for one in made.ratings] == [("amber", "Amber")]
    assert made.answers == {(1,): f"<p>Marked.</p><p><strong>{before}</strong></p><p>Red</p>"}


def test_the_same_holds_in_a_table_of_one_recommendation():
    rows = [["Previous RAG", "Red"], ["Current RAG", "Amber"], ["Response", "Marked."]]
    made = draft(table(["Recommendation", "1"], *rows))
    assert [one.rag for one in made.ratings] == ["amber"]
    assert made.answers == {(1,): "<p>Marked.</p><p><strong>Previous RAG</strong></p><p>Red</p>"}


def test_a_state_of_before_alone_is_not_the_state():
    assert columns.kind_of("Previous RAG") is None
    assert [standing.labelled(word) for word in ("Current RAG", "Previous RAG")] == ["status", ""]


VOICES = [
    ("Chief Constable's comments", "Commissioner's response"),
    ("Chief Constable’s response", "PCC’s response to the Chief Constable"),
    ("Chief officer comments", "PCC comments"),
    ("CC update", "Local policing body's response"),
    ("Force response", "OPCC response"),
    ("Force position", "Police and Crime Commissioner's reply"),
    *(("Force response", "PCC comment"), ("Force action", "Commissioner's view")),
    *(("Staffordshire Police update", "PFCC response"), ("Force position", "OPCC view")),
    ("Update from the force", "Commissioner comments"),
]


@pytest.mark.parametrize(("chief", "body"), VOICES)
@pytest.mark.parametrize("order", [1, -1])
def test_the_body_s_column_is_the_answer_and_the_chief_officer_s_keeps_its_heading(
    chief, body, order
):
    heads, said = [chief, body][::order], ["Marked.", "Welcome."][::order]
    rows = ["1", "", *said], ["2", "", *(["Named.", ""][::order])]
    made = draft(table(["Rec", "Recommendation", *heads], *rows))
    assert made.answers == {
        (1,): f"<p>Welcome.</p><p><strong>{chief}</strong></p><p>Marked.</p>",
        (2,): f"<p><strong>{chief}</strong></p><p>Named.</p>",
    }
