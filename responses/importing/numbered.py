"""A numbered list that was run together into one line, taken apart again. Pure."""

import re

from .elements import Numbered

MARK = re.compile(r"(?:(?<=\s)|^)(\(?(\d{1,3})((?:\.\d{1,3})*)([a-z]?)[.)])\s+(?=\S)")
MOST_ITEMS = 300


def take_apart(text):
    """Return the Numbered items of `text`; () where it does not begin with a number.

    Numbers in sentences ("by phase 2. Then") are told from marks by their order: the
    marks are the longest chain that begins the text and only rises.
    """
    marks = list(MARK.finditer(text))
    if not marks or marks[0].start() != 0 or len(marks) > MOST_ITEMS:
        return ()
    chain = _longest_rise([_value(mark) for mark in marks])
    marks = [marks[place] for place in chain]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return tuple(
        Numbered(mark[1], text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    )


def _value(mark):
    parts = [int(part) for part in (mark[2] + mark[3]).split(".")]
    return (*parts, mark[4])


def _longest_rise(values):
    """Return the places of the longest rising chain from the first value."""
    keys = [tuple((isinstance(part, int), part) for part in value) for value in values]
    best = [None] * len(keys)
    best[0] = (0,)
    for place in range(1, len(keys)):
        before = [best[p] for p in range(place) if best[p] and keys[p] < keys[place]]
        longest = max(before, key=len, default=None)
        best[place] = (*longest, place) if longest else None
    return max((chain for chain in best if chain), key=len)
