"""The straight lines that are drawn on a page, of which the borders of tables are made. Pure."""

from dataclasses import dataclass, field

THIN = 3.0
SHORTEST = 6.0
STRAIGHT = 1.0
MOST = 20_000


@dataclass(frozen=True)
class Rule:
    """A line from `start` to `end` at a place `at`: a height where it is flat, else an x."""

    is_flat: bool
    at: float
    start: float
    end: float


@dataclass
class Rules:
    """Takes what draws a page step by step; `found` are the Rules that are painted by it."""

    found: list[Rule] = field(default_factory=list)
    _path: list = field(default_factory=list)
    _boxes: list = field(default_factory=list)
    _point: tuple = (0.0, 0.0)

    def take(self, operator, operands, matrix):
        """Take one step: `operator` is of bytes, `matrix` that of the drawing."""
        if operator in (b"m", b"l"):
            point = _placed(matrix, *map(float, operands[:2]))
            if operator == b"l":
                self._path.append((self._point, point))
            self._point = point
        elif operator == b"re":
            x, y, across, up = map(float, operands[:4])
            self._boxes.append((_placed(matrix, x, y), _placed(matrix, x + across, y + up)))
        elif operator in (b"S", b"s", b"B", b"B*", b"b", b"b*"):
            self._paint(is_stroked=True)
        elif operator in (b"f", b"F", b"f*"):
            self._paint(is_stroked=False)
        elif operator == b"n":
            self._path, self._boxes = [], []

    def _paint(self, is_stroked):
        """Keep what a path draws: each side of a box that is stroked, and a box that is thin."""
        sides = self._path if is_stroked else []
        for low, high in self._boxes:
            sides = [*sides, *_sides(low, high, is_stroked)]
        for one, other in sides:
            if len(self.found) < MOST and (rule := _rule(one, other)):
                self.found.append(rule)
        self._path, self._boxes = [], []


def _sides(low, high, is_stroked):
    """Return the sides of a box from `low` to `high`; filled, it is a line where it is thin."""
    (left, bottom), (right, top) = low, high
    if abs(top - bottom) <= THIN:
        return [((left, (top + bottom) / 2), (right, (top + bottom) / 2))]
    if abs(right - left) <= THIN:
        return [(((left + right) / 2, bottom), ((left + right) / 2, top))]
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    return list(zip(corners, corners[1:] + corners[:1], strict=True)) if is_stroked else []


def _rule(one, other):
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    if up <= STRAIGHT and across >= SHORTEST:
        return Rule(True, one[1], *sorted((one[0], other[0])))
    if across <= STRAIGHT and up >= SHORTEST:
        return Rule(False, one[0], *sorted((one[1], other[1])))
    return None


def _placed(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
