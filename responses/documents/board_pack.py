"""Makes the board pack a document: a BoardRecord gives the same bytes, whenever it is asked for."""

from dataclasses import replace

from ..publishing.blocks import Notice
from ..publishing.board import lay_out_board
from ..publishing.board.words import WORKING
from ..publishing.document import Document, OfToday
from . import making
from .making import LANGUAGE, letterhead_of, marks_of


def make_pack(record, document_format, *, front=(), about=(), most_moved=None):
    """Return the bytes of the board pack of `record`, a BoardRecord.

    `front` are the sentences that it says of itself before all else; `about` is what it says at
    its end: (label, text, look) as an Edition has it. `most_moved` is as lay_out_board has it.
    """
    document = Document(
        title=f"{record.force.name}: board pack",
        subject=_subject(record),
        language=LANGUAGE,
        letterhead=_letterhead(record),
        edition=OfToday(
            record.on.earliest,
            f"{WORKING} · As at {record.on}",
            about=(("What this is", f"{WORKING}, as at {record.on}", ""), *about),
        ),
        blocks=(
            *marks_of(record),
            *map(Notice, front),
            *lay_out_board(record, most_moved=most_moved),
        ),
    )
    return making.WRITERS[document_format](document)


def _letterhead(record):
    """Return the head of the body's paper, or the force's name where no body is recorded."""
    return replace(letterhead_of(record), name=record.body.name or record.force.name)


def _subject(record):
    on = f"As at {record.on}"
    return f"{record.meeting}, {on[:1].lower()}{on[1:]}" if record.meeting else on
