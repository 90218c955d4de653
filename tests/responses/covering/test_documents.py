"""Covering letters as PDF and as Word: laid out as letters, on one page, tags and styles true."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from forces.models import CopyAddressee
from responses.publishing.pdf import write_pdf
from responses.publishing.word import write_word
from tests.responses.documents.making import PUBLISHED, SIGNS, make_document
from tests.responses.documents.pdf_reading import pages_of, read, tags_of

from .letters import ADDRESSEE, RECORD, make_letter, text_of

SUBJECT = "Borchester Police: response to “An inspection of village policing”"
LONG = "\n\n".join(f"Paragraph {number} of a long letter, in some words." for number in range(60))
IN_ORDER = (
    "Police and Crime Commissioner for Borchester",
    "Office of the Commissioner",
    "Ann Archer MP",
    "Home Secretary",
    "2 Any Street",
    "8 June 2026",
    "Dear Home Secretary",
    SUBJECT,
    "I enclose a copy of my response",
    PUBLISHED.address,
    "My office will gladly answer",
    "Yours sincerely",
    "Clara Chandler",
)


def opened(letter):
    return Document(BytesIO(write_word(letter)))


def are_in_order(texts, whole):
    places = [whole.index(text) for text in texts]
    return places == sorted(places)


def test_a_pdf_is_a_letter_on_one_page():
    [page] = pages_of(write_pdf(make_letter()))
    assert are_in_order(IN_ORDER, page)
    assert "Page 1" not in page
    assert "Draft" not in page
    assert "About this document" not in page


def test_the_longest_addressee_and_names_leave_it_on_one_page():
    crowded = CopyAddressee(
        recipient="inspectorate",
        name="N" * 90,
        title="T" * 100,
        salutation="S" * 100,
        address="\n".join(["A line of an address"] * 6),
    )
    assert len(pages_of(write_pdf(make_letter(addressee=crowded)))) == 1


def test_the_subject_line_is_the_one_heading():
    pdf = write_pdf(make_letter())
    headings = [tag.name for tag in tags_of(pdf).walk() if re.fullmatch(r"H\d?", tag.name)]
    assert headings == ["H1"]
    assert read(pdf).outline[0].title == SUBJECT


def test_a_pdf_says_its_title_its_language_and_which_rules_it_keeps():
    pdf = read(write_pdf(make_letter()))
    assert pdf.metadata.title == SUBJECT
    assert pdf.metadata.subject == "Covering letter to the Home Secretary"
    assert pdf.trailer["/Root"]["/Lang"] == "en-GB"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.trailer["/Root"]["/Metadata"].get_data()
    assert pdf.metadata.creation_date.date().isoformat() == "2026-06-08"


def test_a_letter_of_several_pages_numbers_those_after_the_first():
    first, *others = pages_of(write_pdf(make_letter(text=LONG)))
    assert "Page" not in first
    for number, page in enumerate(others, start=2):
        assert f"Page {number} of {len(others) + 1}" in page
        assert SUBJECT in page
    assert "Yours sincerely" in others[-1]


def test_signs_of_other_languages_stay_text():
    letter = make_letter(text=SIGNS)
    assert text_of(letter) == [SIGNS]
    [page] = pages_of(write_pdf(letter))
    assert SIGNS.replace(" ", "") in page.replace(" ", "")
    assert SIGNS in [one.text for one in opened(letter).paragraphs]


def test_a_word_file_is_a_letter_in_true_styles():
    word = opened(make_letter())
    lines = [(one.style.name, one.text) for one in word.paragraphs]
    styles = [style for style, _ in lines]
    assert are_in_order(IN_ORDER, "\n".join(text for _, text in lines))
    assert [text for style, text in lines if style == "Title"] == [SUBJECT]
    assert styles[:2] == ["Letterhead Name", "Letterhead"]
    for style in ("Letter To", "Letter Address", "Letter Date", "Salutation", "Closing"):
        assert style in styles
    assert styles[-2:] == ["Signature", "Signature Line"]
    assert all(text for _, text in lines)
    assert not list(word.element.body.iter(qn("w:sz"), qn("w:rFonts")))
    assert word.core_properties.title == SUBJECT


def test_a_word_file_numbers_the_pages_after_the_first():
    section = opened(make_letter()).sections[0]
    assert section.first_page_footer.paragraphs[0].text == ""
    assert section.first_page_header.paragraphs[0].text == ""
    assert "Page " in section.footer.paragraphs[0].text


def test_a_letter_of_the_demonstration_says_so():
    letter = make_letter(replace(RECORD, is_demonstration=True))
    [page] = pages_of(write_pdf(letter))
    assert "Demonstration: this is a trial of the register." in page
    notices = [one.text for one in opened(letter).paragraphs if one.style.name == "Notice"]
    assert [text[:13] for text in notices] == ["Demonstration"]
    assert "Demonstration" not in pages_of(write_pdf(make_letter()))[0]


def test_equal_letters_are_equal_bytes():
    for write in (write_pdf, write_word):
        assert write(make_letter()) == write(make_letter())


@pytest.mark.parametrize("write", [write_pdf, write_word])
def test_blank_parts_do_no_harm(write):
    letter = make_letter(subject=" ", text=" ", close="")
    assert write(letter)


def test_the_address_is_a_link_in_both():
    word = opened(make_letter())
    outside = {rel.target_ref for rel in word.part.rels.values() if rel.is_external}
    assert outside == {PUBLISHED.address}
    assert len(tags_of(write_pdf(make_letter())).all("Link")) == 1


def test_a_letter_leaves_the_styles_of_other_documents_alone():
    before = write_word(make_document())
    write_word(make_letter(addressee=ADDRESSEE))
    assert write_word(make_document()) == before
    styles = ZipFile(BytesIO(before)).read("word/styles.xml").decode()
    assert "Letter To" not in styles
