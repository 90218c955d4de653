"""Whatever a file holds, no word of it is lost, and twice the text is twice the work."""

import sys
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from responses.importing.matching import ReportFinding
from responses.importing.proposing import Register
from responses.importing.reading import MOST_BYTES, ImportRefusedError, decode, parse

from . import plain_reader
from .placed import place

REGISTER = Register("Borchester", "Ponds", findings=(ReportFinding(1, "1", "Dig ponds."),))
FORM = "Form\n\nForce\tBorchester\nRecommendations\t"
LINES = {
    "bullets": "- The van\n",
    "items of one number": "1. Dig ponds.\n",
    "rows of tabs": "Label\tvalue\n",
    "tabs alone": "\tvalue\t\n",
    "short lines": "Pat Marlowe\n",
    "headings and text": "Heading\n\nText.\n\n",
    "labels": "Date: soon\n",
    "pages": "Text.\n\n\n\nHead\n\nOffice of the Mayor\n\n",
    "page numbers": "Text.\n\nPage 1 of 2\n\f",
    "paragraphs in a form": "Text of a value.\n\n",
    "paragraphs and rows": "Text of a value.\nLabel\tvalue\n",
    "tags": "<p>One</p><li>Two\n",
}
ONE_LINE = {
    "a word": "a",
    "items": "9. Dig 1. Fill ",
    "bold that does not end": "**a ",
    "links that do not end": "[a",
    "addresses": "a@",
    "stars": "a*",
    "tags that do not end": "<b>a <p ",
    "spaces": "a" + " " * 50,
    "tabs": "a\t",
}


def work(text):
    """How many calls the importer makes, of its own functions and of others, for a draft."""
    calls = Counter()

    def note(frame, event, argument):
        calls["responses/importing" in frame.f_code.co_filename] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        make(text)
    finally:
        sys.setprofile(before)
    return calls[True]


def make(text):
    try:
        return place(parse(text), REGISTER)
    except ImportRefusedError as refused:
        return refused


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("start", ["", FORM + "\n", "Head\n\nOffice of the Mayor\n\n"])
def test_twice_the_lines_are_twice_the_work(line, start):
    assert work(start + line * 400) < 2.2 * work(start + line * 200)


@pytest.mark.parametrize("part", ONE_LINE.values(), ids=ONE_LINE)
@pytest.mark.parametrize("start", ["Reply\n\n", "Reply\n\n- ", FORM + "1. "])
def test_one_long_line_is_read_in_one_go(part, start):
    # A pattern that begins again at each character would take minutes.
    assert not isinstance(make(start + part * (100_000 // len(part))), ImportRefusedError)


def words_of(document):
    fields = [text for field in document.fields for text in (field.label, *_texts(field.value))]
    sections = [
        text
        for section in document.sections
        for text in (section.heading, *_texts(section.elements))
    ]
    signers = [text for signer in document.signers for text in vars(signer).values()]
    furniture = [text for found in document.furniture for text in found.lines * len(found.at)]
    texts = [document.title, *fields, *sections, *signers, *furniture]
    return Counter(word for text in texts for word in plain_reader.words(text))


def _texts(elements):
    return [text for one in elements for text in (getattr(one, "mark", ""), one.text)]


PIECES = st.sampled_from(
    ["Reply", "We agree.", "- A van", "1. Dig", "2. Fill", "Force\tBorchester", "Grade\t", "x",
     "(a) Dig", "Summary\t1. Dig 2. Fill", "Date: May 2026", "We will:", "Jo Fenwick", "\f",
     "Mayor of Felpersham", "www.felpersham.example", "Page 1 of 2", "# Answer", "**Vans**",
     "", "", "\n\n\n"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=25))
@example(["Summary\t(a) Dig ponds"])
@example(["Reply", "\f", "Reply", "Reply"])
def test_no_word_is_lost_or_doubled(lines):
    text = "\n".join([*lines, "- End"])
    assert words_of(parse(text)) == Counter(plain_reader.words(text))


def test_a_file_that_is_too_large_is_refused():
    assert decode(b"a" * MOST_BYTES)
    with pytest.raises(ImportRefusedError, match=r"^The file is larger than 2 MB"):
        decode(b"a" * (MOST_BYTES + 1))
