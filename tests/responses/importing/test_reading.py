"""Bytes become text, or one sentence says why not."""

import pytest

from responses.importing.reading import ImportRefusedError, decode


@pytest.mark.parametrize(
    "data",
    [
        "Café – report".encode(),
        "Café – report".encode("utf-8-sig"),
        "Café – report".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with its mark", "cp1252"],
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
        "Heading\n\nText.".encode("utf-16"),
        b"%PDF-1.7\n\x81\x8d\x9d stream",
        b"PK\x03\x04\x14 word/document.xml",
        b"\x89PNG\r\n\x1a\n\x00\x00",
    ],
    ids=["a NUL byte", "utf-16", "a PDF", "a Word document", "a picture"],
)
def test_what_is_not_text_is_refused(data):
    with pytest.raises(ImportRefusedError, match=r"^The file is not plain text"):
        decode(data)


def test_a_file_of_marks_alone_is_refused():
    with pytest.raises(ImportRefusedError, match="no words"):
        decode(b"-----\n***\n")
