"""What stands in a cell of a table of a PDF, as blocks like those of a Word table. Pure."""

from .. import columns
from ..word.blocks import Para
from .chunks import to_lines
from .joining import to_paragraphs


def blocks_of(chunks):
    """Return the blocks of the paragraphs that the Chunks in a cell make."""
    found = to_paragraphs([to_lines(chunks)])
    return tuple(Para((_whole(one.text.replace("\t", " ")),)) for one in found)


def _whole(text):
    """Return a heading that a narrow cell broke within a word ("Recommendati on") as it is."""
    joined = text.replace(" ", "")
    is_broken = " " in text and not columns.kind_of(text) and columns.kind_of(joined)
    return joined if is_broken else text
