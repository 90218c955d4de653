import pytest

from responses.publishing.blocks import Notice, Prose
from responses.publishing.letters import SHOWN, shown
from responses.publishing.pdf import write_pdf

from .making import SIGNS, make_document
from .pdf_reading import pages_of


def pdf_of(*lines):
    html = "".join(f"<p>{line}</p>" for line in lines)
    return write_pdf(make_document(blocks=(Prose("a", 2, "Part", "commissioner", "", html),)))


def every_sign():
    for signs in SHOWN:
        first, last = (signs[-3], signs[-1]) if len(signs) > 2 else (signs[-1], signs[-1])
        yield from (chr(code) for code in range(ord(first), ord(last) + 1))


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        (SIGNS, SIGNS),
        ("Ŵyl y Gŵyl, naïve, £5 – “so”…", "Ŵyl y Gŵyl, naïve, £5 – “so”…"),
        ("cafe\u0301", "café"),
        ("a \U0001f600", "a [grinning face]"),
        ("\u4e2d", "[cjk unified ideograph-4e2d]"),
        ("\uf0b7 a", "\u25a1 a"),
        ("a\u202eb\x00c", "abc"),
        ("a\u2028b\tc", "a b c"),
        ("x\u0301", "x"),
    ],
)
def test_a_sign_without_a_glyph_is_named_or_left_out(text, instead):
    assert shown(text) == instead


def test_the_typefaces_show_every_sign_that_is_said_to_be_shown():
    signs = [sign for sign in every_sign() if sign not in "<&"]
    assert len(signs) > 3000
    # Each in text, and each in bold, where it may come from another typeface.
    assert pdf_of(" ".join(signs), f"<strong>{' '.join(signs)}</strong>")


def test_signs_that_no_page_shows_stop_no_pdf():
    values = {"title": "A\x01 title\t\x7f", "blocks": (Notice("a\x0bb\x00c\r\nd\x85e \ud800"),)}
    text = " ".join(pages_of(write_pdf(make_document(**values))))
    assert "A title" in text
    assert "a bc" in text


def test_signs_that_are_not_shown_stop_no_pdf():
    text = " ".join(
        pages_of(pdf_of("a \U0001f600 \u0627\u0644 \u0915\u094d \u4e2d \ue000 z\u0489"))
    )
    assert "[grinning face]" in text
    assert "[arabic letter alef]" in text
