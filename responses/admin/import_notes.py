"""What to check in an imported document, each note with links to the pieces it names. Pure."""

import re
from dataclasses import dataclass

from ..importing.pieces import What

MOST_LINKS = 8


@dataclass(frozen=True)
class Note:
    """A sentence, and the rows of the review that it is about."""

    words: str
    rows: tuple = ()


def with_rows(notes, rows, names):
    """Return a Note for each of `notes`, with those of `rows` that it names.

    It names one by its heading in quotation marks, or by a finding that it answers; `names` is
    what people call each finding, by its key.
    """
    return [Note(words, tuple(_named(words, rows, names))[:MOST_LINKS]) for words in notes]


def _named(words, rows, names):
    for row in rows:
        is_called = row.piece.label and f"“{row.piece.label}”" in words
        answers = row.piece.about if row.piece.what == What.ANSWER else ()
        if is_called or any(_has(words, names[key]) for key in answers if key in names):
            yield row


def _has(words, name):
    return bool(re.search(rf"\b{re.escape(name)}(?!\w|\.\d)", words))
