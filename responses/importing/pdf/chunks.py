"""From pieces of text with their places on a page to its lines, from top to bottom. Pure."""

import re
from dataclasses import dataclass
from statistics import median

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
MONO = re.compile(r"mono|courier|consolas|typewriter", re.IGNORECASE)
NARROW, WIDE = frozenset("iljtfrI.,;:'’|!()[] "), frozenset("mwMW@%—")
# Parts of the height of the letters.
SAME_LINE, SPACE, COLUMN = 0.35, 0.12, 1.2
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\x00"))


@dataclass(frozen=True)
class Chunk:
    text: str
    x: float
    y: float
    size: float
    font: str = ""

    @property
    def is_bold(self):
        return bool(BOLD.search(self.font))

    @property
    def end(self):
        return self.x + width(self.text.rstrip(), self.size, self.font)


@dataclass(frozen=True)
class PageLine:
    """A line of a page: its cells with where each begins, its height and how large it is.

    `chunks` are what it was made of.
    """

    cells: tuple[tuple[float, str], ...]
    y: float
    size: float
    is_bold: bool
    end: float
    chunks: tuple[Chunk, ...] = ()

    @property
    def x(self):
        return self.cells[0][0]

    @property
    def text(self):
        return "\t".join(text for _, text in self.cells)

    @property
    def has_columns(self):
        return len(self.cells) > 1


def width(text, size, font):
    """Return about how wide `text` is: a PDF does not always say."""
    if MONO.search(font):
        return 0.6 * size * len(text)
    factor = 0.54 if BOLD.search(font) else 0.5
    parts = (0.28 if c in NARROW else 0.85 if c in WIDE else 0.66 if c.isupper() else factor
             for c in text)  # fmt: skip
    return size * sum(parts)


def to_lines(chunks):
    """Return the PageLines of the Chunks of one page."""
    rows = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.y, chunk.x)):
        if rows and abs(rows[-1][0].y - chunk.y) <= SAME_LINE * max(chunk.size, 1):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    lines = (_line(sorted(row, key=lambda chunk: chunk.x)) for row in rows)
    return [line for line in lines if line.cells]


def _line(row):
    size = max(chunk.size for chunk in row)
    cells = []
    for before, chunk in zip([None, *row], row, strict=False):
        text = chunk.text.translate(INVISIBLE)
        if before is None or chunk.x - before.end > COLUMN * size:
            cells.append((chunk.x, [text]))
        else:
            is_apart = chunk.x - before.end > SPACE * size
            cells[-1][1].append(f" {text}" if is_apart else text)
    texts = ((x, " ".join("".join(pieces).split())) for x, pieces in cells)
    cells = _with_mark(tuple((x, text) for x, text in texts if text))
    is_bold = all(chunk.is_bold for chunk in row)
    height = median(chunk.y for chunk in row)
    return PageLine(cells, height, size, is_bold, row[-1].end, tuple(row))


def _with_mark(cells):
    """A bullet or a number before its words is no column of its own."""
    is_mark = len(cells) > 1 and re.fullmatch(r"\W|o|\(?\w{1,3}[.)]|\d+(\.\d+)+", cells[0][1])
    if not is_mark:
        return cells
    (x, mark), (_, words), *others = cells
    return ((x, f"{mark} {words}"), *others)
