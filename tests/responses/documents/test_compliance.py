"""The section 55 compliance record: the page and its documents say the same, draft or published."""

import html
import itertools
import re
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from forces.models import Role
from recommendations.partial_dates import parse
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, RecommendationFactory, ResponseFactory
from tests.responses.publishing import put_through

from .pdf_reading import pages_of, read, tags_of
from .test_equal_content import close

pytestmark = pytest.mark.django_db
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def draft():
    """A draft with gaps, by a body that has a letterhead."""
    response = ResponseFactory(force__name="Ambridge Police", body__office="Office of the Body")
    for label in ("1", "2"):
        RecommendationFactory(report=response.report, label=label)
    return response


@pytest.fixture
def published(draft):
    put_through(draft)
    return draft


@pytest.fixture(params=["draft", "published"])
def response(request):
    return request.getfixturevalue(request.param)


def page_of(response):
    editor = signed_in(Role.EDITOR, force=response.force)
    return editor.get(page(Response, "compliance", response.pk)).content.decode()


def document(response, suffix):
    editor = signed_in(Role.EDITOR, force=response.force)
    got = editor.get(page(Response, "compliance_document", response.pk, suffix))
    assert got.status_code == 200
    assert (
        f"section-55-{response.force.slug}-{response.report.slug}.{suffix}"
        in got.headers["Content-Disposition"]
    )
    return got


def page_words(response):
    """Return what the page says under its head, without spaces."""
    body = page_of(response).split("</header>")[-1].split("</article>")[0]
    return close(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def pdf_words(pdf):
    """Return what the PDF says under its title, without what stands around each page."""
    texts = []
    for number, text in enumerate(pages_of(pdf), start=1):
        body = text.split(f"Page {number} of")[0].rsplit("Version 1", 1)[0]
        texts.append(body.removeprefix("Ambridge Police: section 55 compliance record"))
    return close("".join(texts)).replace("•", "")


def word_words(word):
    """Return what the Word file says under its title, in order."""
    body = Document(BytesIO(word)).element.body
    return close("".join(one.text or "" for one in body.iter(qn("w:t"))))


def test_page_pdf_and_word_say_the_same(response):
    said = page_words(response)
    for words in ("Recommendation2isnotexplained", "section55(5A)", "Answeredby"):
        assert words in said
    assert pdf_words(document(response, "pdf").content).endswith(said)
    assert word_words(document(response, "docx").content).endswith(said)


def test_each_report_that_is_answered_is_named_with_its_day(draft):
    draft.further_reports.add(InspectionReportFactory(title="On hens", published_on=parse("")))
    said = page_words(draft)
    named = "Reportanswered" + close(draft.report.title) + "(published:15April2026)"
    assert f"{named}AlsoanswersOnhens(published:notknown)" in said
    for suffix, words in (("pdf", pdf_words), ("docx", word_words)):
        assert words(document(draft, suffix).content).endswith(said)
    head = page_of(draft).split("</header>")[1]
    assert draft.report.title in head
    assert "On hens" in head
    assert read(document(draft, "pdf").content).metadata.subject.endswith("; On hens")


def test_what_was_done_and_the_reason_for_gaps_stand_in_each(published):
    said = page_words(published)
    for words in (
        "29May2026,13:00Submittedforapproval–",
        "Publishedwithgaps,forthisreason:Answeredasawhole.",
    ):
        assert words in said
    assert "Draft" not in said


def test_that_of_a_draft_says_so_on_each_page(draft):
    for text in pages_of(document(draft, "pdf").content):
        assert text.count("Draft: not published") == 1
        assert "Version 1: draft · As at " in text
    section = Document(BytesIO(document(draft, "docx").content)).sections[0]
    for part in (section.header, section.first_page_header):
        assert "Draft: not published" in part.paragraphs[0].text


def test_that_of_a_version_is_no_draft(published):
    for text in pages_of(document(published, "pdf").content):
        assert "Draft" not in text
        assert "Version 1 published · As at " in text


def test_the_pdf_has_one_title_and_its_tables_name_their_columns(response):
    pdf = document(response, "pdf").content
    tags = tags_of(pdf)
    levels = [int(tag.name[1]) for tag in tags.walk() if re.fullmatch(r"H\d", tag.name)]
    assert levels[0] == 1 == levels.count(1)
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    tables = tags.all("Table")
    assert tables
    for table in tables:
        assert len(table.all("Caption")) == 1
        [head] = table.all("THead")
        assert {cell.name for row in head.within for cell in row.within} == {"TH"}
    assert read(pdf).metadata.title == "Ambridge Police: section 55 compliance record"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in read(pdf).trailer["/Root"]["/Metadata"].get_data()


def test_the_word_file_has_true_styles_and_marked_heads(response):
    word = Document(BytesIO(document(response, "docx").content))
    styles = [one.style.name for one in word.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Caption") == len(word.tables) > 0
    for table in word.tables:
        first, *others = table._tbl.findall(qn("w:tr"))
        assert list(first.iter(qn("w:tblHeader")))
        assert not any(list(row.iter(qn("w:tblHeader"))) for row in others)


def test_each_is_sent_as_what_it_is(draft):
    assert document(draft, "pdf").headers["Content-Type"] == "application/pdf"
    assert document(draft, "docx").headers["Content-Type"] == WORD
    shown = page_of(draft)
    for suffix in ("pdf", "docx"):
        assert f'href="{page(Response, "compliance_document", draft.pk, suffix)}"' in shown


def test_that_of_the_demonstration_says_so(draft):
    draft.report.is_demonstration = True
    draft.report.save()
    for suffix, words in (("pdf", pdf_words), ("docx", word_words)):
        assert "Demonstration:thisisatrial" in words(document(draft, suffix).content)


def test_there_is_no_other_format(draft):
    editor = signed_in(Role.EDITOR, force=draft.force)
    address = page(Response, "compliance_document", draft.pk, "odt")
    assert editor.get(address).status_code == 404


def test_a_table_that_is_longer_than_the_rest_of_a_page_begins_on_it(draft):
    for number in range(3, 41):
        RecommendationFactory(report=draft.report, label=str(number))
    pdf = document(draft, "pdf").content
    first, *others = pages_of(pdf)
    assert "What the Act asks for" in first
    assert "Chief officer invited to comment" in first
    assert any("What the Act asks for" in page for page in others)
    assert all(len(table.all("Caption")) == 1 for table in tags_of(pdf).all("Table"))
