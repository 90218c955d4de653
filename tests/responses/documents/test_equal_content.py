"""Equal content in all: what a record says stands in HTML, PDF, Word and JSON, in both layouts."""

import html
import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommendations.rag import Rag
from recommendations.rich_text import to_plain
from responses.publishing.html import write_html
from responses.publishing.layouts import LAYOUTS, lay_out
from responses.publishing.layouts.findings import label_of, rag_of, rated
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Record
from responses.publishing.word import write_word
from tests.responses.any_record import sample, strategy

from .making import FULL, make_document
from .pdf_reading import read

# The demonstration is read out of a database.
pytestmark = pytest.mark.django_db
HEADS = re.compile(r"No\.RecommendationAddressedto(,anddue)?RatingAnswer")


def close(text):
    """Return `text` without any space, which each writer sets in its own way."""
    return re.sub(r"\s+", "", text)


def html_words(record, layout):
    return close(html.unescape(re.sub(r"<[^>]*>", " ", write_html(lay_out(record, layout)))))


def pdf_words(record, layout):
    """Return the text of the PDF, without what stands at the head and foot of each page."""
    document = make_document(record, layout)
    pages = read(write_pdf(document)).pages
    texts = [close(page.extract_text()) for page in pages]
    for number, text in enumerate(texts, start=1):
        foot = f"{document.edition.words} Page {number} of {len(pages)}"
        for around in (document.running_title, foot):
            text = text.replace(close(around), "")
        texts[number - 1] = text
    return HEADS.sub("", "".join(texts))


def word_words(record, layout):
    archive = zipfile.ZipFile(BytesIO(write_word(make_document(record, layout))))
    xml = archive.read("word/document.xml").decode()
    return close(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))))


def json_words(record, layout):
    """Return the texts of the JSON, which knows no layout, and in which a RAG is a key."""

    def texts(value, name=""):
        if isinstance(value, dict):
            return [text for key, one in value.items() for text in texts(one, key)]
        if isinstance(value, list):
            return [text for one in value for text in texts(one)]
        if name in ("rag", "rating"):
            return [Rag(value or "not_assessed").label]
        return [to_plain(value) if name.endswith("html") else str(value)]

    return close("\n".join(texts(json.loads(record.to_json()))))


WRITERS = {"html": html_words, "pdf": pdf_words, "word": word_words, "json": json_words}


def said(record):
    """Yield every text of `record` that readers are to find, wherever it is written."""
    for section in record.sections:
        yield from (section.heading, section.html)
    for finding in record.findings:
        yield from (label_of(finding), finding.printed_html or finding.html)
        if rated([finding]):
            yield rag_of(finding).label
            yield finding.rating.reason if finding.rating else ""
    for answer in record.answers:
        if any(answer in record.answers_to(finding) for finding in record.findings):
            yield from (answer.action_html, answer.why_none_html, answer.section_heading)
            yield answer.position.words if answer.position else ""
    for person in record.signatories:
        yield from (person.name, person.title, person.website)
    yield from (field.html for field in record.fields)


def missing(record, words):
    """Return the lines of `record` that `words` do not hold."""
    lines = {line for text in said(record) for line in _lines(text)}
    return {line for line in lines if close(line) not in words}


def _lines(text):
    return to_plain(text).split("\n") if text.startswith("<") or "<p>" in text else [text]


def in_one(record):
    """Return a generated `record` with its findings in its report, and answers to the first."""
    slug = record.report.slug
    findings = tuple(replace(finding, report_slug=slug) for finding in record.findings)
    refs = tuple(f"{slug}/{finding.ref}" for finding in findings[:1])
    answers = tuple(replace(answer, refs=refs) for answer in record.answers)
    return replace(record, findings=findings, answers=answers)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("force", ["staffordshire", "thames-valley"])
def test_what_a_record_of_the_demonstration_says_stands_in_each(
    demonstration, force, layout, writer
):
    record = demonstration[force]
    assert len(set(said(record))) > 40
    assert not missing(record, WRITERS[writer](record, layout))


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("record", [FULL, in_one(sample(Record, 1))])
def test_what_a_record_of_everything_says_stands_in_each(record, layout, writer):
    assert not missing(record, WRITERS[writer](record, layout))


@given(record=strategy(Record).map(in_one), layout=st.sampled_from(list(LAYOUTS)))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_any_record_says_stands_in_each(record, layout):
    for write in WRITERS.values():
        assert not missing(record, write(record, layout))


@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_missing_would_be_found(writer):
    words = WRITERS[writer](FULL, "record")
    for text in ("Wording one.", "Why none", Rag.AMBER.label, "Ann Archer", "Field one"):
        assert close(text) in words
        assert missing(FULL, words.replace(close(text), ""))
