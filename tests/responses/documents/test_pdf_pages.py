"""What stands where on the pages of a PDF: nothing beyond their edges, and short rows whole."""

from dataclasses import replace

import pytest

from responses.publishing.blocks import Entry, Facts, Grid, Notice, Prose, Row
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Addressed, Person, Rating
from tests.responses.records import make_answer, make_finding, make_record

from .making import make_document
from .pdf_reading import edges_of, pages_of

MANY = range(1, 161)
WORDS = "Words of a sentence that goes on. "


def of_findings(**values):
    finding = {key: one for key, one in values.items() if key != "action_html"}
    answers = (make_answer("1", action_html=values.get("action_html", "")),)
    return make_document(make_record(findings=(make_finding("1", **finding),), answers=answers))


def of_blocks(*blocks):
    return make_document(make_record(), blocks=blocks)


def of_rows(*rows, **values):
    shares = (5,) * len(rows[0])
    return of_blocks(Grid("All of it", ("Head",) * len(shares), shares, rows, **values))


LONG = {
    "wording": of_findings(html=f"<ul>{'<li>x</li>' * 149}</ul>"),
    "paragraphs": of_findings(action_html="<p>Act.</p>" * 120),
    "breaks": of_findings(html=f"<p>{'x<br>' * 200}</p>"),
    "reason": of_findings(rating=Rating("red", "WWWW " * 295)),
    "addressees": of_findings(addressed_to=tuple(Addressed(f"Body {n}") for n in MANY)),
    "points": of_rows((Entry("One"), Entry("How", points=tuple(map(str, MANY))))),
    "lines": of_rows((Entry("One"), Entry("How", lines=tuple(map(str, MANY))))),
    "letters": of_rows((Entry("WWWW " * 100),) + (Entry("x"),) * 9, is_wide=True),
    "facts": of_blocks(Facts(tuple(Row(f"Fact {n}", "WWWW " * 9) for n in range(60)))),
    "notice": of_blocks(Notice("\n".join(map(str, MANY)))),
    "signatories": make_document(
        make_record(signatories=tuple(Person(f"Person {n}", "Office", "x.example") for n in MANY))
    ),
}


@pytest.mark.parametrize("which", LONG)
def test_nothing_runs_over_the_edge_of_a_page(which):
    for (left, low, right, high), (width, height) in edges_of(write_pdf(LONG[which])):
        assert 0 < left <= right < width
        assert 30 < low <= high < height


@pytest.mark.parametrize("lines", [0, 3, 6])
@pytest.mark.parametrize("is_wide", [False, True])
def test_a_short_row_of_a_plain_table_stands_on_one_page(lines, is_wide):
    above = (Entry("Above", lines=("Line",) * lines), Entry("x"))
    rows = [(Entry(f"First {n}"), Entry(WORDS * 8, (f"Last {n}",))) for n in range(40)]
    pages = pages_of(write_pdf(of_rows(above, *rows, is_wide=is_wide)))
    assert len(pages) > 3
    for number in range(40):
        own = [(f"First {number} " in page, f"Last {number} " in f"{page} ") for page in pages]
        assert own.count((True, True)) == 1
        assert (True, False) not in own


@pytest.mark.parametrize("lines", [0, 3, 6])
def test_a_short_row_of_the_findings_stands_on_one_page(lines):
    findings = [make_finding(str(n), html=f"<p>First {n}.</p><p>{WORDS * 8}</p>") for n in range(9)]
    answers = [
        make_answer(str(n), action_html=f"<p>{WORDS * 9}</p><p>Last {n}.</p>") for n in range(9)
    ]
    findings[0] = replace(findings[0], html="<p>First 0.</p>" + "<p>Line</p>" * lines)
    record = make_record(findings=tuple(findings), answers=tuple(answers))
    pages = pages_of(write_pdf(make_document(record, "record")))
    for number in range(9):
        own = [(f"First {number}." in page, f"Last {number}." in page) for page in pages]
        assert own.count((True, True)) == 1
        assert (True, False) not in own


@pytest.mark.parametrize("lines", [21, 23, 24, 25])
def test_what_the_document_says_of_itself_stands_together(lines):
    prose = Prose("a", 2, "Part", "", "", "<p>Line</p>" * lines)
    pages = pages_of(write_pdf(of_blocks(prose)))
    assert [("About this document" in page, "SHA-256" in page) for page in pages].count(
        (True, True)
    ) == 1
