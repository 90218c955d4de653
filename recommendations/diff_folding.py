"""Leaves the long unchanged passages out of a word-level difference. Pure."""

from itertools import groupby

from .word_diff import Line, Mark, Piece

AROUND = 12
# A gap of fewer words than this is not worth its sign.
LEAST = 4
SKIPPED = Piece(Mark.SKIPPED, "")


def fold(lines: tuple[Line, ...], around: int = AROUND) -> tuple[Line, ...]:
    """Return `lines` with unchanged words only within `around` words of a change.

    A piece that is SKIPPED, without text, stands for those that are left out: within its
    line, or as a line of its own where whole lines are left out.
    """
    words = [
        (place, piece.mark, word)
        for place, line in enumerate(lines)
        for piece in line
        for word in piece.text.split()
    ]
    marks = [mark for _, mark, _ in words]
    shown = _without_small_gaps(_near(marks, around))
    marked = [
        (place, mark if is_shown else Mark.SKIPPED, word)
        for (place, mark, word), is_shown in zip(words, shown, strict=True)
    ]
    folded = [tuple(_pieces(line)) for _, line in groupby(marked, key=lambda word: word[0])]
    return tuple(_gathered(folded))


def _near(marks, around):
    """Return for each word whether it is changed or near to one that is."""
    near = [False] * len(marks)
    for direction in (range(len(marks)), reversed(range(len(marks)))):
        distance = around + 1
        for place in direction:
            distance = 0 if marks[place] != Mark.KEPT else distance + 1
            near[place] = near[place] or distance <= around
    return near


def _without_small_gaps(shown):
    filled = []
    for is_shown, group in groupby(shown):
        words = list(group)
        filled += [is_shown or len(words) < LEAST] * len(words)
    return filled


def _pieces(line):
    pieces = [
        SKIPPED if mark == Mark.SKIPPED else Piece(mark, " ".join(word for _, _, word in group))
        for mark, group in groupby(line, key=lambda word: word[1])
    ]
    tidied = (SKIPPED if _is_scrap(pieces, i) else piece for i, piece in enumerate(pieces))
    for piece, again in groupby(tidied):
        yield from [SKIPPED] if piece == SKIPPED else again


def _is_scrap(pieces, place):
    """Whether the piece is a few unchanged words between a gap and the end of their line."""
    beside = pieces[max(place - 1, 0) : place] + pieces[place + 1 : place + 2]
    is_short = len(pieces[place].text.split()) < LEAST
    return pieces[place].mark == Mark.KEPT and is_short and beside == [SKIPPED]


def _gathered(lines):
    """Return `lines` without those that are skipped whole beside another sign of it."""
    kept = []
    for place, line in enumerate(lines):
        before = kept[-1][-1:] if kept else ()
        after = lines[place + 1][:1] if place + 1 < len(lines) else ()
        if line != (SKIPPED,) or SKIPPED not in before + after:
            kept.append(line)
    return kept
