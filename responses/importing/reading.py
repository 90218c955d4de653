"""From the bytes of a file to its text, and from the text to the parts of the document. Pure."""

import codecs
import re
from dataclasses import replace

from .body import read_body, split_rows
from .elements import Document, Paragraph
from .framed import unframed
from .head import Head, split_head
from .letter import split_letter, without_valediction
from .marks import printed
from .pages import Source, to_lines, without_furniture
from .refusal import LONG, MOST_PIECES, ImportRefusedError
from .signing import split_signers
from .tabbed import with_tables
from .tokens import to_tokens
from .unsure import unsure_states
from .word.told import Told

NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_BYTES = 2_000_000
TOO_LARGE = "The file is larger than 2 MB: no response is, so it is probably not the right file."
WINDOWS = "The text was read in the letters of Windows (1252): look at its accents and quotes."
TWO_BYTES = "The file does not say in what letters it is: it was read as UTF-16. Look at its text."
GUESSED = {"cp1252": WINDOWS, "utf-16-le": TWO_BYTES, "utf-16-be": TWO_BYTES}
# Of the bytes of text in UTF-16, nearly every second is 0, and hardly one of the others.
MANY, FEW = 0.5, 0.1
NOT_PLAIN = "The file is not plain text: save the document as plain text (UTF-8) and try again."

NO_TEXT = (
    "The file has no sentence, no heading, no list and no table, so there is nothing to take from "
    "it: look whether it is the right file."
)
SENTENCE = re.compile(r"\S+\s.*[.!?][\"'”’)*]*", re.DOTALL)


def decode(data):
    """Return the text of `data`, bytes in UTF-8 or UTF-16, with its mark or not, or else cp1252.

    Raises ImportRefusedError where it is empty, larger than MOST_BYTES, or is not text.
    """
    return _decoded(data)[0]


def read_text(data):
    """Return the Source that `data`, bytes of plain text, is; raises as `decode` does.

    Letters that were guessed are told, since a wrong guess shows in the text alone.
    """
    text, encoding = _decoded(data)
    notes = [GUESSED[encoding]] if encoding in GUESSED else []
    source = from_text(text)
    return replace(source, notes=(*notes, *source.notes))


def _decoded(data):
    """Return the text, and the name of its letters."""
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(TOO_LARGE)
    if not data.strip():
        raise ImportRefusedError("The file is empty.")
    text, encoding = _in_letters(data)
    if NOT_TEXT.search(text):
        raise ImportRefusedError(NOT_PLAIN)
    if not any(map(str.isalnum, text)):
        raise ImportRefusedError("The file holds no words.")
    return text, encoding


def _in_letters(data):
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise ImportRefusedError(NOT_PLAIN)


def _encodings(data):
    """Return the letters that `data` may be in; those of two bytes each have many that are 0."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    first, second = (_share_of_zeros(data[place::2]) for place in (0, 1))
    if second >= MANY and first <= FEW:
        return ("utf-16-le",)
    if first >= MANY and second <= FEW:
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _share_of_zeros(data):
    return data.count(0) / max(len(data), 1)


def parse(text):
    """Return the Document that `text` is; raises as `understand` does."""
    return understand(from_text(text))


def from_text(text):
    """Return the Source that plain `text` is."""
    lines, ruled = to_lines(text)
    told = Told()
    lines = tuple(with_tables(lines, told))
    return Source(lines, ruled, told.sentences(), tuple(told.notes()))


def understand(source):
    """Return the Document that `source` is, whatever the format that it was read from.

    Sentences without any heading are one section without one. Raises ImportRefusedError where
    it has nothing of these: no heading, sentence, labelled value, list or table; and where it
    has more than MOST_PIECES of lines.
    """
    _check_bound(source.lines)
    lines, furniture = without_furniture(source.lines)
    tokens, leaked = to_tokens(lines)
    _check_bound(tokens)
    letter, tokens = split_letter(tokens)
    head, rest = (Head(letter.title), tokens) if letter else split_head(tokens)
    signing = split_signers(rest)
    rest, told = without_valediction(signing.rest) if letter else (signing.rest, ())
    rest, rows = split_rows(rest)
    told = (*([letter.told] if letter else ()), *told, *signing.told)
    document = Document(
        title=head.title,
        is_form=head.is_form,
        fields=(*head.fields, *rows.fields),
        sections=unframed(read_body(rest, source.is_styled)),
        signers=signing.signers,
        furniture=furniture,
        ruled=source.ruled,
        leaked=leaked,
        answered=rows.answered,
        told=(*source.told, *map(printed, told)),
        notes=source.notes,
        day=letter.day if letter else "",
    )
    if not _has_shape(document):
        raise ImportRefusedError(NO_TEXT)
    document = _as_printed(document)
    return replace(document, notes=(*document.notes, *unsure_states(document)))


def _check_bound(pieces):
    """Tags that leaked into a line can divide it into many tokens: both are counted."""
    if len(pieces) > MOST_PIECES:
        raise ImportRefusedError(LONG)


def _as_printed(document):
    """Return `document` with what it says outside of texts as it is printed."""
    return replace(
        document,
        title=printed(document.title),
        fields=tuple(_printed(one, "label") for one in document.fields),
        sections=tuple(_printed(one, "heading") for one in document.sections),
        signers=tuple(_printed(one, "name", "title") for one in document.signers),
        furniture=tuple(
            replace(one, lines=tuple(map(printed, one.lines))) for one in document.furniture
        ),
        answered=tuple(map(_row_as_printed, document.answered)),
    )


def _row_as_printed(answered):
    rows = tuple(map(_row_as_printed, answered.rows))
    return _printed(replace(answered, rows=rows), "label", "status", "owner", "due", "together")


def _printed(thing, *names):
    return replace(thing, **{name: printed(getattr(thing, name)) for name in names})


def _has_shape(document):
    elements = [element for section in document.sections for element in section.elements]
    return bool(
        document.fields
        or document.answered
        or any(s.heading for s in document.sections)
        or any(not isinstance(e, Paragraph) or SENTENCE.fullmatch(e.text) for e in elements)
    )
