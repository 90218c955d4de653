"""Tables without borders, known by a line of headings over columns that stay clear. Pure."""

from itertools import pairwise

from .. import columns, labels, vocabulary
from ..word.grids import Grid, GridCell
from .cells import blocks_of

NEAR = 4.0
# Parts of the height of the letters: words that are nearer are of one cell.
SPACE = 0.5
FEWEST_COLUMNS, MOST_COLUMNS = 2, 12
GAP = 1.35
OF_WHAT, SAID = {columns.LABEL, columns.ASKED}, {columns.SAID, columns.STATUS}


def tables(lines):
    """Return the `lines` of a page in parts: lists of lines, and the Grids of such tables."""
    parts, start, place = [], 0, 0
    while place < len(lines):
        grid, end = _table(lines, place)
        if grid is None:
            place += 1
            continue
        parts += [lines[start:place]] if lines[start:place] else []
        parts.append(grid)
        start = place = end
    return [*parts, lines[start:]] if lines[start:] else parts


def _table(lines, place):
    """Return the Grid below the headings at a `place` and where it ends, or (None, place)."""
    head = lines[place]
    starts = _starts(head)
    if not FEWEST_COLUMNS <= len(starts) <= MOST_COLUMNS:
        return None, place
    for first in (place + 1, place + 2):
        heads = _in_columns(lines[place:first], starts)
        names = [" ".join(chunk.text.strip() for chunk in chunks) for chunks in heads]
        below = _below(lines[first:], starts, head)
        rows = _rows(below, starts, names) if _are_heads(names) else None
        if rows:
            made = [_row(heads), *(_row(_in_columns(row, starts)) for row in rows)]
            right = max(line.end for line in below)
            edges = (*map(round, starts), round(max(right, starts[-1] + 1)))
            return Grid(tuple(made), edges=edges), first + len(below)
    return None, place


def _starts(line):
    """Return where the cells of a line begin."""
    first, *others = line.chunks
    starts, end = [first.x], first.end
    for chunk in others:
        if chunk.x - end > SPACE * line.size:
            starts.append(chunk.x)
        end = max(end, chunk.end)
    return starts


def _are_heads(names):
    """Whether the `names` say of what and what is answered, or are two who speak."""
    whole = [name if columns.kind_of(name) else name.replace(" ", "") for name in names]
    kinds = set(columns.kinds_of(whole).values())
    voices = [vocabulary.speaker(name) for name in names]
    return bool(kinds & OF_WHAT and kinds & SAID) or _are_voices(voices)


def _are_voices(voices):
    return all(voices) and len(set(voices)) == len(voices)


def _below(lines, starts, head):
    """Return the first of the `lines` that stand in the columns, up to one that does not."""
    found = []
    for line in lines:
        is_title = line.size > head.size or (line.is_bold and len(_starts(line)) == 1)
        if is_title or not _fits(line, starts):
            break
        found.append(line)
    return found


def _fits(line, starts):
    """Whether nothing in a `line` goes over where a column begins, or stands left of the first."""
    places = [_column(chunk, starts) for chunk in line.chunks]
    ends = [*starts[1:], float("inf")]
    is_within = all(
        chunk.end <= ends[place] + line.size / 2
        for chunk, place in zip(line.chunks, places, strict=True)
    )
    return is_within and line.chunks[0].x >= starts[0] - NEAR


def _column(chunk, starts):
    return max(sum(start <= chunk.x + NEAR for start in starts) - 1, 0)


def _in_columns(lines, starts):
    """Return the Chunks of `lines` in each column."""
    found = [[] for _ in starts]
    for line in lines:
        for chunk in line.chunks:
            found[_column(chunk, starts)].append(chunk)
    return found


def _rows(lines, starts, names):
    """Return `lines` in rows, each of which begins in the first column; None where it is unsure.

    Where two speak side by side, all is one row.
    """
    if not lines or any(not chunks for chunks in _in_columns(lines, starts)):
        return None
    if _are_voices([vocabulary.speaker(name) for name in names]):
        return [lines]
    places = _numbered(lines, starts) or _after_gaps(lines, starts)
    if not places or places[0] != 0:
        return None
    return [lines[start:end] for start, end in pairwise([*places, len(lines)])]


def _numbered(lines, starts):
    """Return the places of `lines` that begin with a number, or a label, of a recommendation."""
    first = [_in_columns([line], starts)[0] for line in lines]
    texts = [" ".join(chunk.text.strip() for chunk in chunks) for chunks in first]
    return [place for place, text in enumerate(texts) if text and labels.apart(text)[0]]


def _after_gaps(lines, starts):
    """Return the places where all columns begin at one height, after a gap; () where one does not.

    Columns of a newspaper have gaps as well, but each at its own heights.
    """
    last, step = {}, min((a.y - b.y for a, b in pairwise(lines)), default=0)
    found = [0]
    for place, line in enumerate(lines):
        columns_here = {_column(chunk, starts) for chunk in line.chunks}
        gaps = [last[at] - line.y > GAP * step for at in columns_here if at in last]
        if place and any(gaps):
            if len(columns_here) < len(starts):
                return ()
            found.append(place)
        last |= dict.fromkeys(columns_here, line.y)
    return found if found[1:] else ()


def _row(cells):
    """Return the GridCells of Chunks by column."""
    return tuple(GridCell(blocks_of(chunks), place) for place, chunks in enumerate(cells))
