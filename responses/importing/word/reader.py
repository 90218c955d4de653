"""A Word document as a Source: its lines in order, each with what Word says that it is. Pure."""

from .. import labels, shapes
from ..elements import Answered, Bullet, Field, Heading, Numbered, Table
from ..pages import PAGE_GAP, Line, Source, line_of
from .blocks import Blocks
from .continued import joined
from .grids import Grid
from .notes import read_notes
from .numbering import Numbering
from .own import without_own
from .package import Package
from .runs import Runs, plain
from .signatures import signatures
from .spans import words_of
from .styles import Styles
from .tables import Tables
from .told import Left, Told

SHARE_OF_BLANKS = 0.2
GIVEN = (Answered, Bullet, Field, Heading, Numbered, Table)


def read_word(data):
    """Return the Source that `data`, the bytes of a .docx, is. Raises ImportRefusedError."""
    package = Package(data)
    related, told = package.related(package.main), Told()

    def part(kind):
        return package.tree(related[kind][0]) if related[kind] else None

    styles = Styles(part("styles"))
    notes = read_notes(package, related, styles, told)
    _leave_out(package, related, part("comments"), told)
    runs = Runs(styles, package.addresses(package.main), notes, told)
    blocks = Blocks(styles, Numbering(part("numbering")), runs, told)
    root = package.tree(package.main)
    body = root.find("body")
    body = body if body is not None else root
    without_own(body, styles, told)
    for _ in root.iter("subDoc"):
        told.leave(Left.EMBEDDED)
    found = joined(blocks.read(body))
    lines = tuple(_lines(found, Tables(told)))
    for spans in notes.values():
        told.leave(Left.NOTE, words_of(spans))
    ruled = tuple(line for block in found for line in _without_words(block))
    return Source(lines, ruled, told=told.sentences(), notes=tuple(told.notes()), is_styled=True)


def _leave_out(package, related, comments, told):
    for comment in comments if comments is not None else ():
        told.leave(Left.COMMENT, plain(comment))
    parts = (("header", Left.HEADER), ("footer", Left.FOOTER), ("diagramData", Left.DIAGRAM))
    for kind, left in parts:
        texts = (plain(package.tree(name)) for name in related[kind] if name in package.names)
        for text in dict.fromkeys(texts):
            told.leave(left, text)


def _lines(blocks, tables):
    """Yield the Lines of `blocks`.

    A document whose author parts paragraphs by blank ones means something by them; in any
    other each paragraph stands apart.
    """
    blanks = sum(not isinstance(block, Grid) and not block.lines for block in blocks)
    apart = 0 if blanks >= SHARE_OF_BLANKS * len(blocks) else 1
    number, gap, under = 0, apart, ""
    for block in blocks:
        number += 1
        if isinstance(block, Grid):
            for thing in signatures(block) or tables.things(block, under):
                yield line_of(number, thing, gap)
                number, gap = number + 1, 0
            gap, under = max(gap, 1), ""
            continue
        gap += PAGE_GAP if block.breaks_page else 0
        if not block.lines:
            gap += 1
            continue
        yield from _of_paragraph(number, block, gap)
        gap, under = apart, _name_of_one(block)


def _name_of_one(block):
    """Return the name of a recommendation that a line is, alone or with its words; else ""."""
    words = shapes.without_marks(" ".join(block.lines))
    is_heading = isinstance(block.given, Heading) or not shapes.is_sentence(words)
    return words if is_heading and labels.ABOUT.fullmatch(words) else ""


def _without_words(block):
    lines = () if isinstance(block, Grid) else block.lines
    return [line for line in lines if line.strip() and not any(map(str.isalnum, line))]


def _of_paragraph(number, block, gap):
    if block.given is not None:
        yield Line(number, block.given.text, gap, block.given)
        return
    for text in block.lines:
        if any(map(str.isalnum, text)):
            yield Line(number, text.lstrip(), gap)
            gap = 0
