"""Tables whose borders are drawn on the page: each cell is what stands within its lines. Pure."""

from dataclasses import dataclass
from itertools import pairwise

from ..word.grids import Grid, GridCell
from .cells import blocks_of

NEAR = 3.0
FEWEST_COLUMNS, FEWEST_ROWS = 2, 2
MOST_ROWS, MOST_COLUMNS = 300, 12


@dataclass(frozen=True)
class Ruled:
    """A table from the height `top` to `low`, and from `left` to `right`, with its lines."""

    heights: tuple[float, ...]
    edges: tuple[float, ...]
    flat: tuple
    upright: tuple

    @property
    def top(self):
        return self.heights[0]

    @property
    def low(self):
        return self.heights[-1]

    def holds(self, line):
        """Whether a PageLine stands in the table."""
        return self.low < line.y < self.top and any(map(self._is_within, line.chunks))

    def _is_within(self, chunk):
        return self.edges[0] - NEAR <= chunk.x <= self.edges[-1]

    def grid(self, lines):
        """Return the Grid of the `lines` in the table: a cell for what its lines part."""
        rows = []
        chunks = [chunk for line in lines for chunk in line.chunks]
        for place, (top, low) in enumerate(pairwise(self.heights)):
            within = [chunk for chunk in chunks if self._row_of(chunk) == place]
            rows.append(tuple(self._cells(within, top, low)))
        edges = tuple(round(edge) for edge in self.edges)
        return Grid(tuple(rows), edges=edges)

    def _row_of(self, chunk):
        """Return the place of the row in which the middle of small letters stands."""
        above = sum(height >= chunk.y + chunk.size / 4 for height in self.heights)
        return min(max(above - 1, 0), len(self.heights) - 2)

    def _cells(self, chunks, top, low):
        """Yield the cells of a row, from one line that parts it to the next."""
        middle = (top + low) / 2
        parted = [
            place
            for place, x in enumerate(self.edges)
            if place in (0, len(self.edges) - 1) or self._is_drawn(self.upright, x, middle)
        ]
        for first, last in pairwise(parted):
            left, right = self.edges[first], self.edges[last]
            within = [c for c in chunks if _is_between(c, left, right, self.edges)]
            above = not self._is_drawn(self.flat, top, (left + right) / 2)
            yield GridCell(blocks_of(within), first, last - first, goes_on=above)

    @staticmethod
    def _is_drawn(rules, at, beside):
        return any(
            abs(rule.at - at) <= NEAR and rule.start - NEAR <= beside <= rule.end + NEAR
            for rule in rules
        )


def _is_between(chunk, left, right, edges):
    is_first, is_last = left == edges[0], right == edges[-1]
    return (is_first or chunk.x >= left - NEAR / 2) and (is_last or chunk.x < right - NEAR / 2)


def tables(rules):
    """Return the Ruled tables that the `rules` of one page draw, from top to bottom."""
    upright = [rule for rule in rules if not rule.is_flat]
    flat = [rule for rule in rules if rule.is_flat]
    found = []
    for low, high in _spans(upright):
        sides = [r for r in upright if low - NEAR <= r.start and r.end <= high + NEAR]
        edges = _places(rule.at for rule in sides)
        across = [r for r in flat if low - NEAR <= r.at <= high + NEAR and _joins(r, edges)]
        heights = _places(rule.at for rule in across)[::-1]
        is_table = FEWEST_COLUMNS < len(edges) <= MOST_COLUMNS + 1
        if is_table and FEWEST_ROWS < len(heights) <= MOST_ROWS:
            found.append(Ruled(tuple(heights), tuple(edges), tuple(across), tuple(sides)))
    return sorted(found, key=lambda table: -table.top)


def _spans(upright):
    """Return from what height to what height upright lines go on from one to the next."""
    spans = []
    for rule in sorted(upright, key=lambda rule: rule.start):
        if spans and rule.start <= spans[-1][1] + NEAR:
            spans[-1][1] = max(spans[-1][1], rule.end)
        else:
            spans.append([rule.start, rule.end])
    return spans


def _joins(rule, edges):
    """Whether a flat rule goes from edge to edge, as one below words does not."""
    ends = (rule.start, rule.end)
    return all(any(abs(end - edge) <= NEAR for edge in edges) for end in ends)


def _places(values):
    """Return `values` in their order, of those that are near each other the first."""
    found = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found
