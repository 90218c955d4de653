"""A long text is read in a time that grows with its length, and refused beyond any response."""

import pytest

from responses.importing import differing
from responses.importing.body import read_body
from responses.importing.elements import Paragraph, Section, Table
from responses.importing.files import read
from responses.importing.head import split_head
from responses.importing.matching import ReportFinding
from responses.importing.pages import Line
from responses.importing.proposing import Register
from responses.importing.reading import MOST_PIECES, parse
from responses.importing.refusal import LONG, ImportRefusedError
from responses.importing.run_in import parted
from responses.importing.tabbed import MOST_CELLS
from responses.importing.tokens import to_tokens

from .pdf_files import lines, pdf
from .placed import place

MANY = 100_000
FINDINGS = (ReportFinding(1, "1", "Forces should dig ponds."),)
REGISTER = Register("Borchester Police", "Ponds and the police", findings=FINDINGS)


def test_paragraphs_under_one_heading_are_read():
    """Where all are copied for each, this does not come to an end; so below."""
    tokens, _ = to_tokens([Line(number, "We agree to it.") for number in range(1, MANY + 1)])
    [section] = read_body(tokens)
    assert len(section.elements) == MANY
    assert section.at == 1


def test_paragraphs_in_one_answer_are_parted():
    paragraphs = (Paragraph("Recommendation 1: we agree."), *[Paragraph("Said.")] * MANY)
    [answer] = parted([Section("", 1, paragraphs)], FINDINGS)
    assert len(answer.elements) == MANY + 1


def test_paragraphs_below_a_row_of_a_form_are_read():
    lines = ["Force\tBorchester", "Summary\t", *["It is said here."] * MANY, "Grade\tGood"]
    tokens, _ = to_tokens([Line(number, text) for number, text in enumerate(lines, start=1)])
    head, _ = split_head(tokens)
    assert [len(field.value) for field in head.fields] == [1, MANY, 1]


def test_a_paragraph_over_many_pages_of_a_pdf_is_read():
    words = "the Commissioner has read the report of the inspectorate on farms with care and agrees"
    [line] = read(pdf(*[lines(*[words] * 50)] * 190)).lines
    # Of each page three lines at either edge are taken for what all pages repeat.
    assert line.text == " ".join([words] * 44 * 190)


def test_the_words_of_each_text_are_taken_once(monkeypatch):
    asked = []
    significant = differing.significant
    monkeypatch.setattr(
        differing, "significant", lambda text: asked.append(text) or significant(text)
    )
    findings = [ReportFinding(n, str(n), f"Forces should dig ponds of kind {n}.") for n in (1, 2)]
    register = Register("Borchester Police", "Ponds", findings=(*FINDINGS, *findings))
    texts = [f"Something is said {n} times." for n in range(2000)]
    [note] = differing.to_check([], register, {7}, texts)
    assert note == "The document does not print these recommendations: 1, 1, 2."
    assert sum(text in texts for text in asked) == len(texts)


@pytest.mark.parametrize("text", ["It is.\n" * (MOST_PIECES + 1), "<ol>" + "<li>a" * 20_001])
def test_a_text_of_more_pieces_than_any_is_refused(text):
    with pytest.raises(ImportRefusedError, match="more than 20,000 paragraphs, items and rows"):
        parse(text)


def test_a_text_of_many_pieces_is_read():
    [section] = parse("It is said.\n" * MOST_PIECES).sections
    assert len(section.elements) == MOST_PIECES


def test_labels_in_the_midst_of_paragraphs_make_no_more_pieces_than_a_document_may_have():
    said = "Recommendation 1: Status: Met. " + "PCC response: Yes. " * MOST_PIECES
    with pytest.raises(ImportRefusedError) as refused:
        place(parse(f"Our reply\n\n{said}\n\n"), REGISTER)
    assert str(refused.value) == LONG


def test_a_typed_table_of_more_cells_than_any_stays_lines():
    rows = ("a\t" * 100 + "b\n") * (MOST_CELLS // 100 + 1)
    [section] = parse(f"Our reply\n\nSo it is.\n{rows}").sections
    assert not any(isinstance(element, Table) for element in section.elements)


def test_a_long_list_of_recommendations_at_the_start_of_a_paragraph_is_read():
    """Where each space in it may be taken in two ways, this does not come to an end."""
    text = "Rec 1 and 2, " * 20_000
    assert parse(f"Reply\n\n{text}\n\nWe agree with all of them.").sections
