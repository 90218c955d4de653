"""The levels of headings on paper, of which none may be left out. Pure."""

from recommendations.rich_tree import Cell, Heading, List, Paragraph, Run, Table

from .lengths import OF_TEXT, is_short_head
from .nodes import Part

FIRST, DEEPEST = 2, 4
# The headings of rich text begin at h3, under those of sections at 2.
UNDER_SECTION = 2


class Outline:
    """Gives each heading its level: as asked, but at most one more than the heading before."""

    def __init__(self):
        self.level = FIRST - 1
        self.section = FIRST

    def part(self, level, text, id_):
        """Return the heading of a part."""
        self.section = self.level = self._fitting(level)
        return Part(self.level, (Run(text),), id_)

    def rich(self, nodes):
        """Yield `nodes` of rich text with their headings as parts under the section's."""
        for node in nodes:
            if isinstance(node, Heading):
                self.level = self._fitting(self.section + node.level - UNDER_SECTION)
                yield Part(self.level, node.runs)
            else:
                yield flat(node, OF_TEXT)

    def _fitting(self, level):
        return max(FIRST, min(level, self.level + 1, DEEPEST))


def flat(node, letters):
    """Return a node of rich text, in lines of so many `letters`, as it is set.

    A heading, as within a list or a cell, is a bold line. A head of a table that is too long to
    stand on each of its pages is rows as the others are.
    """
    if isinstance(node, Heading):
        return Paragraph(tuple(Run(r.text, True, r.is_italic, r.address) for r in node.runs))
    if isinstance(node, List):
        items = tuple(all_flat(item, letters) for item in node.items)
        return List(node.is_numbered, node.start, items)
    if isinstance(node, Table):
        in_column = letters // node.width
        head, body = (_flat_rows(rows, in_column) for rows in (node.head, node.body))
        if not is_short_head(head, in_column):
            head, body = (), head + body
        return Table(node.width, head, body)
    return node


def all_flat(nodes, letters):
    """Return `nodes`, each of them flat."""
    return tuple(flat(node, letters) for node in nodes)


def _flat_rows(rows, letters):
    return tuple(tuple(_flat_cell(cell, letters) for cell in row) for row in rows)


def _flat_cell(cell, letters):
    nodes = all_flat(cell.nodes, letters * cell.across)
    return Cell(nodes, cell.is_head, cell.across, cell.down)
