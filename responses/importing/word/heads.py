"""The headings of a table of recommendations of a Word document, and what stands under each. Pure.

A cell stands under a heading by its place in the grid, not by its number in the row: a cell
over several columns moves none that follow.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from .. import columns, vocabulary

OF_TEXT = (columns.SAID, columns.ASKED)


@dataclass(frozen=True)
class Heads:
    """The headings: a Square and a name each, the kinds of some by their places, and the row below.

    `above` are the Squares over them; `edges` are those of the grid, or ().
    """

    squares: tuple
    names: tuple[str, ...]
    kinds: dict
    below: int
    above: tuple
    edges: tuple[int, ...]

    @cached_property
    def _starts(self):
        return [head.column for head in self.squares]

    def kind(self, square):
        return self.kinds.get(self.place(square))

    def name_of(self, kind):
        """Return the name of the heading of that kind, "" where there is none."""
        return next((self.names[at] for at, one in self.kinds.items() if one == kind), "")

    def is_state(self, square):
        return self.kind(square) == columns.STATUS

    def place(self, square):
        """Return the place of the heading that `square` stands under, or None beyond them.

        One that is over several is under that which takes text, else under the first; a
        sliver of a column that a table got as its lines were dragged does not count.
        """
        first = max(bisect_right(self._starts, square.column) - 1, 0)
        near = range(first, bisect_left(self._starts, square.end))
        shared = {at: self._shared(self.squares[at], square) for at in near}
        shared = {at: width for at, width in shared.items() if width > 0}
        covered = [at for at in shared if 2 * shared[at] >= self._width(self.squares[at])]
        taken = [at for kind in OF_TEXT for at in covered if self.kinds.get(at) == kind]
        return next(iter(taken or covered), max(shared, key=shared.get, default=None))

    def _shared(self, head, square):
        return self._between(max(head.column, square.column), min(head.end, square.end))

    def _width(self, head):
        return self._between(head.column, head.end)

    def _between(self, start, end):
        return self.edges[end] - self.edges[start] if self.edges else end - start


def heads_of(rows, edges):
    """Return the Heads of `rows` of Squares, if it is a table of recommendations, or None.

    `edges` are where the columns of the grid begin and end, or ().
    """
    topmost = [tuple(s.owner or s for s in row) for row in rows[: columns.MOST_ROWS_ABOVE + 1]]
    labels = [[square.label for square in row] for row in topmost]
    found = columns.find(labels)
    if found is None:
        return None
    number, kinds = found
    names = labels[number]
    lower = topmost[number + 1] if number + 1 < len(topmost) else ()
    # The headings may go over two rows.
    if set(topmost[number]) & set(lower) or _is_of_voices(lower, topmost[number]):
        names_below = [_name(square, lower, topmost[number]) for square in lower]
        if below := columns.find([names_below]):
            number, names, kinds = number + 1, names_below, below[1]
    squares = topmost[number]
    heads = frozenset(squares)
    over = (square for row in topmost[:number] for square in row)
    above = dict.fromkeys(square for square in over if square not in heads)
    is_said = max(row[-1].end for row in rows) < len(edges)
    return Heads(squares, tuple(names), kinds, number + 1, tuple(above), edges if is_said else ())


def _is_of_voices(lower, upper):
    """Whether a row says no more than whose words stand under headings over several columns."""
    named = [square for square in lower if square.label]
    over = [head for head in upper if head.across > 1]
    return bool(named) and all(
        vocabulary.speaker_alone(square.label)
        and any(h.column <= square.column < h.end for h in over)
        for square in named
    )


def _name(square, lower, upper):
    """Return the label of a heading in the `lower` row, with that above where it needs it.

    It does where it says no kind, nor another under the same heading that of this: "Previous"
    beside "Current" under "RAG", but not "Comment" beside "Action" under "Response".
    """
    over = next((head for head in upper if head.column <= square.column < head.end), None)
    if over is None or square in upper or (square.label and columns.kind_of(square.label)):
        return square.label
    beside = [one for one in lower if over.column <= one.column < over.end and one.label]
    if columns.kind_of(over.label) in map(columns.kind_of, (one.label for one in beside)):
        return square.label
    return ": ".join(filter(None, (over.label, square.label)))
