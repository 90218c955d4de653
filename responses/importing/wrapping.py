"""Paragraphs that a program broke into lines of one width, put together again. Pure."""

from dataclasses import replace
from itertools import pairwise

from . import shapes

WIDEST = 110
FULL = 50
FEWEST_BROKEN = 2


def unwrapped(lines):
    """Return `lines` with broken paragraphs and bullets joined; as they are where none is."""
    if not _is_wrapped(lines):
        return lines
    joined = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _continues(before, line):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return tuple(joined)


def _is_wrapped(lines):
    """No line is wide, and some go on in the next with a small letter."""
    if any(len(line.text) > WIDEST for line in lines):
        return False
    broken = sum(
        len(above.text) >= FULL and line.text[0].islower() and _goes_on(above, line)
        for above, line in pairwise(lines)
    )
    return broken >= FEWEST_BROKEN


def _continues(before, line):
    """Whether `line` goes on with the paragraph of `before`, at a page end too."""
    is_broken = line.text[0].islower() and before.text[-1] not in ".:;"
    if line.new_page:
        return is_broken and _is_plain(line)
    return _goes_on(before, line) and (is_broken or len(before.text) >= FULL)


def _goes_on(before, line):
    return line.blanks == 0 and not line.new_page and _is_plain(line)


def _is_plain(line):
    return not (shapes.bullet(line.text) or shapes.number(line.text) or "\t" in line.text)
