"""What stands where on the pages of a PDF: nothing beyond their edges, and short rows whole."""

from dataclasses import replace

import pytest

from responses.publishing.blocks import Entry, Facts, Grid, Notice, Prose, Row
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Addressed, Person, Rating
from tests.responses.records import make_answer, make_finding, make_record

from .making import make_document
from .pdf_reading import edges_of, pages_of, read

MANY = range(1, 161)
PIECES = [word[a:b] for word in ("Years", "cases") for a in range(5) for b in range(a + 1, 6)]
WORDS = "Words of a sentence that goes on. "


def of_findings(**values):
    finding = {key: one for key, one in values.items() if key != "action_html"}
    answers = (make_answer("1", action_html=values.get("action_html", "")),)
    return make_document(make_record(findings=(make_finding("1", **finding),), answers=answers))


def of_blocks(*blocks):
    return make_document(make_record(), blocks=blocks)


def of_prose(html):
    return of_blocks(Prose("a", 2, "Part", "", "", html))


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
    "head": of_findings(html=f"<table><tr><th>{WORDS * 60}</th></tr><tr><td>x</td></tr></table>"),
    "heads": of_prose(f"<table>{'<tr><th>A</th><th>B</th></tr>' * 60}<tr><td>x</td></tr></table>"),
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
    pages = pages_of(write_pdf(of_prose("<p>Line</p>" * lines)))
    assert [("About this document" in page, "SHA-256" in page) for page in pages].count(
        (True, True)
    ) == 1


def test_a_head_of_usual_length_stands_on_each_page_of_its_table():
    heads = "<tr><th>Which beat</th><th>How many calls were answered in the quarter</th></tr>"
    rows = "<tr><td>North</td><td>12</td></tr>" * 80
    pages = pages_of(write_pdf(of_prose(f"<table>{heads}{rows}</table>")))
    assert len(pages) > 2
    assert all("Which beat" in page for page in pages[:2])


def test_an_address_of_long_lines_leaves_room_for_the_name():
    head = make_document().letterhead
    for address in ("Short", "1 Hill Street, " * 9):
        pdf = write_pdf(make_document(make_record(), letterhead=replace(head, address=address)))
        first = read(pdf).pages[0].extract_text().split("\n")
        assert first[0].startswith("Police and Crime Commissioner")


@pytest.mark.parametrize("width", [9, 12, 20])
def test_no_word_runs_over_the_next_column(width):
    rows = f"<tr>{'<th>Years</th>' * width}</tr><tr>{'<td>cases</td>' * width}</tr>"
    pdf = write_pdf(of_prose(f"<table>{rows}</table>"))
    words = []

    def note(text, _, matrix, font, size):
        words.extend((text.strip(), size) for text in text.split("\n") if text.strip() in PIECES)

    read(pdf).pages[0].extract_text(visitor_text=note)
    assert len(words) >= 2 * width
    # About half of its size is as wide as a letter is; the text is 476 points wide.
    assert all(len(text) * size * 0.5 < 476 / width for text, size in words)
