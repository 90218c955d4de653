"""From the lines of pages to paragraphs: joined where they go on, over pages too. Pure."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .. import shapes
from ..elements import Heading
from ..marks import as_typed
from ..pages import PAGE_GAP
from ..word.grids import Grid
from .chunks import width

LARGER = 1.12
LOOSE = 1.35
INDENT = 4.0
ROOM = 0.9
FARTHEST = 4
MOST_OF_LINE = 0.7
LONGEST_HEADING = 200
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
SENTENCE_ENDS = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class Joined:
    """A paragraph; `given` is a Heading where its letters are larger than those of the text."""

    text: str
    blanks: int
    size: float
    is_bold: bool
    given: Heading | None = None


class _Page:
    """What is usual on the pages: the size of letters, the step between lines, the right edge."""

    def __init__(self, pages):
        pages = [page for page in pages if not isinstance(page, Grid)]
        lines = [line for page in pages for line in page]
        sizes = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0
        body = [line for line in lines if line.size == self.size]
        pairs = [pair for page in pages for pair in pairwise(page)]
        steps = [a.y - b.y for a, b in pairs if 0 < a.y - b.y < FARTHEST * a.size]
        self.step = _usual(steps) or 1.2 * self.size
        ends = sorted(line.end for line in body)
        self.edge = ends[int(ROOM * (len(ends) - 1))] if ends else 0
        self.words = Counter(w.casefold() for line in lines for w in WORD.findall(line.text))


def _usual(steps):
    """Return the step of lines within a paragraph: the smallest that is common."""
    rounded = Counter(round(step) for step in steps)
    common = [step for step, times in rounded.items() if times >= 0.1 * len(steps)]
    near = [step for step in steps if common and abs(step - min(common)) <= 1]
    return median(near) if near else 0


def to_paragraphs(pages):
    """Return the Joined paragraphs of the `pages` of lines; a Grid among these stays as it is."""
    usual, found, before = _Page(pages), [], None
    for page in pages:
        if isinstance(page, Grid):
            found.append(page)
            before = None
            continue
        for place, line in enumerate(page):
            is_first = place == 0
            goes_on = before and _goes_on(before, line, usual, is_first)
            if goes_on:
                _join(found[-1][1], line, usual)
                before = replace(before, line=line)
            else:
                blanks = _blanks(before, line, usual, is_first)
                found.append((Joined("", blanks, line.size, line.is_bold), [line.text]))
                before = _begun(line)
    joined = [one if isinstance(one, Grid) else _whole(*one) for one in found]
    return _with_headings(joined, usual)


def _whole(one, texts):
    return replace(one, text="".join(texts))


def _blanks(before, line, usual, is_first):
    """Return how many lines would fit in the gap above `line`; above a page, what ends one."""
    if is_first or not before:
        return PAGE_GAP
    step = before.y - line.y
    return max(1, round(step / usual.step) - 1) if step > LOOSE * usual.step else 0


@dataclass(frozen=True)
class _Before:
    """The line above: where its paragraph and its value began, and whether that is an item."""

    line: object
    start: float
    value_at: float | None
    is_item: bool

    @property
    def y(self):
        return self.line.y


def _begun(line):
    """Return the _Before of a line that begins a paragraph."""
    value_at = line.cells[1][0] if len(line.cells) == 2 else None
    text = line.cells[0][1]
    is_item = bool(shapes.bullet(text) or shapes.number(text))
    return _Before(line, line.x, value_at, is_item)


def _goes_on(before, line, usual, is_first):
    """Whether `line` continues the paragraph, or the value of a row, that is above it."""
    above, text = before.line, line.text
    if line.size != above.size or (line.is_bold != above.is_bold and not above.has_columns):
        return False
    step = above.y - line.y
    is_near = is_first or 0 < step <= LOOSE * usual.step * max(line.size / usual.size, 1)
    if not is_near or shapes.bullet(text) or shapes.number(text) or line.has_columns:
        return False
    if before.value_at is not None:
        return abs(line.x - before.value_at) <= INDENT
    if line.x < before.start - INDENT or (line.x > before.start + INDENT and not before.is_item):
        return False
    if is_first and above.text.endswith(SENTENCE_ENDS):
        return False
    return _is_full(above, line, usual)


def _is_full(above, line, usual):
    """Whether the first word of `line` had no room on the line above, or goes on in a sentence."""
    first = line.text.split()[0]
    room = usual.edge - above.end
    if line.size > usual.size or line.is_bold:
        return not above.text.endswith(SENTENCE_ENDS)
    if first[0].islower() and BROKEN.search(above.text):
        return True
    is_long = above.end - above.x > MOST_OF_LINE * (usual.edge - above.x)
    if first[0].islower() and is_long and not above.text.endswith(SENTENCE_ENDS[:3]):
        return True
    return width(f" {first}", line.size, "") > room * ROOM


def _join(texts, line, usual):
    """Put a line after the `texts` above; a word that is broken at the end is made whole."""
    broken = BROKEN.search(texts[-1])
    first = WORD.match(line.text)
    if not broken or not first or not first[0][0].islower():
        texts.append(f" {line.text}")
        return
    if texts[-1][-1] == "\u00ad" or _is_broken(broken[1], first[0], usual.words):
        texts[-1] = texts[-1][:-1]
    texts.append(line.text)


def _is_broken(start, end, words):
    """Whether "inter-" and "national" are one word, as "long-" and "term" are not."""
    start, end = start.casefold(), end.casefold()
    if words[f"{start}{end}"]:
        return True
    return not words[f"{start}-{end}"] and not (words[start] > 0 and words[end] > 1)


def _with_headings(found, usual):
    """Mark as headings what is larger than the text, by rank; and bold what is bold."""
    sizes = {one.size for one in found if not isinstance(one, Grid)}
    larger = {size for size in sizes if size > LARGER * usual.size}
    ranks = {size: rank for rank, size in enumerate(sorted(larger, reverse=True), start=1)}
    return [one if isinstance(one, Grid) else _marked(one, ranks.get(one.size)) for one in found]


def _marked(one, rank):
    one = replace(one, text="\t".join(as_typed(cell) for cell in one.text.split("\t")))
    words = " ".join(one.text.split())
    if rank and len(words) <= LONGEST_HEADING:
        return replace(one, text=words, given=Heading(words, rank))
    if one.is_bold and "\t" not in one.text and "*" not in words:
        return replace(one, text=f"**{words}**")
    return one
