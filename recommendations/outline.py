"""Headings of rich text in an outline without a gap, mended when text is saved. Pure.

A smaller heading stands under a larger one, or is the larger one itself; what stands in a list
or a table is a bold line, since it heads nothing that follows.
"""

import re

TAGS = re.compile(r"<(/?)(h3|h4|li|td|th|caption)(?=[\s>])[^>]*>")
EMPTY = re.compile(r"<(h3|h4)>(?:\s|&nbsp;|<br>)*</\1>")
LARGE, SMALL = "h3", "h4"


def outlined(html):
    """Return cleaned `html`, whose tags all close, with headings that make an outline.

    A heading without a word is none.
    """
    return TAGS.sub(_Outline().mend, EMPTY.sub("", html))


class _Outline:
    """What was read so far: how deep in lists and cells, and whether a large heading came."""

    def __init__(self):
        self.depth = 0
        self.has_large = False
        self.end = ""

    def mend(self, match):
        """Return what is to stand for the tag of `match`."""
        closes, name = bool(match[1]), match[2]
        if name not in (LARGE, SMALL):
            self.depth += -1 if closes else 1
            return match[0]
        return self.end if closes else self._begin(name)

    def _begin(self, name):
        if self.depth:
            self.end = "</strong></p>"
            return "<p><strong>"
        level = SMALL if name == SMALL and self.has_large else LARGE
        self.has_large = True
        self.end = f"</{level}>"
        return f"<{level}>"
