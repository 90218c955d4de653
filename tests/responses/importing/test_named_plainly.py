"""Headings that name a recommendation otherwise than by “Recommendation 3”, and those of none."""

import pytest

from responses.importing.labels import in_figures
from responses.importing.matching import ReportFinding
from responses.importing.proposing import Register, propose
from responses.importing.reading import parse

SUBJECTS = {
    1: "Marking trailers and tools",
    2: "Farm watch officers and volunteers",
    3: "Training",
    4: "Calls about sheep",
    5: "Calls about sheep",
}
FINDINGS = tuple(
    ReportFinding(n, str(n), f"{subject} Forces should see to it.", subject=subject)
    for n, subject in SUBJECTS.items()
)
REGISTER = Register("Borsetshire", "Theft from farms", findings=FINDINGS)


def proposed(*headings):
    sections = "\n\n".join(f"# {heading}\n\nWe agree to it." for heading in headings)
    return propose(
        parse(f"Our reply to the report\n\n# Opening\n\nWe read it.\n\n{sections}"), REGISTER
    )


def answers(proposal):
    return {piece.label: piece.keys for piece in proposal.pieces if piece.to.startswith("answer:")}


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("Response to recommendation 2", (2,)),
        ("The Commissioner’s response to Recommendation 3", (3,)),
        ("Our reply to recommendations 1 and 2", (1, 2)),
        ("R3", (3,)),
        ("R1 and R2", (1, 2)),
        ("R2: volunteers", (2,)),
        ("Recommendation three", (3,)),
        ("Recommendation Two – volunteers", (2,)),
        ("2. Farm watch officers and volunteers", (2,)),
        ("Farm watch officers and volunteers", (2,)),
        ("3. Training", (3,)),
        ("5. Calls about sheep", (5,)),
    ],
)
def test_a_heading_that_names_a_recommendation_is_over_its_answer(heading, keys):
    assert answers(proposed(heading)) == {heading: keys}


@pytest.mark.parametrize(
    "heading",
    [
        "Training",
        "Calls about sheep",
        "2. Training",
        "4. Farm watch officers",
        "R and D",
        "Chief Constable's response to recommendation 2",
        "Recommendation one day",
    ],
)
def test_a_heading_that_may_be_of_anything_is_not(heading):
    assert answers(proposed(heading)) == {}


def test_a_heading_of_no_recommendation_of_the_report_is_told():
    proposal = proposed("Recommendation 1", "Recommendation 17", "R1 and R18", "Recommendation 17")
    assert answers(proposal) == {"Recommendation 1": (1,)}
    [note] = proposal.to_check
    assert "no finding with the number of “Recommendation 17”, “R1 and R18”: nothing" in note


def test_the_reply_below_its_recommendation_stays_a_part_of_its_answer():
    below = "# Recommendation 2\n\nForces should see to farm watch officers and volunteers."
    text = f"Our reply\n\n{below}\n\n## Response to recommendation 2\n\nWe do."
    wording, answer = propose(parse(text), REGISTER).pieces[1:]
    assert (wording.to, answer.to) == ("wording:2", "answer:2")
    assert answer.body == "<p><strong>Response to recommendation 2</strong></p><p>We do.</p>"


@pytest.mark.parametrize(
    ("label", "figures"),
    [("Recommendation three:", "recommendation 3"), ("Rec 4", "Rec 4"), ("Phone", "Phone")],
)
def test_a_number_in_words_is_read(label, figures):
    assert in_figures(label) == figures
