"""Rich text read as a tree, for writers that are no browser. Pure.

`read` takes the HTML that `rich_text.clean` keeps, and gives up on none: what it does not know
is only its words.
"""

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

from .rich_cells import Cell, Table, fitted_table
from .rich_text import SCHEMES

SPACES = re.compile(r"[ \t\n\r\f]+")
# What may stand in an address; the rest, such as a space, is written as %20.
ADDRESS_SIGNS = "%/:=&?~#+!$,;'@()*[]"
LONGEST_ADDRESS = 2000
# What stands deeper than so many elements is read as lines of the deepest.
DEEPEST = 24
MARKS = ("strong", "em", "a")
END = object()


@dataclass(frozen=True)
class Run:
    """Words that look alike, with line breaks as such; `address` is that of a link, or ""."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    address: str = ""


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading within rich text; `level` is 3 or 4."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class List:
    """A list, each of its items a row of nodes; a numbered one counts on from `start`."""

    is_numbered: bool
    start: int
    items: tuple[tuple, ...]


def read(html):
    """Return the nodes of rich text `html`: Paragraph, Heading, List and Table, in order."""
    if not html:
        return ()
    reader = _Elements()
    reader.feed(html)
    reader.close()
    return _nodes(reader.root.children, Run(""))


def address_of(text):
    """Return `text` as an address that a document can link to, or "" where it is none."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_whole = parts.netloc if parts.scheme in ("http", "https") else parts.path
    if parts.scheme not in SCHEMES or not is_whole:
        return ""
    address = quote(text, safe=ADDRESS_SIGNS)
    return address if len(address) <= LONGEST_ADDRESS else ""


class _Element:
    def __init__(self, tag, attributes=()):
        self.tag, self.attributes, self.children = tag, dict(attributes), []


class _Elements(HTMLParser):
    """Reads HTML as elements and text, to a depth that no writer minds."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = _Element("")
        self.open = [self.root]
        self.too_deep = 0

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_starttag(self, tag, attrs):
        element = _Element(tag, attrs)
        if tag == "br":
            self.open[-1].children.append(element)
        elif len(self.open) > DEEPEST:
            self.too_deep += 1
            self.open[-1].children.append(_Element("p"))
        else:
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag):
        if self.too_deep:
            self.too_deep -= 1
        elif tag in (one.tag for one in self.open[1:]):
            while self.open.pop().tag != tag:
                pass


def _nodes(elements, look):
    nodes, line = [], []
    for piece in (*_pieces(elements, look), END):
        if isinstance(piece, Run):
            line.append(piece)
            continue
        if runs := _trimmed(line):
            nodes.append(Paragraph(runs))
        if piece is not END:
            nodes.append(piece)
        line = []
    return tuple(nodes)


def _pieces(elements, look):
    """Yield the runs of `elements`, the END of each line, and the nodes between."""
    for one in elements:
        if isinstance(one, str):
            yield replace(look, text=SPACES.sub(" ", one))
        elif one.tag == "br":
            yield replace(look, text="\n")
        elif one.tag in MARKS:
            yield from _pieces(one.children, _marked(look, one))
        else:
            yield END
            yield from NODES.get(one.tag, _plain)(one, look)
            yield END


def _marked(look, element):
    if element.tag == "strong":
        return replace(look, is_bold=True)
    if element.tag == "em":
        return replace(look, is_italic=True)
    return replace(look, address=address_of(element.attributes.get("href") or ""))


def _trimmed(line):
    """Return the runs of `line` as it is seen: single spaces, none at its ends or at a break."""
    runs, before = [], "\n"
    for run in line:
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if text == "\n" and runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        if text and not (text == "\n" and not runs):
            runs.append(replace(run, text=text))
            before = text
    while runs and not runs[-1].text.strip(" \n"):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" \n"))
    return tuple(run for run in runs if run.text)


def _plain(element, look):
    yield from _pieces(element.children, look)


def _heading(element, look):
    """Yield the heading of what can be one, and what else stands in it after it."""
    inside = _nodes(element.children, look)
    runs = [run for node in inside if isinstance(node, Paragraph) for run in (*node.runs, SPACE)]
    if runs:
        yield Heading(int(element.tag[1]), tuple(runs[:-1]))
    yield from (node for node in inside if not isinstance(node, Paragraph))


def _list(element, look):
    items = [
        _nodes(one.children if getattr(one, "tag", "") == "li" else [one], look)
        for one in element.children
    ]
    items = tuple(item for item in items if item)
    if items:
        start = element.attributes.get("start") or ""
        is_number = start.isdecimal() and len(start) <= 4
        yield List(element.tag == "ol", int(start) if is_number else 1, items)


def _table(element, look):
    caption, rows = (), []
    for row, is_head in _rows(element):
        if row.tag == "caption":
            caption = row
            continue
        cells = [one for one in row.children if getattr(one, "tag", "") in ("td", "th")]
        rows.append([_cell(one, look, is_head=is_head or one.tag == "th") for one in cells])
    if caption:
        yield from _nodes(caption.children, replace(look, is_bold=True))
    if table := fitted_table(rows):
        yield table
    else:
        yield from (node for row in rows for cell in row for node in cell.nodes)


def _rows(element, *, is_head=False):
    """Yield (row or caption, whether it is in the head) of a table."""
    for one in element.children:
        tag = getattr(one, "tag", "")
        if tag in ("thead", "tbody"):
            yield from _rows(one, is_head=tag == "thead")
        elif tag in ("tr", "caption"):
            yield one, is_head


def _cell(element, look, *, is_head):
    across, down = (element.attributes.get(name) or "" for name in ("colspan", "rowspan"))
    return Cell(_nodes(element.children, look), is_head, _span(across), _span(down))


def _span(text):
    return max(int(text), 1) if text.isdecimal() and len(text) <= 4 else 1


SPACE = Run(" ")
NODES = {"h3": _heading, "h4": _heading, "ul": _list, "ol": _list, "table": _table}
__all__ = ("Cell", "Heading", "List", "Paragraph", "Run", "Table", "address_of", "read")
