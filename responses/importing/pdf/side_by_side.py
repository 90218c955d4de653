"""Text in two columns, as newspapers print it: the left one is read first, then the right. Pure.

It is told from labels and values, where the left cells are short and begin with capitals.
"""

from collections import Counter
from dataclasses import replace

from .chunks import to_lines, width

FEWEST_LINES = 5
FEWEST_LETTERS = 12
ALIGNED = 4.0
SHARE_GOING_ON = 0.3
# Of the widest line of the left column: one that has so much goes on in the next.
FULL = 0.8

# Of the lines of the right column: as rows of a table, more of them stand beside one of the left.
SHARED = 0.5


def by_column(chunks):
    """Return the lines of each column of a page whose two columns go on by themselves.

    A page in one column, or one whose lines stand beside each other, is one.
    """
    gutter = _gutter(chunks)
    if gutter is None:
        return [to_lines(chunks)]
    left, right = ([c for c in chunks if (c.x >= gutter) == is_right] for is_right in (False, True))
    left, right = to_lines(left), to_lines(right)
    if min(len(left), len(right)) < FEWEST_LINES or _shared(left, right) > SHARED * len(right):
        return [to_lines(chunks)]
    return [_up_to_edge(left, gutter, max(line.end for line in right)), _put_below(left, right)]


def _gutter(chunks):
    """Return where the right column of a page begins, which no text beside it crosses, or None."""
    starts = Counter(round(chunk.x) for chunk in chunks)
    edge = min(starts, default=0)
    common = [(times, x) for x, times in starts.items() if x > edge + ALIGNED]
    times, start = max(common, default=(0, 0))
    gutter = start - ALIGNED / 2
    top = max((chunk.y for chunk in chunks if chunk.x >= gutter), default=0)
    is_crossed = any(c.x < gutter < c.end - c.size and c.y <= top for c in chunks)
    return None if times < FEWEST_LINES or is_crossed else gutter


def _shared(left, right):
    """Return how many lines of the `right` stand beside one of the `left`."""
    heights = {round(line.y) + by for line in left for by in (-1, 0, 1)}
    return sum(round(line.y) in heights for line in right)


def _up_to_edge(left, gutter, edge):
    """Return the lines of the `left` column, those that are full as if they ended at the `edge`."""
    full = FULL * max((line.end - line.x for line in left if line.end < gutter), default=0)
    return [replace(line, end=edge) if line.end - line.x >= full else line for line in left]


def _put_below(left, right):
    """Return the lines of the `right` column at heights below the `left` one, with a gap."""
    by = right[0].y - left[-1].y + 3 * right[0].size
    return [replace(line, y=line.y - by) for line in right]


def in_turn(page):
    """Return the lines of a `page`, with those in two columns one below the other."""
    found, run = [], []
    for line in (*page, None):
        if line is not None and _is_of_both(line) and (not run or _is_aligned(run[0], line)):
            run.append(line)
            continue
        found += _parted(run)
        run = [line] if line is not None and _is_of_both(line) else []
        if line is not None and not run:
            found.append(line)
    return found


def _is_of_both(line):
    return len(line.cells) == 2 and all(len(text) >= FEWEST_LETTERS for _, text in line.cells)


def _is_aligned(one, other):
    return all(abs(a - b) <= ALIGNED for (a, _), (b, _) in zip(one.cells, other.cells, strict=True))


def _parted(run):
    """Return the lines of a `run`, in two columns if sentences go on from line to line in both."""
    lefts, rights = ([line.cells[at][1] for line in run] for at in (0, 1))
    if len(run) < FEWEST_LINES or not (_goes_on(lefts) and _goes_on(rights)):
        return run
    widths = [width(line.cells[0][1], line.size, "") for line in run]
    left = [
        replace(
            line, cells=line.cells[:1], end=line.end if one >= FULL * max(widths) else line.x + one
        )
        for line, one in zip(run, widths, strict=True)
    ]
    return left + [replace(line, cells=line.cells[1:], y=_below(run, line)) for line in run]


def _goes_on(texts):
    return sum(text[0].islower() for text in texts) >= SHARE_GOING_ON * len(texts)


def _below(run, line):
    """Return the height of a `line` of the right column, put below the left one with a gap."""
    return line.y - (run[0].y - run[-1].y) - 3 * line.size
