"""The text of a Word document, node by node of paper. Pure."""

import copy
import io
import itertools

from docx.oxml.ns import qn
from docx.shared import Twips

from recommendations.rag import BY_MERIT, Rag
from recommendations.rich_tree import Cell, Run
from recommendations.sheets.cells import printable

from ..paper import nodes
from ..png import png_of
from .base import turn
from .markup import element, paragraph, run
from .rich import Rich, rating
from .tables import TURNED_WIDTH, WIDTH, inside, table

# Headings of level 2 come under the title, and so are Word's first.
ABOVE = 1
SHORT_LABELS, LONG_LABELS = (680, 2350, 1600, 2550, 2345), (1720, 2000, 1500, 2300, 2005)
ORDER = (*BY_MERIT[::-1], Rag.NOT_FOR_THIS_FORCE, Rag.NOT_ASSESSED)
GLANCE = (2200, 1200, WIDTH - 3400)


class Body:
    """Puts nodes at the end of `word`, an empty document of python-docx."""

    def __init__(self, word):
        self.end = word.element.body.sectPr
        self.rich = Rich(word)
        self.bookmarks = 0
        self.setters = {
            nodes.Opening: self._opening,
            nodes.Part: self._part,
            nodes.Place: self._place,
            nodes.Terms: self._terms,
            nodes.Note: self._note,
            nodes.Byline: self._byline,
            nodes.Strip: self._strip,
            nodes.Contents: self._contents,
            nodes.Findings: self._findings,
            nodes.Grid: self._grid,
            nodes.Turned: self._turned,
            nodes.Picture: self._picture,
            nodes.Signatures: self._signatures,
            nodes.Close: self._close,
        }

    def set(self, node):
        """Put `node` at the end."""
        setter = self.setters.get(type(node))
        self._add(*(setter(node) if setter else self.rich.set([node], "Normal")))

    def letterhead(self, letterhead):
        """Put the head of the office's paper, with a rule in its colour below."""
        address = " · ".join(line for line in letterhead.address.splitlines() if line.strip())
        lines = [("LetterheadName", letterhead.name), ("Letterhead", letterhead.office)]
        lines = [line for line in (*lines, ("Letterhead", address)) if line[1]]
        colour = letterhead.rule_colour.lstrip("#")
        edge = element("pBdr", element("bottom", val="single", sz=20, space=6, color=colour))
        last = len(lines) - 1
        for number, (style, text) in enumerate(lines):
            self._add(paragraph(style, run(text), more=[edge] if number == last else ()))

    def title(self, title, subject):
        """Put the title, and below it what the document is."""
        self._add(paragraph("Title", run(title)))
        if subject:
            self._add(paragraph("Subtitle", run(subject)))

    def _add(self, *elements):
        for one in elements:
            self.end.addprevious(one)

    def _marked(self, id_):
        """Yield the bookmark of that name, at one point, if there is one."""
        if id_:
            self.bookmarks += 1
            yield element("bookmarkStart", id=self.bookmarks, name=id_)
            yield element("bookmarkEnd", id=self.bookmarks)

    def _opening(self, node):
        for place, line in enumerate(node.to):
            yield paragraph("LetterAddress" if place else "LetterTo", run(line))
        yield paragraph("LetterDate", run(node.date))
        yield paragraph("Salutation", run(node.salutation))

    def _part(self, node):
        style = f"Heading{node.level - ABOVE}"
        yield paragraph(style, *self._marked(node.id), *self.rich.runs(node.runs))

    def _place(self, node):
        yield from self._marked(node.id)

    def _terms(self, node):
        for term in node.terms:
            if node.look == "facts":
                yield from self._fact(term)
            else:
                yield paragraph("FormLabel", run(term.label))
                yield from self.rich.set(term.nodes, "Normal")
        yield from [paragraph("TableText")] if node.look == "facts" else []

    def _fact(self, term):
        first, *others = self.rich.set(term.nodes, "Fact") or [paragraph("Fact")]
        words = (run(term.label, "Muted"), run("\t"))
        for place, word in enumerate(words, start=1):
            first.insert(place, word)
        yield first
        yield from others

    def _note(self, node):
        yield paragraph("Notice", run(node.text))

    def _byline(self, node):
        yield paragraph("Byline", run(node.text))

    def _strip(self, node):
        yield paragraph("Lead", run(node.words))
        if node.shapes:
            head = [[_plain(text, "TableHeading") for text in ("Rating", "Number", "Which")]]
            rags = dict.fromkeys(shape.badge for shape in node.shapes)
            rows = [self._count(one, node.shapes) for one in sorted(rags, key=_place_of)]
            yield table("The ratings at a glance", GLANCE, head, rows)
            yield paragraph("TableText")

    def _count(self, badge, shapes):
        shapes = [shape for shape in shapes if shape.badge == badge]
        words = []
        for source, group in itertools.groupby(shapes, key=lambda shape: shape.source):
            for shape in group:
                words += [run(", ")] if words else []
                words.append(self.rich.link_within(shape.target, shape.label))
            words += [run(source)] if source else []
        return [
            (Cell(()), [paragraph("TableText", rating(badge))]),
            _plain(str(len(shapes))),
            (Cell(()), [paragraph("TableText", *words)]),
        ]

    def _contents(self, node):
        for place, link in enumerate(node.links, start=1):
            words = self.rich.link_within(link.target, link.linked)
            yield paragraph("Contents", words, more=_kept(place < len(node.links)))

    def _findings(self, node):
        head = [[_plain(text, "TableHeading") for text in node.heads]]
        widths = LONG_LABELS if node.has_long_labels else SHORT_LABELS
        rows = [self._finding(row, widths) for row in node.rows]
        yield paragraph("Caption", run(node.caption))
        yield table(printable(node.caption), widths, head, rows)
        yield paragraph("TableText")

    def _finding(self, row, widths):
        indent = [element("ind", left=row.depth * 100)] if row.depth else []
        label = run(row.label, is_bold=True)
        first = paragraph("TableText", *self._marked(row.id), label, more=indent)
        cells = (row.wording, row.addressed, row.rating, row.answers)
        return [(Cell(()), [first]), *self._row(cells, widths[1:])]

    def _row(self, cells, widths):
        """Return `cells`, lists of nodes, as those of a row in columns of `widths`."""
        pairs = zip(cells, widths, strict=True)
        return [(Cell(()), self._in_cell(nodes, width)) for nodes, width in pairs]

    def _in_cell(self, nodes, width):
        return self.rich.set(nodes, "TableText", width=inside(width))

    def _grid(self, node):
        head = [[_plain(text, "TableHeading") for text in node.heads]]
        width = TURNED_WIDTH if node.is_wide else WIDTH
        widths = [width * share // sum(node.shares) for share in node.shares]
        rows = [self._row(row.cells, widths) for row in node.rows]
        yield paragraph("Caption", run(node.caption))
        yield table(printable(node.caption), widths, head, rows)
        yield paragraph("TableText")

    def _turned(self, node):
        """Set `node` in a section of its own, whose pages are turned."""
        yield paragraph("TableText", more=[self._end_of_section()])
        for inner in node.nodes:
            yield from self.setters[type(inner)](inner)
        end = self._end_of_section()
        turn(end)
        yield paragraph("TableText", more=[end])

    def _end_of_section(self):
        """Return what ends a section whose pages are those of the document.

        That the first page has a head of its own is of the first section alone.
        """
        end = copy.deepcopy(self.end)
        for first in self.end.findall(qn("w:titlePg")):
            self.end.remove(first)
        return end

    def _picture(self, node):
        drawn = self.rich.part.new_pic_inline(io.BytesIO(png_of(node.svg)), width=Twips(WIDTH))
        drawn.docPr.set("descr", printable(node.words))
        drawing = element("drawing")
        drawing.append(drawn)
        yield paragraph("Normal", element("r", drawing), more=[element("keepNext")])
        yield paragraph("Caption", run(node.words))

    def _signatures(self, node):
        for one in node.people:
            yield paragraph("SignatureName", run(one.name))
            if one.title:
                yield paragraph("SignatureLine", run(one.title), more=_kept(one.website))
            if one.website:
                website = (Run(one.website, address=one.address),)
                yield paragraph("SignatureLine", *self.rich.runs(website))

    def _close(self, node):
        yield paragraph("Closing", run(node.words))
        for place, line in enumerate(node.lines):
            yield paragraph("SignatureLine" if place else "Signature", run(line))


def _kept(is_kept):
    """Return what keeps a paragraph on the page of the next one."""
    return [element("keepNext")] if is_kept else []


def _place_of(badge):
    """Return where a rating stands among others: from best to worst, then those of no merit."""
    return ORDER.index(badge.rag)


def _plain(text, style="TableText"):
    return Cell(()), [paragraph(style, run(text))]
