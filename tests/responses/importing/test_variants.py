"""Documents that differ in their outward shape from the two in tests/data are read alike."""

import re

import pytest

from responses.importing.reading import decode, parse

from .documents import FORM, STATEMENT

GAP = "\n\n\n\n"
LETTERHEAD = "Jo Fenwick\n\nCommissioner for Police & Crime\nin Felpersham\n\n"


def source(path):
    return decode(path.read_bytes())


def parts(text):
    """What is read of `text`, without where it stood."""
    document = parse(text)
    return document.title, document.fields, document.sections, document.signers


def with_letterhead(lines):
    return source(STATEMENT).replace(LETTERHEAD, lines)


SAME = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "form feeds at page ends": lambda text: text.replace(GAP, "\n\f"),
    "form feeds on their own lines": lambda text: text.replace(GAP, "\n\f\n"),
    "spaces at both ends of lines": lambda text: re.sub(r"(?m)^([^\t\n]+)$", r"  \1  ", text),
    "no-break spaces": lambda text: text.replace(" ", "\xa0").replace("-\xa0", "- "),
    "bullets •": lambda text: text.replace("\n- ", "\n• "),
    "bullets • with a tab": lambda text: text.replace("\n- ", "\n•\t"),
    "bullets –": lambda text: text.replace("\n- ", "\n– "),
    "bullets *": lambda text: text.replace("\n- ", "\n* "),
    "bullets o": lambda text: text.replace("\n- ", "\no "),
    "bullets from a word processor": lambda text: text.replace("\n- ", "\n\uf0b7 "),
    "indented bullets": lambda text: text.replace("\n- ", "\n    - "),
    "one line end at the end": lambda text: text.rstrip() + "\n",
    "many blank lines at the end": lambda text: text + "\n" * 9,
    "a mark of the byte order inside": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("path", [FORM, STATEMENT], ids=["form", "statement"])
@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_the_same_document_in_another_dress_is_read_the_same(path, change):
    text = source(path)
    assert change(text) != text
    assert parts(change(text)) == parts(text)


@pytest.mark.parametrize(
    "letterhead",
    [
        "Office of the Felpersham Commissioner\n\n",
        "Felpersham\nOffice of the Commissioner\n1 Market Square\nTel: 01632 960 001\n\n",
        "Jo Fenwick\n\nCommissioner for Police & Crime\nin Felpersham\nwww.felpersham.example\n\n",
        "Jo Fenwick\n\n",
    ],
)
def test_another_letterhead_is_left_out_in_whole(letterhead):
    assert parts(with_letterhead(letterhead)) == parts(source(STATEMENT))
    (found,) = parse(with_letterhead(letterhead)).furniture
    assert found.lines == tuple(line for line in letterhead.split("\n") if line)
    assert len(found.at) == 3


def test_a_document_without_a_letterhead_is_read_the_same():
    assert parts(with_letterhead("")) == parts(source(STATEMENT))
    assert parse(with_letterhead("")).furniture == ()


def test_a_sign_off_on_a_page_of_its_own_is_read_the_same():
    text = source(STATEMENT)
    signed = "Jo Fenwick\nCommissioner for Police and Crime"
    assert parts(text.replace(signed, "\n\n" + LETTERHEAD + signed)) == parts(text)


def test_a_sign_off_that_equals_the_letterhead_is_kept():
    text = source(STATEMENT)
    text = text[: text.rindex("Jo Fenwick")] + LETTERHEAD.replace("\n\n", "\n")
    (signer,) = parse(text).signers
    assert (signer.name, signer.title) == (
        "Jo Fenwick",
        "Commissioner for Police & Crime in Felpersham",
    )


def test_themes_numbered_with_a_bracket_are_themes():
    text = re.sub(r"(?m)^(\d)\. (?!.* 2\. )", r"\1) ", source(FORM))
    levels = [section.level for section in parse(text).sections]
    assert levels == [section.level for section in parse(source(FORM)).sections]


def test_themes_without_numbers_are_headings():
    text = re.sub(r"(?m)^\d\. (?!.* 2\. )", "", source(FORM))
    before, after = parse(source(FORM)).sections, parse(text).sections
    headings = [re.sub(r"^\d\. ", "", section.heading) for section in before]
    assert [section.heading for section in after] == headings


def test_page_numbers_at_the_end_of_pages_are_left_out():
    pages = source(FORM).strip("\n").split(GAP)
    text = "".join(f"{page}\n\nPage {number} of 4\n\f" for number, page in enumerate(pages, 1))
    assert parts(text) == parts(source(FORM))
    (found,) = parse(text).furniture
    assert len(found.at) == len(pages)
