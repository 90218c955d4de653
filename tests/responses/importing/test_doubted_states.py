"""No rating is proposed of a state beside which a doubt stands; its words are kept and told."""

import pytest

from responses.importing import standing
from responses.importing.files import read
from responses.importing.matching import ReportFinding
from responses.importing.proposing import Register, propose
from responses.importing.reading import parse, understand

from .word_files import p, table, word

NOT_IT = (
    "Not yet met|Not fully met|Cannot be met|Hasn't been met|Hasn’t been met|Never met|"
    "Not delivered|Not closed|Not yet started|Not on track|not in progress|Not green|Not amber|"
    "Not red|No red|Completed: no|Completed: N|Hardly met|Barely met"
)
TO_COME = (
    "To be implemented|To be completed by June|To complete|Should be completed|Will be done|"
    "Complete by June|Green by May 2027|Completed once staff are there|Closed pending a visit|"
    "Target: Green|Ready to be closed"
)
IN_PART = (
    "0% complete|90 % complete|50 per cent complete|3 of 5 met|3/5 met|Met in part|Mostly met|"
    "Nearly complete|Almost done|All but one delivered|Complete for vans only|Phase 1 complete|"
    "Initial review complete|Done save for training|Met – evidence outstanding|Completed in draft|"
    "Complete for vans, outstanding for dogs"
)
DOUBTFUL = (
    "Met?|Probably met|Thought complete|Previously Red|Met, if funded|Closed – superseded|"
    "Complete - HMICFRS to verify"
)
REGISTER = Register("Borchester Police", "Ponds", findings=(ReportFinding(1, "1", "Dig ponds."),))


@pytest.mark.parametrize("words", "|".join((NOT_IT, TO_COME, IN_PART, DOUBTFUL)).split("|"))
def test_a_doubt_beside_a_state_leaves_it_unsure(words):
    assert standing.rag_of(words) == ""
    assert standing.is_unsure(words)


@pytest.mark.parametrize(
    ("words", "rag"),
    [
        *((word, "green") for word in ("100% complete", "Completed 12/05/2026", "Met on 4 May")),
        *((word, "green") for word in ("Completed: yes", "Has been met", "Done in full")),
        *(
            (word, "amber")
            for word in ("Amber – training by June", "Partly met", "Amber, on target")
        ),
        *((word, "red") for word in ("not met", "Not started", "Red – over budget")),
    ],
)
def test_what_is_said_without_a_doubt_is_recognised(words, rag):
    assert standing.rag_of(words) == rag
    assert not standing.is_unsure(words)


@pytest.mark.parametrize("words", ["TBC", "", "We will see.", "Not known"])
def test_what_names_no_state_is_not_unsure(words):
    assert not standing.is_unsure(words)


def test_a_doubted_state_in_a_table_follows_the_answer_and_is_told():
    heads, row = ["No", "Response", "RAG"], ["1", "We dig.", "Not yet met"]
    proposal = propose(understand(read(word(p("Ponds."), table(heads, row)))), REGISTER)
    [answer] = [piece for piece in proposal.pieces if piece.to == "answer:1"]
    assert answer.body == "<p>We dig.</p><p>State: Not yet met</p>"
    assert not any(piece.rating for piece in proposal.pieces)
    [note] = proposal.to_check
    assert note.startswith("No rating is proposed of a state that is said with a doubt")
    assert note.endswith(": 1: “Not yet met”.")


@pytest.mark.parametrize(
    ("more", "stated"),
    [("", "Status: Mostly met"), ("", "# Status\n\nMostly met"), (" – Mostly met", "Here.")],
)
def test_a_doubted_state_in_or_below_a_heading_is_told(more, stated):
    answer = f"# Recommendation 1{more}\n\nWe dig ponds.\n\n{stated}"
    proposal = propose(parse(f"Our reply\n\n{answer}\n\n# Closing\n\nWe thank all."), REGISTER)
    assert not any(piece.rating for piece in proposal.pieces)
    assert any("Mostly met" in f"{piece.label} {piece.body}" for piece in proposal.pieces)
    [note] = proposal.to_check
    assert note.endswith("“Mostly met”.")
