"""Text in two columns, as newspapers print it: the left one is read first, then the right. Pure.

It is told from labels and values, where the left cells are narrow, or begin with capitals.
"""

from collections import Counter
from dataclasses import replace

from .chunks import to_lines

FEWEST_LINES = 5
ALIGNED = 4.0
SHARE_GOING_ON = 0.3
# Of the widest line of a column: one that has so much goes on in the next.
FULL = 0.8
# Of the width of the right column: a left one that is narrower is one of labels.
AS_WIDE = 0.6
# Parts of the height of the letters: words that are nearer are of one line.
SPACE = 0.5
# So much of nothing over the whole page ends what is above it.
STRIPE = 4.5
MOST_TRIED = 6


def in_turn(page):
    """Return the lines of a `page` in stretches to be read one after the other.

    They are the two columns of each part of it that is in two, and what is over both.
    """
    for gutter in _gutters(page):
        bands = [
            [lines] if is_over else _columns(lines, gutter)
            for is_over, lines in _bands(page, gutter)
            if lines
        ]
        if any(len(columns) > 1 for columns in bands):
            return _stretches(bands)
    return [page]


def _bands(page, gutter):
    """Return pairs of whether lines go over the `gutter`, and the lines, of the parts of a `page`.

    An empty stripe ends a part too. A heading directly above lines over the gutter is of them.
    """
    found, was_over, last = [], None, None
    for line in page:
        is_over = _is_over(line, gutter)
        is_apart = last is not None and last.y - line.y > STRIPE * line.size
        if is_over != was_over or is_apart:
            headings = _headings_below(found, gutter) if is_over and not is_apart else []
            found.append((is_over, headings))
        found[-1][1].append(line)
        was_over, last = is_over, line
    return found


def _headings_below(found, gutter):
    """Take the lines off the last part `found` that are headings of what comes below it."""
    if not found:
        return []
    part = found[-1][1]
    first = len(part)
    while first and _is_heading(part[first - 1], part[0], gutter):
        first -= 1
    headings, part[first:] = part[first:], []
    return headings


def _is_heading(line, first, gutter):
    """Whether a `line` has nothing beside it, and is bold, or larger than the `first` one."""
    return line.end < gutter and (line.is_bold or line.size > first.size)


def _stretches(bands):
    """Return the columns of `bands`; what is in one column goes on from one band to the next."""
    found = []
    for place, columns in enumerate(bands):
        is_more = place and len(columns) == len(bands[place - 1]) == 1
        if is_more:
            found[-1] = [*found[-1], *columns[0]]
        else:
            found += columns
    return found


def _gutters(page):
    """Yield where a right column may begin: where most lines, or parts of them, do."""
    starts = Counter(round(chunk.x) for line in page for chunk in line.chunks)
    edge = min(starts, default=0)
    right = [(x, times) for x, times in starts.most_common() if x > edge + ALIGNED]
    yield from (x - ALIGNED / 2 for x, times in right[:MOST_TRIED] if times >= FEWEST_LINES)


def _is_over(line, gutter):
    """Whether a `line` goes over the `gutter`."""
    before = [chunk for chunk in line.chunks if chunk.x < gutter]
    after = [chunk.x for chunk in line.chunks if chunk.x >= gutter]
    end = max((chunk.end for chunk in before), default=line.x)
    is_joined = bool(before and after) and min(after) - end < SPACE * line.size
    return end > gutter + line.size or is_joined


def _columns(lines, gutter):
    """Return [the `lines`], or the left and the right column where they are text in two."""
    chunks = [chunk for line in lines for chunk in line.chunks]
    left = to_lines([chunk for chunk in chunks if chunk.x < gutter])
    right = to_lines([chunk for chunk in chunks if chunk.x >= gutter])
    if not (_is_text(left) and _is_text(right)) or _width(left) < AS_WIDE * _width(right):
        return [lines]
    edge, start = max(line.end for line in right), min(line.x for line in left)
    return [_put(column, start, edge) for column in (left, right)]


def _is_text(column):
    """Whether a `column` is one of text that goes on from line to line."""
    if len(column) < FEWEST_LINES or any(line.has_columns for line in column):
        return False
    return sum(line.text[0].islower() for line in column) >= SHARE_GOING_ON * len(column)


def _width(column):
    return max(line.end - line.x for line in column)


def _put(column, start, edge):
    """Return the lines of a `column` as if it began at `start`, and its full ones to the `edge`."""
    by, full = start - min(line.x for line in column), FULL * _width(column)
    return [
        replace(
            line,
            cells=tuple((x + by, text) for x, text in line.cells),
            end=edge if line.end - line.x >= full else line.end + by,
        )
        for line in column
    ]
