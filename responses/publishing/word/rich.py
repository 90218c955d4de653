"""Rich text, and the short lines of cells, in a Word document. Pure."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from recommendations.rich_tree import List, Paragraph, Table

from ..paper.nodes import Badge, Line
from .base import DEEPEST, INDENT, NUMBERS
from .markup import element, paragraph, run
from .styles import OTHER_RATING, RATINGS
from .tables import WIDTH, inside, table

BULLETS = 1
# The styles of bullets, of numbers and of what goes on, in text; elsewhere lists look like it.
LISTS = {"Normal": ("ListBullet", "ListNumber", "ListContinue")}
CHARACTERS = {"muted": "Muted", "small": "Small"}


class Rich:
    """Turns nodes to elements; lists and links are noted in `word`, of python-docx."""

    def __init__(self, word):
        self.part = word.part
        self.numbering = word.part.numbering_part.element
        self.lists = BULLETS

    def set(self, nodes, style, depth=0, width=WIDTH):
        """Return the elements of `nodes`, their paragraphs in `style`, in a text of `width`."""
        return [made for node in nodes for made in self._set(node, style, depth, width)]

    def _set(self, node, style, depth, width):
        if isinstance(node, Paragraph):
            yield paragraph(style, *self.runs(node.runs))
        elif isinstance(node, Line):
            yield paragraph(style, *self._line(node))
        elif isinstance(node, Badge):
            yield paragraph(style, rating(node))
        elif isinstance(node, List):
            yield from self._list(node, style, depth, width)
        elif isinstance(node, Table):
            yield self._table(node, width)
            yield paragraph("TableText")

    def runs(self, runs):
        """Yield the elements of Run after Run."""
        for one in runs:
            style = "Hyperlink" if one.address else ""
            words = run(one.text, style, is_bold=one.is_bold, is_italic=one.is_italic)
            yield self.link(one.address, [words]) if one.address else words

    def link(self, address, words):
        """Return a link to `address` outside."""
        made = element("hyperlink", *words)
        key = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), key)
        return made

    def link_within(self, target, text):
        """Return a link to the bookmark `target`; only the words where there is none."""
        if not target:
            return run(text)
        return element("hyperlink", run(text, "Hyperlink"), anchor=target)

    def _line(self, node):
        style = CHARACTERS.get(node.look, "")
        if node.text:
            yield run(node.text, style, is_bold=node.look == "strong")
        if node.linked:
            yield self.link_within(node.target, node.linked)

    def _list(self, node, style, depth, width):
        level = min(depth, DEEPEST)
        key = self._numbers(level, node.start) if node.is_numbered else BULLETS
        own = LISTS.get(style, (style, style, style))
        item_style = own[node.is_numbered]
        for item in node.items:
            mark = [element("numPr", element("ilvl", val=level), element("numId", val=key))]
            for inner in item:
                if isinstance(inner, Paragraph):
                    name = item_style if mark else own[2]
                    more = mark or [element("ind", left=INDENT * (level + 1))]
                    yield paragraph(name, *self.runs(inner.runs), more=more)
                    mark = []
                else:
                    yield from self._set(inner, style, depth + 1, width)

    def _numbers(self, level, start):
        """Return the key of a new list, so that its numbers begin at `start`."""
        self.lists += 1
        begin = element("lvlOverride", element("startOverride", val=start), ilvl=level)
        kind = element("abstractNumId", val=NUMBERS)
        self.numbering.append(element("num", kind, begin, numId=self.lists))
        return self.lists

    def _table(self, node, width):
        column = width // node.width
        rows = ([self._cells(row, column) for row in part] for part in (node.head, node.body))
        return table("", [column] * node.width, *rows)

    def _cells(self, row, column):
        return [(cell, self._in_cell(cell, inside(column * cell.across))) for cell in row]

    def _in_cell(self, cell, width):
        style = "TableHeading" if cell.is_head else "TableText"
        return self.set(cell.nodes, style, width=width)


def rating(badge):
    """Return the word of a Badge, in its colours."""
    return run(f" {badge.word} ", RATINGS.get(badge.rag, OTHER_RATING))
