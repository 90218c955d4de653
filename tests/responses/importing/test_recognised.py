"""What is recognised in a document, and that what goes with it is kept or told."""

import pytest
from django.utils import timezone

from responses.admin.import_review import Review
from responses.importing import labels, standing
from responses.importing.files import read
from responses.importing.matching import ReportFinding
from responses.importing.pieces import What
from responses.importing.proposing import Register, propose
from responses.importing.reading import understand
from responses.importing.service import import_document, register_of
from responses.importing.settling import settled

from .documents import county_force, farm_report
from .placed import place
from .word_files import bold, cell, p, table, word

SUBJECTS = {
    1: "Mark trailers and heavy tools",
    2: "Name an officer for farm watch groups",
    3: "Guidance on stolen machinery",
    4: "Calls about sheep at night",
}
FINDINGS = tuple(ReportFinding(n, str(n), words) for n, words in SUBJECTS.items())
REGISTER = Register("Borsetshire", "Theft from farms", findings=FINDINGS)
HEADS = ["Rec No", "Recommendation", "Response", "RAG", "Owner", "Due"]


def draft(*body):
    """The Draft that a Word document with that body makes."""
    return place(understand(settled(read(word(*body)), FINDINGS)), REGISTER)


@pytest.mark.parametrize(
    ("state", "follows"),
    [
        ("Amber", ""),
        ("Green (met)", ""),
        ("Amber – training by June", "<p>State: Amber – training by June</p>"),
        ("Completed – May", "<p>State: Completed – May</p>"),
        ("TBC", "<p>State: TBC</p>"),
    ],
)
def test_words_beside_a_state_follow_the_answer(state, follows):
    made = draft(table(HEADS, ["1", "", "Marked.", state, "", ""]))
    assert list(made.answers.values()) == [f"<p>Marked.</p>{follows}"]
    assert [one.said for one in made.ratings] == ([state] if standing.rag_of(state) else [])


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        *((label, ("3", "4")) for label in ("3 and 4", "3, 4", "3-4", "3 to 4", "Recs 3 & 4:")),
        ("Recommendation 3 and Recommendation 4", ("3", "4")),
        ("5 to 7", ("5", "6", "7")),
        ("3a-3c, 4", ("3a", "3b", "3c", "4")),
        ("7.1–7.3", ("7.1", "7.2", "7.3")),
        *(
            (label, ())
            for label in (
                "3",
                "7-5",
                "1-999",
                "1-9, 10-29",
                "2025-26",
                "3a-4c",
                "3 and vans",
                "x" * 99,
            )
        ),
    ],
)
def test_a_label_of_several_numbers_is_taken_apart(label, numbers):
    assert labels.several(label) == numbers


@pytest.mark.parametrize("label", ["3 and 4", "3, 4", "3-4", "3 to 4", "Recommendations 3 and 4"])
def test_a_row_of_several_numbers_is_one_answer_to_all_of_them(label):
    made = draft(table(HEADS, [label, "", "Given.", "Met", "Pat", ""]))
    assert made.answers == {(3, 4): "<p>Given.</p>"}
    assert [(one.finding_id, one.rag, one.owner) for one in made.ratings] == [
        (3, "green", "Pat"),
        (4, "green", "Pat"),
    ]


def test_the_wording_of_several_is_kept_with_the_first_of_them():
    asked = "Guidance on stolen machinery, and calls about sheep at night"
    made = draft(table(HEADS, ["3 and 4", asked, "Given.", "", "", ""]))
    assert [(one.finding_id, one.label) for one in made.wordings] == [(3, "3 and 4")]
    assert "recommendations: 1, 2." in " ".join(made.to_check)


@pytest.mark.parametrize(
    "cells",
    [
        (cell(p("3"), p("4.")), "About both"),
        (cell(p("Rec 3"), p("Rec 4")), "About both"),
        ("", cell(p(f"3. {SUBJECTS[3]}"), p(f"4. {SUBJECTS[4]}"))),
    ],
)
def test_a_cell_of_numbers_one_below_another_is_of_all_of_them(cells):
    made = draft(table(["Rec No", "Recommendation", "Response"], [*cells, "To both."]))
    assert made.answers.keys() == {(3, 4)}


def test_numbers_of_word_s_own_one_below_another_are_of_all_of_them():
    both = cell(p(item=(3, 0)), p(item=(3, 0)))
    made = draft(table(["Rec No", "Recommendation", "Response"], [both, "About both", "Yes."]))
    assert made.answers.keys() == {(1, 2)}


def test_a_list_within_one_recommendation_is_of_that_alone():
    within = cell(p(f"3. {SUBJECTS[3]}"), p("4. Sell the horses before winter comes"))
    made = draft(table(["Recommendation", "Response"], [within, "To one."]))
    assert made.answers.keys() == {(3,)}


def test_several_numbers_of_which_one_is_unknown_are_left_to_a_person():
    rows = ["3 and 44", "", "Given.", "", "", ""], ["1", "", "Marked.", "", "", ""]
    made = draft(table(HEADS, *rows))
    assert made.answers == {(1,): "<p>Marked.</p>"}
    assert made.sections[-1].body == "<p><strong>3 and 44</strong></p><p>Given.</p>"


@pytest.mark.parametrize("heading", ["Recommendations 3 and 4", "Recommendation 3, 4: machinery"])
def test_a_heading_of_several_numbers_is_one_answer_to_all_of_them(heading):
    made = draft(p(heading, style="H1"), p("Given."))
    assert [*made.answers] == [(3, 4)]
    assert draft(p("Recommendation 3 to 5 vans", style="H1"), p("Given.")).answers.keys() == {(3,)}


@pytest.mark.django_db
def test_one_answer_to_several_is_written_once_and_offered_as_such():
    report, force = farm_report(), county_force()
    row = ["3 and 4", "", "Given.", "", "", ""]
    source = read(word(p("Reply", style="H1"), table(HEADS, row)), "answer.docx")
    outcome = import_document(source, force=force, report=report, now=timezone.now())
    [answer] = outcome.response.answers.all()
    assert [finding.label for finding in answer.findings.order_by("order")] == ["3", "4"]
    assert "Answers: 1 (Recommendation 3 and Recommendation 4)" in "\n".join(outcome.lines())
    proposal = propose(understand(source), register_of(outcome.response))
    review = Review(proposal, outcome.response, has_text=True)
    [row] = [row for row in review.rows if row.piece.what == What.ANSWER]
    joint = (row.piece.to, "One answer to 3 and 4")
    assert row.groups[0] == ("What it is", [joint])
    assert not row.fault


@pytest.mark.parametrize(
    ("cell", "apart"),
    [
        *((cell, (cell, "")) for cell in ("3", "3a.", "(3)", "Rec. 3", "R3", "AFI 2", "3 and 4")),
        ("Recommendation 3: Mark vans", ("Recommendation 3", "Mark vans")),
        ("Recommendation 3 of 16", ("Recommendation 3", "")),
        ("3. Mark vans", ("3", "Mark vans")),
        ("3 Mark vans", ("3", "Mark vans")),
        *(
            (cell, ("", cell))
            for cell in ("Mark vans within 3 months", "Vans 3", "3/16 of vans", "", "2025", "x 3 y")
        ),
        ("3 months from now each force should mark all its vans by hand", None),
    ],
)
def test_a_label_begins_a_cell_and_is_no_number_of_a_sentence(cell, apart):
    assert labels.apart(cell) == (apart or ("", cell))


@pytest.mark.parametrize("head", ["Rec", "Recommendation", "Ref"])
def test_a_column_of_full_texts_is_matched_by_its_words(head):
    asked = "Name an officer for farm watch groups within 3 months"
    made = draft(table([head, "Response", "RAG"], [asked, "Named.", "Met"]))
    assert made.answers == {(2,): "<p>Named.</p>"}
    assert [(one.label, one.text) for one in made.wordings] == [("", f"<p>{asked}</p>")]


@pytest.mark.parametrize("head", ["Rec", "Recommendation"])
def test_a_column_of_numbers_is_matched_by_its_numbers(head):
    made = draft(table([head, "Response", "RAG"], ["2", "Named.", "Met"], ["88", "Why?", ""]))
    assert made.answers == {(2,): "<p>Named.</p>"}
    assert made.wordings == ()
    assert "<strong>88</strong></p><p>Why?</p>" in made.sections[-1].body


def test_a_heading_of_a_recommendation_over_nothing_is_no_answer():
    body = [p("Recommendation 1", style="H1"), p("Recommendation 2", style="H1"), p("Named.")]
    made = draft(*body)
    assert made.answers == {(2,): "<p>Named.</p>"}
    [bare] = made.left_out
    assert (bare.label, bare.why) == ("Recommendation 1", "nothing stands under it")


@pytest.mark.parametrize("style", ["H1", "H2", ""])
def test_a_bold_sentence_in_an_answer_does_not_end_it(style):
    heading = "Recommendation 1"
    many = "We mark every one of the trailers of each farm in the whole county"
    body = [
        *(p("Reply", style="H1"), p("We agree.")) * bool(style),
        p(heading, style=style) if style else p(bold(heading)),
        *(p("Marked."), p(bold("This is done.")), p("Since May."), p(bold(many)), p("By hand.")),
        *(p(bold("Our view")), p("Good.")),
    ]
    made = draft(*body)
    answer = made.answers[1,]
    assert "<p><strong>This is done.</strong></p><p>Since May.</p>" in answer
    assert f"<p><strong>{many}</strong></p><p>By hand.</p>" in answer
    assert "We mark every" not in " ".join(section.heading for section in made.sections)


def test_a_bold_sentence_outside_an_answer_is_a_heading_as_before():
    made = draft(p(bold("What we did.")), p("We dug."), p(bold("Recommendation 1")), p("Marked."))
    assert made.sections[0].heading == "What we did."


def test_a_bold_recommendation_in_full_begins_the_next_answer():
    first, second = (f"Recommendation {number}: {SUBJECTS[number]}." for number in (1, 2))
    body = [p(bold("Reply")), p("We agree."), p(bold(first)), p("Marked.")]
    made = draft(*body, p(bold(second)), p("Named."))
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Named.</p>"}
