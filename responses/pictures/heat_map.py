"""Forces by recommendations: how each stood on each, in words and as places in a drawing. Pure."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from recommendations.rag import Rag

NOT_HERE = "Not recorded here"
# What one letter takes of the width, of the size of the drawing's words.
LETTER = 7.2
LONGEST_NAME = 28
ROOM, NARROWEST, WIDEST = 960, 24, 44
ROW, GAP, LEAST_WIDTH = 24, 3, 360
# From how many rows on the heads are repeated at the foot.
MANY_ROWS = 25
LEGEND_ROW, LEGEND_ROOM = 28, 46


@dataclass(frozen=True)
class HeatMap:
    """Forces down and recommendations across: None where a force has no state on one."""

    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Rag | None, ...]], ...]
    absent: str

    @property
    def name_width(self):
        return math.ceil(max(len(shortened(name)) for name, _ in self.rows) * LETTER) + 14

    @property
    def column_width(self):
        room = (ROOM - self.name_width) / len(self.columns)
        return round(min(max(room, NARROWEST), WIDEST))

    @property
    def is_turned(self):
        """Whether the heads stand upright, since one is wider than its column."""
        return max(map(len, self.columns)) * LETTER > self.column_width - 2

    @property
    def head_height(self):
        if not self.is_turned:
            return 22
        return math.ceil(max(len(shortened(head)) for head in self.columns) * LETTER) + 10

    @property
    def foot(self):
        """Where the last row ends."""
        return self.head_height + len(self.rows) * ROW

    @property
    def width(self):
        return max(self.name_width + len(self.columns) * self.column_width, LEAST_WIDTH)

    @cached_property
    def places(self):
        """By state the top left corner of each of its tiles."""
        found = {rag: [] for rag in Rag}
        for down, (_, states) in enumerate(self.rows):
            for across, rag in enumerate(states):
                if rag:
                    found[rag].append((self.left(across), self.head_height + down * ROW + 1))
        return {rag: places for rag, places in found.items() if places}

    def left(self, across):
        """Return where the tiles of the column `across` begin."""
        return self.name_width + across * self.column_width + 1

    @cached_property
    def legend(self):
        """Of each thing drawn (state, words, x, line); the state is None for an empty place."""
        shown = [(rag, rag.label) for rag in Rag if rag in self.places]
        if any(None in states for _, states in self.rows):
            shown.append((None, f"Empty: {_lower(self.absent)}"))
        placed, x, line = [], 0, 0
        for rag, words in shown:
            width = math.ceil(len(words) * LETTER) + LEGEND_ROOM
            if x and x + width > self.width:
                x, line = 0, line + 1
            placed.append((rag, words, x, line))
            x += width
        return placed


def heat_map(columns, rows, *, absent=NOT_HERE):
    """Return the HeatMap of `rows`, each (name, states), a state for each head of `columns`.

    A state is None where there is none, which `absent` calls so. None where fewer than two
    rows, or no column, leave nothing to see: a table says it.
    """
    columns, rows = tuple(columns), tuple((name, tuple(states)) for name, states in rows)
    if len(rows) < 2 or not columns:
        return None
    return HeatMap(_in_words(columns, rows, absent), columns, rows, absent)


def shortened(words):
    """Return `words`, cut where they are longer than a drawing has room for."""
    return words if len(words) <= LONGEST_NAME else f"{words[: LONGEST_NAME - 1].rstrip()}…"


def _in_words(columns, rows, absent):
    """Return what the drawing shows: how many of each, and which is Red most often."""
    numbers = Counter(rag for _, states in rows for rag in states)
    told = [f"{numbers[rag]:,} {rag.in_sentence}" for rag in Rag if numbers[rag]]
    if numbers[None]:
        told.append(f"{numbers[None]:,} {_lower(absent)}")
    across = f"{len(columns)} recommendation{'s' if len(columns) > 1 else ''}"
    return f"{len(rows)} forces by {across}: {', '.join(told)}.{_most_often_red(columns, rows)}"


def _most_often_red(columns, rows):
    reds = [sum(states[place] == Rag.RED for _, states in rows) for place in range(len(columns))]
    most = max(reds)
    names = [_finding(head) for head, number in zip(columns, reds, strict=True) if number == most]
    if most < 2 or len(names) > 3:
        return ""
    return f" Most often Red: {' and '.join(names)}, in {most} forces."


def _finding(head):
    """A number alone is that of a recommendation."""
    return f"recommendation {head}" if head[:1].isdecimal() else head


def _lower(words):
    return f"{words[:1].lower()}{words[1:]}"
