"""Answers, wordings and ratings: matched by number and by words, and never rated unseen."""

import pytest
from django.utils import timezone

from recommendations.models import Assessment
from responses.importing import standing
from responses.importing.elements import Numbered
from responses.importing.files import read
from responses.importing.matching import ReportFinding, find, match
from responses.importing.service import import_document
from responses.models import Answer
from responses.services import open_response
from tests.factories import AnswerFactory

from .documents import county_force, farm_report
from .word_files import p, table, word

HEADS = ["Rec No", "Recommendation", "Response", "RAG", "Owner", "Due"]
ROWS = (
    ["1", "Mark trailers and tools.", "Marked.", "Green", "Pat", "May 2027"],
    ["", "A named officer for every farm watch", "Named.", "TBC", "", ""],
    ["9", "Feed the ducks.", "Fed.", "Met", "Jo", ""],
)
FINDINGS = (
    ReportFinding(1, "1", "Mark trailers and heavy tools"),
    ReportFinding(2, "2", "Name an officer for farm watch groups"),
    ReportFinding(3, "3", "Name an officer for farm watch volunteers"),
    ReportFinding(4, "2", "Ducks and ponds", False, "Area for improvement 2"),
    ReportFinding(5, "4", "Sheep"),
    ReportFinding(6, "4", "Goats"),
)


@pytest.mark.parametrize(
    ("label", "words", "pk", "why"),
    [
        ("1", "", 1, "by its number"),
        ("Recommendation 1:", "Mark the trailers", 1, "by its number"),
        ("Rec. 2", "", 2, "by its number"),
        ("AFI 2", "", 4, "by its number"),
        ("2", "Keep ducks on ponds", 4, "by its number"),
        ("7", "Mark trailers", None, "the report has no finding with this number"),
        ("1", "Sell every horse before winter", None, "speaks of something else"),
        (
            "1",
            "Tools and an officer for farm volunteers",
            None,
            "its words are those of Recommendation 3",
        ),
        ("1", "Mark what farm volunteers have", 1, "by its number"),
        ("4", "", None, "it fits alike: Recommendation 4, Recommendation 4"),
        ("", "Mark all trailers and all tools", 1, "by its words"),
        ("", "Name an officer for farm watch", None, "its words fit alike: Recommendation 2, R"),
        ("", "Sell the horses", None, "no finding of the report has its number or its words"),
        ("", "", None, "it has no number"),
    ],
)
def test_a_piece_finds_its_finding_or_says_why_not(label, words, pk, why):
    found = find(label, words, FINDINGS)
    assert (found.finding.pk if found.finding else None) == pk
    assert why in found.why


def test_a_printed_item_with_the_words_of_another_number_is_left_to_a_person():
    item = Numbered("1.", "Tools and an officer for farm volunteers")
    placed, ((_, why),) = match([item], FINDINGS)
    assert placed == ()
    assert "its words are those of Recommendation 3" in why


@pytest.mark.parametrize(
    ("words", "rag"),
    [
        *((word, "green") for word in ("Green", "met", "Complete", "Completed – May", "Fully met")),
        *((word, "amber") for word in ("AMBER", "In progress", "on-going", "Partially met")),
        *((word, "red") for word in ("Red", "Not met", "will not be met", "Overdue")),
        *((word, "not_for_force") for word in ("N/A", "Not applicable", "Not for this force")),
        *(
            (word, "green")
            for word in ("G", "(g)", "🟢", "🟢 Met", "Green (by the colour of its cell)")
        ),
        *((word, "amber") for word in ("A", "🟠", "🟡", "Amber 🟠")),
        *((word, "red") for word in ("R.", "🔴")),
        *((word, "") for word in ("●", "R/A/G", "🔴 Met", "G by May", "a van")),
        *((word, "") for word in ("TBC", "", "Green / Amber", "Blue", "method", "x" * 70)),
    ],
)
def test_words_of_rag_are_recognised_where_they_are_sure(words, rag):
    assert standing.rag_of(words) == rag


def imported(*body, replace=False, response=None):
    report = response.report if response else farm_report()
    force = response.force if response else county_force()
    source = read(word(*body), "answer.docx")
    return import_document(source, force=force, report=report, now=timezone.now(), replace=replace)


def answers(response):
    return {
        ", ".join(finding.label for finding in answer.findings.all()): answer.action
        for answer in response.answers.all()
    }


@pytest.mark.django_db
def test_a_table_of_recommendations_fills_wordings_and_answers_and_rates_nothing():
    outcome = imported(p("Reply", style="H1"), p("We agree."), table(HEADS, *ROWS))
    response = outcome.response
    assert answers(response) == {"1": "<p>Marked.</p>", "2": "<p>Named.</p><p>State: TBC</p>"}
    assert [(one.label, one.text) for one in response.wordings.all()] == [
        ("1", "<p>Mark trailers and tools.</p>"),
        ("", "<p>A named officer for every farm watch</p>"),
    ]
    unplaced = response.sections.get(kind="unplaced").body
    for words in ("Feed the ducks.", "Fed.", "Owner: Jo", "State: Met"):
        assert words in unplaced
    assert set(Assessment.objects.values_list("rag", flat=True)) == {"not_assessed"}
    printed = "\n".join(outcome.lines())
    assert "Recommendation 1: “Green” (Green), owner Pat, due May 2027" in printed
    assert "Answers: 2 (Recommendation 1, Recommendation 2)" in printed


@pytest.mark.django_db
def test_what_stands_under_the_heading_of_a_recommendation_answers_it():
    body = [
        *(p("Reply", style="H1"), p("We agree.")),
        *(p("Recommendation 1: Marking trailers and tools", style="H2"), p("Marked.")),
        *(p("Status: In progress"), p("What is next", style="H2"), p("Tools too.")),
        *(p("Recommendation 3", style="H1"), p("Guidance on stolen machinery."), p("Given.")),
        *(p("Progress", style="H2"), p("Much.")),
        *(p("Recommendation 99", style="H1"), p("Not in the report.")),
    ]
    outcome = imported(*body)
    assert answers(outcome.response) == {
        "1": "<p>Marked.</p><p>Status: In progress</p>",
        "3": "<p>Given.</p><p><strong>Progress</strong></p><p>Much.</p>",
    }
    assert [one.text for one in outcome.response.wordings.all()] == [
        "<p>Marking trailers and tools</p>",
        "<p>Guidance on stolen machinery.</p>",
    ]
    headings = [section.heading for section in outcome.response.sections.all()]
    assert headings == ["Reply", "What is next", "Recommendation 99"]
    assert [(one.rag, one.said) for one in outcome.draft.ratings] == [("amber", "In progress")]


@pytest.mark.django_db
def test_an_answer_that_is_there_is_replaced_where_the_text_is():
    response = open_response(
        force=county_force(), report=farm_report(), by=None, now=timezone.now()
    )
    findings = response.report.findings.order_by("order")
    own = AnswerFactory(response=response, findings=findings[:1], action="<p>Old.</p>")
    shared = AnswerFactory(response=response, findings=findings[1:3], action="<p>Both.</p>")
    outcome = imported(p("Reply", style="H1"), table(HEADS, *ROWS), replace=True, response=response)
    own.refresh_from_db()
    shared.refresh_from_db()
    assert (own.action, shared.action) == ("<p>Marked.</p>", "<p>Both.</p>")
    assert Answer.objects.count() == 3
    assert [finding.label for finding in shared.findings.all()] == ["3"]
    left, placed = outcome.notes
    assert "Recommendation 3 now stands for Recommendation 3 alone: look at its words." in left
    assert placed == "The answer to Recommendation 1 stands in place of what was there."


@pytest.mark.django_db
def test_a_heading_over_nothing_but_rows_is_left_out_and_told():
    outcome = imported(p("Reply", style="H1"), p("Yes."), p("Our answers", style="H1"),
                       table(HEADS, *ROWS))  # fmt: skip
    assert "Heading without text: Our answers (its table is taken row by row)" in "\n".join(
        line.strip() for line in outcome.lines()
    )


@pytest.mark.django_db
def test_a_long_reply_in_a_form_is_a_section_in_its_voice():
    reply = "We read the report with care. " * 12
    outcome = imported(table(["Force", "Borset"], ["Chief Constable's response", reply]))
    [section] = outcome.response.sections.all()
    assert (section.heading, section.voice) == ("Chief Constable's response", "chief_officer")
    assert [field.label for field in outcome.response.fields.all()] == ["Force"]
