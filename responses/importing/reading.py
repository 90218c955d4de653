"""From the bytes of a file to its text, and from the text to the parts of the document. Pure."""

import re

from .body import read_body
from .elements import Document, Paragraph
from .head import split_head
from .pages import to_lines, without_furniture
from .signing import split_signers
from .tokens import to_tokens

NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_BYTES = 2_000_000
TOO_LARGE = "The file is larger than 2 MB: no response is, so it is probably not the right file."
NOT_PLAIN = "The file is not plain text: save the document as plain text (UTF-8) and try again."


class ImportRefusedError(Exception):
    """The document is not imported; its text is one sentence for the person who tried."""


def decode(data):
    """Return the text of `data`, bytes in UTF-8 (a mark at its start is dropped) or cp1252.

    Raises ImportRefusedError where it is empty, larger than MOST_BYTES, or is not text.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(TOO_LARGE)
    if not data.strip():
        raise ImportRefusedError("The file is empty.")
    text = _decoded(data)
    if NOT_TEXT.search(text):
        raise ImportRefusedError(NOT_PLAIN)
    if not any(map(str.isalnum, text)):
        raise ImportRefusedError("The file holds no words.")
    return text


def _decoded(data):
    """Try cp1252 last, which Windows programs save as "text": few bytes mean nothing in it."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ImportRefusedError(NOT_PLAIN)


def parse(text):
    """Return the Document that `text` is.

    Raises ImportRefusedError where it has no heading, no labelled value and no list.
    """
    lines, ruled = to_lines(text)
    lines, furniture = without_furniture(lines)
    tokens, leaked = to_tokens(lines)
    head, rest = split_head(tokens)
    rest, signers = split_signers(rest)
    document = Document(
        title=head.title,
        is_form=head.is_form,
        fields=head.fields,
        sections=read_body(rest),
        signers=signers,
        furniture=furniture,
        ruled=ruled,
        leaked=leaked,
    )
    if not _has_shape(document):
        raise ImportRefusedError(
            "The file has no shape that the import knows: no heading, no labelled value, no list."
        )
    return document


def _has_shape(document):
    elements = [element for section in document.sections for element in section.elements]
    has_list = any(not isinstance(element, Paragraph) for element in elements)
    return bool(document.fields or has_list or any(s.heading for s in document.sections))
