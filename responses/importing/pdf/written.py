"""What was filled in or written on the pages of a PDF, which their own text does not hold.

A value of a form and text that was typed on the page are of the text, at their places; a comment
is told, and so is which box is ticked, since its words stand beside it.
"""

import re
from dataclasses import dataclass, field

from .chunks import Chunk

SIZE = re.compile(r"([\d.]+)\s+Tf")
USUAL, LEAST, MOST = 10.0, 4.0, 30.0
# Parts of the height of the letters: more lines than one are written from the top.
ONE_LINE, INSET = 2.0, 0.25
COMMENTS = frozenset({"/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret"})
BUTTON, WORDED = "/Btn", ("/Tx", "/Ch")
TYPED, FILLED, OFF = "/FreeText", "/Widget", ("/Off", "")
MOST_ABOVE = 8
TICKED = "Of the boxes of its form these are ticked: {names}. Look what each stands beside."
COMMENTED = "Written on the pages, as comments: {words}"


@dataclass
class Written:
    """What is on the pages beside their text, page after page; `take` counts each text."""

    take: object
    comments: list = field(default_factory=list)
    ticked: list = field(default_factory=list)

    def chunks(self, page):
        """Return the Chunks of what was filled in and typed on a `page`."""
        found = []
        for reference in page.annotations or ():
            one = reference.get_object()
            kind = _said(one, "/Subtype")
            if kind == FILLED:
                found += self._filled(one)
            elif kind == TYPED:
                found += self._chunks(one, _said(one, "/Contents"))
            elif kind in COMMENTS and (words := _said(one, "/Contents").strip()):
                self.take(words)
                self.comments.append(" ".join(words.split()))
        return found

    def _filled(self, one):
        kind, value = _inherited(one, "/FT"), _inherited(one, "/V")
        if kind == BUTTON:
            self._tick(one)
        if kind not in WORDED or value is None:
            return []
        words = value if isinstance(value, (list, tuple)) else [value]
        return self._chunks(one, "\n".join(map(_text, words)))

    def _tick(self, one):
        state = _said(one, "/AS") or _text(_inherited(one, "/V"))
        name = _text(_inherited(one, "/TU")) or _text(_inherited(one, "/T"))
        if state not in OFF and name:
            self.take(name)
            self.ticked.append(name)

    def _chunks(self, one, text):
        """Return a Chunk for each line of a `text` that stands in the box of an annotation."""
        lines = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
        left, low, right, high = (float(number) for number in one["/Rect"])
        x, low, high = min(left, right), min(low, high), max(low, high)
        size = _size(one)
        is_one = len(lines) == 1 and high - low <= ONE_LINE * size
        y = (low + high - size) / 2 + INSET * size if is_one else high - size
        for line in lines:
            self.take(line)
        return [Chunk(line, x, y - size * 1.2 * n, size) for n, line in enumerate(lines)]

    def told(self):
        """Yield the sentence of the comments."""
        if self.comments:
            quoted = " ".join(f"“{words}”" for words in dict.fromkeys(self.comments))
            yield COMMENTED.format(words=quoted)

    def notes(self):
        """Yield the sentence of the boxes that are ticked."""
        if self.ticked:
            yield TICKED.format(names=", ".join(f"“{name}”" for name in dict.fromkeys(self.ticked)))


def _inherited(one, key):
    """Return what a field says under `key`, or what a field that it is of says."""
    for _ in range(MOST_ABOVE):
        if key in one:
            return one[key]
        if "/Parent" not in one:
            return None
        one = one["/Parent"]
    return None


def _said(one, key):
    return _text(one[key]) if key in one else ""


def _text(value):
    return "" if value is None else str(value)


def _size(one):
    found = SIZE.search(_text(_inherited(one, "/DA")))
    size = float(found[1]) if found else 0
    return size if LEAST <= size <= MOST else USUAL
