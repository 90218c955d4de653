"""A Word document that this product wrote comes back without what the product adds."""

from dataclasses import replace

import pytest

from recommendations.partial_dates import parse
from responses.importing.files import read
from responses.importing.matching import ReportFinding
from responses.importing.pdf.reader import MADE_HERE
from responses.importing.proposing import Register
from responses.importing.reading import understand
from responses.importing.settling import settled
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Labelled, Named, Person, Rating
from responses.publishing.word import write_word
from tests.responses.documents.making import make_document
from tests.responses.records import make_answer, make_finding, make_record, make_section

from .pdf_files import lines, pdf
from .placed import place
from .word_files import table, word

FINDINGS = tuple(ReportFinding(n, str(n), f"Wording {n}.") for n in range(1, 5))
REGISTER = Register("Borchester Police", "Village policing", findings=FINDINGS)
RECORD = make_record(
    title="A letter about village policing",
    fields=(
        Labelled("other", "Label one", "<p>Field one</p><ul><li>A bullet</li></ul>"),
        Labelled("grade", "Grade", "<p>Good</p>"),
        Labelled("summary", "Summary", ""),
    ),
    findings=(
        make_finding("1", html="<p>Wording 1.</p>", rating=Rating("red", "Reason one")),
        make_finding("2", html="<p>Wording 2.</p>", due_on=parse("October 2026")),
        make_finding("3", html="<p>Wording 3.</p>", rating=Rating("green")),
        make_finding("4", html="<p>Wording 4.</p>"),
    ),
    answers=(
        make_answer("1", position=Named("accepted", "Accepted"), action_html="<p>Act.</p>"),
        make_answer("2", action_html="<p>Two acts.</p>"),
        make_answer("3", section_anchor="part-1", section_heading="Part 1"),
    ),
    sections=(
        make_section(1, html="<p>We agree.</p>"),
        make_section(2, level=2, voice="chief_officer", html="<p>We do.</p>"),
        make_section(3, heading="", html="<p>Without a heading.</p>"),
    ),
    signatories=(
        Person("Ann Archer", "Commissioner", "www.borchester.example"),
        Person("Pat Marlowe", "Chief Constable", ""),
    ),
)
INTERFACE = (
    *("At a glance", "Contents", "About this document", "No answer", "Explained in section"),
    *("Not yet assessed", "Not recorded here", "Office of the Commissioner", "Answered by"),
    *("SHA-256", "Reason one", "October 2026", "Left blank"),
)


def again(layout, record=RECORD):
    source = settled(read(write_word(make_document(record, layout))), FINDINGS)
    return place(understand(source), REGISTER)


@pytest.fixture(params=["statement", "record"])
def made(request):
    return again(request.param)


def test_what_the_office_wrote_comes_back(made):
    assert made.title == "A letter about village policing"
    assert [(field.label, field.value) for field in made.fields] == [
        ("Label one", "<p>Field one</p><ul><li>A bullet</li></ul>"),
        ("Grade", "<p>Good</p>"),
        ("Summary", ""),
    ]
    assert made.answers == {
        (1,): "<p><strong>Accepted</strong></p><p>Act.</p>",
        (2,): "<p>Two acts.</p>",
    }
    assert [one.text for one in made.wordings] == [f"<p>Wording {n}.</p>" for n in range(1, 5)]
    assert [(one.finding_id, one.said) for one in made.ratings] == [(1, "Red"), (3, "Green")]
    assert [(one.name, one.title, one.website) for one in made.signatories] == [
        ("Ann Archer", "Commissioner", "www.borchester.example"),
        ("Pat Marlowe", "Chief Constable", ""),
    ]


def test_its_sections_keep_their_voices(made):
    assert [(one.level, one.heading, one.voice, one.body) for one in made.sections] == [
        (1, "Part 1", "commissioner", "<p>We agree.</p>"),
        (2, "Part 2", "chief_officer", "<p>We do.</p>"),
        (1, "", "commissioner", "<p>Without a heading.</p>"),
    ]


@pytest.mark.parametrize("layout", ["statement", "record"])
def test_answers_below_the_chief_officer_s_words_are_still_answers(layout):
    made = again(layout, replace(RECORD, sections=RECORD.sections[:2]))
    assert made.answers.keys() == {(1,), (2,)}
    assert not [note for note in made.to_check if "is no answer" in note]


def test_what_the_product_adds_is_left_out_and_told_in_one_line(made):
    text = " ".join(
        [made.title, *(f.value for f in made.fields), *(s.heading + s.body for s in made.sections),
         *made.answers.values(), *made.unplaced]
    )  # fmt: skip
    assert [words for words in INTERFACE if words in text] == []
    [told] = [one for one in made.told if "that this site writes of itself" in one]
    assert [words for words in INTERFACE if words not in told] == []


def test_a_document_of_this_site_is_told_to_be_one(made):
    assert "This site wrote the document: what it added of itself is left out." in made.to_check


@pytest.mark.parametrize("layout", ["statement", "record"])
def test_a_pdf_of_this_site_is_told_to_be_one(layout):
    source = read(write_pdf(make_document(RECORD, layout)))
    assert source.notes[0] == MADE_HERE
    assert MADE_HERE not in read(pdf(lines("We answer the report in full."))).notes


JOINT = (
    make_answer("1", "3", position=Named("accepted", "Accepted"), action_html="<p>Both.</p>"),
    make_answer("2", action_html="<p>Two acts.</p>"),
    make_answer("3", "4", action_html="<p>Three and four.</p>"),
)


@pytest.mark.parametrize("layout", ["statement", "record"])
def test_an_answer_to_several_recommendations_comes_back_as_one_to_all_of_them(layout):
    made = again(layout, replace(RECORD, answers=JOINT))
    assert made.answers == {
        (1, 3): "<p><strong>Accepted</strong></p><p>Both.</p>",
        (2,): "<p>Two acts.</p>",
        (3, 4): "<p>Three and four.</p>",
    }
    assert [(one.finding_id, one.said) for one in made.ratings] == [(1, "Red"), (3, "Green")]
    [told] = [one for one in made.told if "that this site writes of itself" in one]
    assert "“Answered together with recommendation 1”" in told
    assert any(note.startswith("2 answers are to several") for note in made.to_check)


def test_those_answered_together_that_the_report_does_not_have_are_named_in_the_answer():
    heads = ["No", "Recommendation", "Answered together with", "Response"]
    rows = [["1", "Wording 1.", "9", "We act."], ["2", "Wording 2.", "", "We do."]]
    document = understand(settled(read(word(table(heads, *rows))), FINDINGS))
    assert place(document, REGISTER).answers == {
        (1,): "<p>We act.</p><p>Answered together with: 9</p>",
        (2,): "<p>We do.</p>",
    }


def test_a_document_without_a_title_of_its_own_keeps_the_one_that_was_printed():
    record = make_record(sections=(make_section(1, html="<p>We agree.</p>"),))
    document = make_document(record)
    assert place(understand(read(write_word(document))), REGISTER).title == document.name
