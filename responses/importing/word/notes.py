"""The footnotes and endnotes of a Word document, each read as its text is read. Pure."""

import re
from dataclasses import replace

from .blocks import Blocks
from .grids import Grid
from .numbering import Numbering
from .runs import Runs
from .spans import Span

SPACES = re.compile(r"\s+")
KINDS = ("footnote", "endnote")
# What kinds of note begin with, and no document says by itself.
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_notes(package, related, styles, told):
    """Return {(kind, id): Spans} of the notes of `package`; `related` are the parts it has.

    What is deleted or hidden in them is told as in the text.
    """
    found = {}
    for kind in KINDS:
        for name in related[f"{kind}s"][:1]:
            runs = Runs(styles, package.addresses(name), {}, told)
            blocks = Blocks(styles, Numbering(None), runs, told)
            found |= _of_part(package.tree(name), kind, blocks)
    return {key: spans for key, spans in found.items() if spans}


def _of_part(root, kind, blocks):
    notes = root if root is not None else ()
    return {
        (kind, note.get("id")): _spans(blocks.read(note))
        for note in notes
        if note.tag == kind and note.get("type") not in SEPARATORS
    }


def _spans(blocks):
    """Return the Spans of `blocks` as one line: a note stands inside a sentence."""
    spans = [Span(SPACES.sub(" ", one.text), one.is_bold, one.address) for one in _all(blocks)]
    worded = [place for place, one in enumerate(spans) if one.text.strip()]
    spans = spans[worded[0] : worded[-1] + 1] if worded else []
    if spans:
        spans[0] = replace(spans[0], text=spans[0].text.lstrip())
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return tuple(spans)


def _all(blocks):
    """Yield the Spans of `blocks`, with a space after each paragraph, a table's too."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from _all(one for row in block.rows for cell in row for one in cell.blocks)
        else:
            yield from block.spans
            yield Span(" ")
