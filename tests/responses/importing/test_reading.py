"""Bytes become text, or one sentence says why not."""

import codecs

import pytest

from responses.importing.reading import ImportRefusedError, decode, read_text


@pytest.mark.parametrize(
    "data",
    [
        "Café – report".encode(),
        "Café – report".encode("utf-8-sig"),
        "Café – report".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Café – report".encode("utf-16-be"),
        "Café – report".encode("utf-16-le"),
        "Café – report".encode("utf-16-be"),
        "Café – report".encode("cp1252"),
    ],
    ids=[
        *("utf-8", "utf-8 with its mark", "utf-16", "utf-16, big end first"),
        *("utf-16 without its mark", "utf-16 without its mark, big end first", "cp1252"),
    ],
)
def test_text_is_read_in_each_usual_encoding(data):
    assert decode(data) == "Café – report"


@pytest.mark.parametrize("data", [b"", b"   \n\n\t \r\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(ImportRefusedError, match=r"^The file is empty.$"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"Heading\n\nText\x00more.",
        "Heading\n\nText.".encode("utf-16-le") + b"x",
        "Heading\n\nText.".encode("utf-32-le"),
        b"%PDF-1.7\n\x81\x8d\x9d stream",
        b"PK\x03\x04\x14 word/document.xml",
        b"\x89PNG\r\n\x1a\n\x00\x00",
    ],
    ids=["a NUL byte", "utf-16 cut short", "utf-32", "a PDF", "a Word document", "a picture"],
)
def test_what_is_not_text_is_refused(data):
    with pytest.raises(ImportRefusedError, match=r"^The file is not plain text"):
        decode(data)


def test_a_file_of_marks_alone_is_refused():
    with pytest.raises(ImportRefusedError, match="no words"):
        decode(b"-----\n***\n")


def test_letters_that_were_guessed_are_told():
    assert "letters of Windows" in read_text("Café\n\nYes.".encode("cp1252")).notes[0]
    assert "read as UTF-16" in read_text("Café\n\nYes.".encode("utf-16-le")).notes[0]
    assert read_text("Café\n\nYes.".encode()).notes == ()
    assert read_text("Café\n\nYes.".encode("utf-16")).notes == ()


def test_what_claims_to_be_utf_16_and_is_not_is_refused():
    with pytest.raises(ImportRefusedError, match=r"^The file is not plain text"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a")
