"""What changed between two texts, word by word, for readers of two versions. Pure.

A text is lines, a paragraph each. Equal lines are matched first, then lines that share
most of their words; only inside such a pair are words compared, so that two unrelated
paragraphs stand one after the other and are not woven into each other.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

# Lines that share less than this part of their words are two different lines.
ALIKE = 0.5
# Beside a replaced passage, so few kept words before the next change are hard to read.
TOO_FEW = 2
# What would keep a reader waiting is not compared but shown whole: lists longer than this,
# and those where the same comes again and again, as no prose does.
MOST_PAIRS_OF_LINES = 250_000
LONGEST = 10_000
FEW_REPEATS, MOST_REPEATED = 20_000, 0.05


class Mark(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    SKIPPED = "skipped"  # unchanged words that are left out; see diff_folding.py


@dataclass(frozen=True)
class Piece:
    """Words in a row of one mark, with single spaces between them."""

    mark: Mark
    text: str


Line = tuple[Piece, ...]


def compare(before: str, after: str) -> tuple[Line, ...]:
    """Return the lines of both texts in order, each as pieces that are kept, added or removed.

    The kept and removed words are those of `before`, the kept and added ones those of
    `after`, in order. Space other than between lines does not count.
    """
    return tuple(_lines(_split(before), _split(after)))


def replaced(before: str, after: str) -> tuple[Line, ...]:
    """Return `before` as removed and `after` as added, whole: for values too short to compare."""
    pieces = (*_piece(Mark.REMOVED, before.split()), *_piece(Mark.ADDED, after.split()))
    return (pieces,) if pieces else ()


def is_changed(lines: tuple[Line, ...]) -> bool:
    """Whether any piece of `lines` was added or removed."""
    return any(piece.mark in (Mark.ADDED, Mark.REMOVED) for line in lines for piece in line)


def likeness(before: str, after: str) -> float:
    """Return what part of the different words of both texts they share, from 0 to 1."""
    return _likeness(set(before.split()), set(after.split()))


def _split(text):
    return [tuple(words) for line in text.splitlines() if (words := line.split())]


def _lines(old, new) -> Iterator[Line]:
    for op, a, b, c, d in _opcodes(old, new):
        if op == "equal" or _joined(old[a:b]) == _joined(new[c:d]):
            yield from (_piece(Mark.KEPT, words) for words in new[c:d])
        else:
            yield from _changed(old[a:b], new[c:d])


def _opcodes(old, new):
    """Return how `old` becomes `new`, as difflib says it; at once where that would take long."""
    again = Counter(new)
    repeats = sum(number * again[one] for one, number in Counter(old).items())
    is_repetitive = repeats > max(FEW_REPEATS, MOST_REPEATED * len(old) * len(new))
    if is_repetitive or max(len(old), len(new)) > LONGEST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _joined(lines):
    return [word for line in lines for word in line]


def _changed(old, new) -> Iterator[Line]:
    for before, after in _paired(old, new):
        if before and after:
            yield tuple(_words(before, after))
        else:
            yield _piece(Mark.REMOVED, before) + _piece(Mark.ADDED, after)


def _paired(old, new):
    """Yield each line of `old` with the line of `new` that it became, () where there is none.

    Of all ways to pair them in order, the one that is most alike altogether.
    """
    if len(old) * len(new) > MOST_PAIRS_OF_LINES:
        yield from ((line, ()) for line in old)
        yield from (((), line) for line in new)
        return
    alike = _all_likeness(old, new)
    best = _best_totals(alike, len(old), len(new))
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], ()
            i += 1
        else:
            yield (), new[j]
            j += 1
    yield from ((line, ()) for line in old[i:])
    yield from (((), line) for line in new[j:])


def _all_likeness(old, new):
    sets = [set(line) for line in new]
    return [[_likeness(words, other) for other in sets] for words in map(set, old)]


def _best_totals(alike, height, width):
    """Return, for each place in both lists, the most likeness that the rest can still add."""
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return best


def _likeness(before, after):
    words = len(before) + len(after)
    return 2 * len(before & after) / words if words else 1.0


def _words(before, after) -> Iterator[Piece]:
    """Yield the pieces of one line that became another."""
    for old, new, is_kept in _runs(before, after):
        if is_kept:
            yield from _piece(Mark.KEPT, new)
        else:
            yield from _piece(Mark.REMOVED, old)
            yield from _piece(Mark.ADDED, new)


def _runs(before, after):
    """Return the runs of both lines as (old words, new words, whether they are the same)."""
    opcodes = _opcodes(before, after)
    names = [name for name, *_ in opcodes]
    kept = [
        name == "equal" and not (b - a <= TOO_FEW and _is_bridge(names, place))
        for place, (name, a, b, _, _) in enumerate(opcodes)
    ]
    runs = []
    for is_kept, group in groupby(zip(kept, opcodes, strict=True), key=lambda pair: pair[0]):
        spans = [span for _, span in group]
        old = before[spans[0][1] : spans[-1][2]]
        runs.append((old, after[spans[0][3] : spans[-1][4]], is_kept))
    return runs


def _is_bridge(names, place):
    """Whether the run at `place` stands between two changes, of which one is a replacement."""
    return 0 < place < len(names) - 1 and "replace" in (names[place - 1], names[place + 1])


def _piece(mark, words) -> Line:
    return (Piece(mark, " ".join(words)),) if words else ()
