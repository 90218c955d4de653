"""The PDFs: their tags, and what stands on every page."""

import itertools
import re
from dataclasses import replace

import pytest

from responses.publishing.blocks import Prose
from responses.publishing.layouts import LAYOUTS
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Rating
from tests.responses.records import REPORT, make_answer, make_finding, make_record, make_section

from .making import DRAFT, FULL, TITLE, make_document
from .pdf_reading import pages_of, read, tags_of

# The demonstration is read out of a database.
pytestmark = pytest.mark.django_db

FORCES = ("staffordshire", "thames-valley")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(scope="module")
def pdf():
    return write_pdf(make_document())


@pytest.fixture(scope="module")
def pdfs(demonstration):
    """The PDFs of the demonstration and of the full record, in both layouts."""
    records = {**demonstration, "full": FULL}
    return {
        (force, layout): write_pdf(make_document(record, layout))
        for force, record in records.items()
        for layout in LAYOUTS
    }


@pytest.fixture(
    scope="module", params=itertools.product((*FORCES, "full"), LAYOUTS), ids=lambda pair: str(pair)
)
def tags(request, pdfs):
    return tags_of(pdfs[request.param])


def levels(tags):
    return [int(tag.name[1]) for tag in tags.walk() if tag.name in HEADINGS]


def test_there_is_one_title_and_no_level_of_headings_is_left_out(tags):
    found = levels(tags)
    assert found[0] == 1
    assert found.count(1) == 1
    assert len(found) > 4
    assert all(after <= before + 1 for before, after in itertools.pairwise(found))


def test_each_table_names_its_columns(tags):
    tables = tags.all("Table")
    assert tables
    for table in tables:
        [head] = table.all("THead")
        assert {cell.name for row in head.within for cell in row.within} == {"TH"}


def test_the_table_of_recommendations_has_a_caption(tags):
    assert [len(table.all("Caption")) for table in tags.all("Table")].count(1) == 1


@pytest.mark.parametrize("lines", [1, 8, 16, 24])
def test_the_caption_belongs_to_the_table_wherever_that_begins(demonstration, lines):
    record = demonstration["staffordshire"]
    subject = "Some words that fill a line, and then some more of them as well. " * lines
    [table] = tags_of(write_pdf(make_document(record, "record", subject=subject))).all("Table")
    assert table.all("Caption")


def test_each_figure_has_its_words(tags):
    assert tags.all("Figure")
    assert all(figure.alt for figure in tags.all("Figure"))


def test_a_shape_of_the_glance_is_called_by_its_finding_and_its_word(pdf):
    alts = [figure.alt for figure in tags_of(pdf).all("Figure")]
    assert alts[:3] == [
        "Recommendation 1: Red",
        "Recommendation 2: Amber",
        "Recommendation 3: Green",
    ]


def test_a_shape_names_its_report_where_there_are_several():
    further = replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
    findings = (make_finding("1"), make_finding("1", report_slug=further.slug))
    record = make_record(further_reports=(further,), findings=findings)
    alts = [figure.alt for figure in tags_of(write_pdf(make_document(record))).all("Figure")]
    assert alts[:2] == [
        "Recommendation 1 of “Village policing, 2026”: Not yet assessed",
        "Recommendation 1 of “Hens, 2026”: Not yet assessed",
    ]


def test_a_pdf_says_its_title_its_language_and_which_rules_it_keeps(pdf):
    root = read(pdf).trailer["/Root"]
    assert read(pdf).metadata.title == TITLE
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_a_pdf_says_when_it_was_published_and_not_when_it_was_made(pdf):
    assert read(pdf).metadata.creation_date.isoformat() == "2026-06-04T11:30:00+00:00"


def test_each_typeface_is_in_the_file(pdf):
    for page in read(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            [inner] = font.get_object()["/DescendantFonts"]
            assert "/FontFile3" in inner.get_object()["/FontDescriptor"]


def test_each_link_says_where_it_leads(pdf):
    notes = [note.get_object() for page in read(pdf).pages for note in page.get("/Annots", ())]
    links = [note for note in notes if note["/Subtype"] == "/Link"]
    assert len(links) > 5
    assert all(link["/Contents"] for link in links)


def test_bookmarks_lead_to_the_parts(pdf):
    [title, parts] = read(pdf).outline
    assert title.title == TITLE
    assert {"At a glance", "Part 1", "Recommendations"} <= {
        part.title for part in parts if not isinstance(part, list)
    }


def test_each_page_says_which_it_is_and_of_which_version(pdf):
    pages = pages_of(pdf)
    assert len(pages) > 4
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Version 2 · 4 June 2026" in page
        assert "Draft" not in page
        assert TITLE in page


def test_each_page_of_a_preview_says_that_it_is_a_draft():
    pages = pages_of(write_pdf(make_document(edition=DRAFT)))
    assert len(pages) > 4
    for page in pages:
        assert page.count("Draft: not published") == 2


def test_the_heads_of_the_columns_stand_on_each_page_of_the_table(pdf):
    heads = "No. Recommendation Addressed to, and due Rating Answer"
    pages = pages_of(pdf)
    first = next(number for number, page in enumerate(pages) if heads in page)
    last = next(number for number, page in enumerate(pages) if "Wording 49" in page)
    assert last > first
    assert all(heads in page for page in pages[first : last + 1])


def test_the_end_names_version_date_address_and_hash(pdf):
    last = pages_of(pdf)[-1].replace(" ", "")
    about = make_document().edition
    assert f"Version2Publishedhere4June2026Address{about.address}" in last
    assert about.sha256 in last


def test_a_row_longer_than_a_page_loses_nothing():
    long = "".join(f"<p>Step {number} of the plan, in some words.</p>" for number in range(200))
    record = make_record(
        findings=(make_finding("1", rating=Rating("red", "Why.")),),
        answers=(make_answer("1", action_html=long),),
    )
    text = " ".join(pages_of(write_pdf(make_document(record))))
    assert all(f"Step {number} of" in text for number in range(200))


@pytest.mark.parametrize("title", ["", "x" * 600, "Two\nlines"])
def test_any_title_can_be_written(title):
    assert tags_of(write_pdf(make_document(make_record(), title=title))).all("H1")


@pytest.mark.parametrize("colour", ["", "#ffffff", "red); evil(", "#12345"])
def test_a_colour_that_is_none_does_no_harm(colour):
    letterhead = make_document().letterhead
    values = {**vars(letterhead), "colour": colour}
    assert write_pdf(make_document(make_record(), letterhead=type(letterhead)(**values)))


def test_two_sections_of_one_name_do_no_harm():
    twice = make_record(sections=(make_section(1), make_section(1)))
    assert len(tags_of(write_pdf(make_document(twice))).all("H2")) == 4


LONG_CELL = "<td>W.longer@borsetshire.uk</td>"
LONG = "ann.archer.longer.name.of.an.officer@borsetshire.pnn.police.uk"


@pytest.mark.parametrize(
    ("html", "most"),
    [
        (f"<p>{'W' * 130}</p>", 60),
        (
            f"<table><tr><th>A</th><th>B</th></tr><tr><td>{LONG}</td><td>{LONG}</td></tr></table>",
            50,
        ),
        (
            f"<table><tr>{LONG_CELL * 6}</tr><tr>{'<td>x</td>' * 6}</tr></table>",
            18,
        ),
    ],
)
def test_a_long_word_breaks_before_the_edge_of_its_page_or_cell(html, most):
    record = make_record(sections=(make_section(1, html=html),))
    pdf = write_pdf(make_document(record))
    lines = [line for page in read(pdf).pages for line in page.extract_text().split("\n")]
    words = {word for text in re.findall(r">([^<]+)<", html) for word in text.split()}
    own = [line for line in lines if line and any(line.strip() in word for word in words)]
    assert own
    assert max(map(len, own)) <= most
    assert all(word in "".join(pages_of(pdf)).replace(" ", "") for word in words)


def test_a_long_word_breaks_in_an_answer_too():
    answer = make_answer("1", action_html=f"<p>{LONG}</p>")
    record = make_record(findings=(make_finding("1"),), answers=(answer,))
    lines = "\n".join(page.extract_text() for page in read(write_pdf(make_document(record))).pages)
    assert LONG not in lines
    assert LONG in re.sub(r"\s", "", lines)


@pytest.mark.parametrize(
    "values",
    [
        {"title": "W" * 130},
        {"subject": "W" * 130},
        {"letterhead": replace(make_document().letterhead, name="W" * 130)},
        {"blocks": (Prose("a", 2, "W" * 130, "", "", ""),)},
    ],
)
def test_a_long_word_breaks_wherever_it_stands(values):
    pages = read(write_pdf(make_document(make_record(), **values))).pages
    lines = [line for page in pages for line in page.extract_text().split("\n")]
    own = [line.strip() for line in lines if "WWW" in line and "…" not in line]
    assert max(map(len, own)) <= 60
    assert sum(map(len, own)) >= 130
