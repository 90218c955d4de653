"""Drawings as PNG, for a Word document, which shows no SVG everywhere. Pure."""

import functools

import typst

from .typesetting import FOLDER, fonts

TEMPLATE = FOLDER / "drawing.typ"
# Fine enough for print.
DOTS_PER_INCH = 220


@functools.lru_cache(maxsize=8)
def png_of(svg) -> bytes:
    """Return the drawing `svg`, as wide as the text of a page, as PNG."""
    compiler = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts())
    return compiler.compile(sys_inputs={"svg": str(svg)}, format="png", ppi=DOTS_PER_INCH)
