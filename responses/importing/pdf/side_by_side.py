"""Text in two columns, as newspapers print it: the left one is read first, then the right. Pure.

It is told from labels and values, where the left cells are short and begin with capitals.
"""

from dataclasses import replace

from .chunks import width

FEWEST_LINES = 5
FEWEST_LETTERS = 12
ALIGNED = 4.0
SHARE_GOING_ON = 0.3
# Of the widest line of the left column: one that has so much goes on in the next.
FULL = 0.8


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
