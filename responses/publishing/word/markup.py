"""The few elements of Word's own XML that its writer makes. Pure."""

import functools
import re

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from recommendations.sheets.cells import printable

NAMES = {"w": nsmap["w"]}
# A line break and a tab are no letters to Word.
SIGN = {"\n": "br", "\t": "tab"}
SPACE = qn("xml:space")
SIGNS = re.compile(r"([\n\t])")


def element(tag, *children, **attributes):
    """Return <w:tag> with `children`, those that are None left out, and with w: attributes."""
    made = oxml_parser.makeelement(_name(tag), nsmap=NAMES)
    for name, value in attributes.items():
        made.set(_name(name), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def paragraph(style, *children, more=()):
    """Return a paragraph in the style of that id; `more` are properties besides."""
    return element("p", element("pPr", element("pStyle", val=style), *more), *children)


def run(text, style="", *, is_bold=False, is_italic=False):
    """Return a run of `text`, line breaks and tabs in it as such; `style` is of characters."""
    marks = [element("rStyle", val=style)] if style else []
    marks += [element("b")] if is_bold else []
    marks += [element("i")] if is_italic else []
    made = element("r", element("rPr", *marks) if marks else None)
    for piece in SIGNS.split(printable(text)):
        if piece:
            made.append(element(SIGN[piece]) if piece in SIGN else _words(piece))
    return made


def field(code, shown="1"):
    """Yield the runs of a field, such as PAGE; `shown` is what stands there until it is counted."""
    words = element("instrText")
    words.text = f" {code} "
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", words)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run(shown)
    yield element("r", element("fldChar", fldCharType="end"))


@functools.cache
def _name(name):
    """Return `name` with its namespace, which the library works out anew each time."""
    return qn(f"w:{name}")


def _words(text):
    made = element("t")
    made.text = text
    made.set(SPACE, "preserve")
    return made
