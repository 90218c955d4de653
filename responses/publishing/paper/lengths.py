"""About how many lines things take on paper, since what fits no page must be divided. Pure.

What is kept whole and is longer than its page would run off the foot of it. So letters are taken
to be wide, and a row is kept whole only while it leaves room on the page for the heads.
"""

from dataclasses import dataclass

from recommendations.rich_tree import List, Paragraph, Table

from .nodes import Badge

# What a list takes of its lines for the bullet, and each node for the space around it.
BULLET, AROUND = 3, 0.5
FEWEST = 4


@dataclass(frozen=True)
class Room:
    """What fits: the letters in a line of each column, and the lines of a row kept whole."""

    letters: tuple[int, ...]
    lines: int

    def is_short(self, cells):
        """Whether none of `cells`, rows of nodes, is too long to be kept on one page."""
        pairs = zip(cells, self.letters, strict=True)
        return all(lines_of(cell, letters) <= self.lines for cell, letters in pairs)


# The letters in a line of key facts and of their labels, and the lines that stand together.
OF_FACTS, OF_LABELS, MOST_OF_FACTS = 50, 20, 24
# The letters in a line of text and of a cell, and the lines of a head of a table.
OF_TEXT, OF_CELL, MOST_OF_HEAD = 95, 20, 20
# The four columns of findings beside their numbers, at their narrowest.
OF_FINDINGS = Room((20, 13, 19, 20), 40)


def room_of(shares, *, is_wide):
    """Return the Room of a plain table with columns of these `shares`."""
    across, lines = (145, 24) if is_wide else (91, 36)
    return Room(tuple(across * share // sum(shares) - 2 for share in shares), lines)


def are_short(facts):
    """Whether `facts`, Term after Term, are few enough to stand together on a page."""
    lines = (max(lines_of(one.nodes, OF_FACTS), len(one.label) / OF_LABELS) for one in facts)
    return sum(lines) <= MOST_OF_FACTS


def is_short_head(rows, letters):
    """Whether the head `rows` of a table can stand on each page, a column having `letters`."""
    lines = (max(lines_of(one.nodes, letters * one.across) for one in row) for row in rows if row)
    return sum(lines) <= MOST_OF_HEAD


def lines_of(nodes, letters):
    """Return about how many lines `nodes` take where one has so many `letters`."""
    return sum(_lines(node, max(FEWEST, letters)) + AROUND for node in nodes)


def _lines(node, letters):
    if isinstance(node, Table):
        return float("inf")
    if isinstance(node, List):
        return sum(lines_of(item, letters - BULLET) for item in node.items)
    if isinstance(node, Badge):
        return _wrapped(f"xx {node.word}", letters) + AROUND
    if isinstance(node, Paragraph):
        return _wrapped("".join(run.text for run in node.runs), letters)
    return _wrapped(node.text + node.linked, letters)


def _wrapped(text, letters):
    return sum(1 + len(line) // letters for line in text.split("\n"))
