"""What a table of a Word document is: a form, answers to recommendations, or a table. Pure."""

from dataclasses import dataclass, replace
from itertools import pairwise

from .. import shapes, vocabulary, voices
from ..elements import Cell, Field, Frame, Heading, Paragraph, Table
from ..marks import printed
from ..tokens import elements_of
from .answers import answers
from .boxes import ticked
from .cards import answered, parted, states, upright
from .grids import Grid
from .heads import heads_of
from .shades import say_colour
from .spans import bold
from .squares import Square
from .told import Left
from .turned import by_row

MOST_FORM_COLUMNS = (2, 4)
SHARE_OF_ROWS = 0.6
MOST_OF_FIGURE = 60
FEWEST_WORDS = 5
MOST_ROWS_OF_LETTERHEAD = 3


@dataclass
class Tables:
    """Tells what tables are; `told` takes note of what is left out of their cells."""

    told: object

    def elements(self, blocks):
        """Return the elements of the blocks of a cell, a table in it row by row."""
        found = []
        for block in blocks:
            if isinstance(block, Grid):
                found += [Paragraph(_row_in_words(row)) for row in self._squares(block)]
            elif block.given is not None:
                found.append(_in_cell(block.given))
            else:
                found += [e for line in block.lines for e in self._of_line(line)]
        found = [element for element in found if element.text.strip()]
        return tuple(found or _marks(blocks))

    def _of_line(self, line):
        words, left = ticked(" ".join(line.split()))
        for each in left:
            self.told.leave(Left.UNTICKED, printed(each))
        return elements_of(words) if words else ()

    def things(self, grid, under=""):
        """Yield what `grid` holds in order: Fields, Answereds, a Table, or plain elements.

        `under` is the heading of a recommendation that it stands under, or "".
        """
        rows = self.rows(grid)
        if not rows:
            return
        turned = by_row(rows)
        if turned and (heads := heads_of(turned, ())):
            yield from self._of_heads(turned, heads, grid)
        elif parts := parted(upright(rows, under), under):
            before, cards = parts
            yield from _otherwise(before, grid.heads)
            for card in cards:
                self._say_colours(card, states(card))
                yield replace(answered(card, under), instead=tuple(_otherwise(card, grid.heads)))
        else:
            yield from self._of_heads(rows, heads_of(rows, grid.edges), grid)

    def _of_heads(self, rows, heads, grid):
        """Yield what `rows` hold under `heads`, which are None where they answer nothing."""
        below = rows[heads.below :] if heads else ()
        if below:
            self._say_colours(below, {s for row in below for s in row if heads.is_state(s)})
            yield from answers(rows, heads)
        else:
            yield from _otherwise(rows, grid.heads)

    def rows(self, grid):
        """Return the rows of `grid` that hold anything, as Squares."""
        return [row for row in self._squares(grid) if any(square.elements for square in row)]

    def _say_colours(self, rows, squares):
        for row in rows:
            for square in row:
                if square in squares:
                    say_colour(square, row, self.told)

    def _squares(self, grid):
        """Return the rows of `grid` as Squares; a cell that goes on from above adds to that."""
        rows, owners = [], {}
        for row in grid.rows:
            squares = []
            for cell in row:
                square = Square(
                    list(self.elements(cell.blocks)), cell.column, cell.across, cell.shade
                )
                owner = owners.get(cell.column) if cell.goes_on else None
                if owner is None:
                    owners[cell.column] = square
                else:
                    square.go_on(owner)
                squares.append(square)
            rows.append(squares)
        return rows


def _otherwise(rows, heads):
    """Yield what a table is that answers no recommendations: elements, a form, or a Table."""
    if max((len(row) for row in rows), default=1) == 1:
        yield from _boxed([element for row in rows for element in row[0].elements])
    elif _is_letterhead(rows):
        yield from (element for row in rows for square in row for element in square.elements)
    elif _is_of_voices(rows):
        yield from _side_by_side(rows)
    elif is_form(rows) and not _is_of_figures(rows, heads):
        yield from _form(rows)
    else:
        yield _table(rows, heads)


def _boxed(elements):
    """Yield the `elements` of a box, those below a line that gives somebody the word as a Frame."""
    starts = [place for place, element in enumerate(elements[:-1]) if _gives_word(element)]
    yield from elements[: starts[0]] if starts else elements
    for start, end in pairwise([*starts, len(elements)]):
        yield Frame(voices.heading_of(elements[start].text), tuple(elements[start + 1 : end]))


def _is_letterhead(rows):
    """Whether an address, with how to reach who writes, stands in a few cells without labels."""
    squares = [square for row in rows for square in row if square.elements]
    lines = [element for square in squares for element in square.elements]
    is_short = all(
        isinstance(line, Paragraph) and len(line.text) <= MOST_OF_FIGURE for line in lines
    )
    is_block = len(rows) <= MOST_ROWS_OF_LETTERHEAD and len(lines) >= 2 * len(squares)
    return is_short and is_block and any(shapes.is_contact(line.text) for line in lines)


def _is_of_voices(rows):
    """Whether people speak side by side, each in a column under no more than who that is."""
    heads, below = rows[0], rows[1:]
    if any(len(row) != len(heads) for row in below):
        return False
    named = [vocabulary.speaker(square.label) for square in heads]
    is_said = all(any(_has_words(row[at]) for row in below) for at in range(len(heads)))
    return len(set(named)) > 1 and all(named) and bool(below) and is_said


def _has_words(square):
    return len(square.text.split()) >= FEWEST_WORDS


def _side_by_side(rows):
    """Yield a Frame for each column, with what stands under its heading."""
    for at, head in enumerate(rows[0]):
        elements = tuple(element for row in rows[1:] for element in row[at].elements)
        yield Frame(head.label, elements)


def _gives_word(element):
    return isinstance(element, Paragraph) and voices.gives_word(element.text)


def _in_cell(given):
    return Paragraph(bold(given.text)) if isinstance(given, Heading) else given


def _marks(blocks):
    """Yield the numbers by Word's own lists that a cell without any words shows."""
    for block in blocks:
        if not isinstance(block, Grid) and block.mark:
            yield Paragraph(block.mark)


def _row_in_words(row):
    return " – ".join(square.text for square in row if square.text)


def is_form(rows):
    """Whether most rows are a short label and its value, or two such pairs."""
    width = max(len(row) for row in rows)
    if width not in MOST_FORM_COLUMNS:
        return False
    pairs = [pair for row in rows if len(row) > 1 for pair in _pairs(row)]
    fitting = [pair for pair in pairs if _is_label(pair[0])]
    return len(fitting) >= SHARE_OF_ROWS * len(pairs) and _has_labels(pairs, width)


def _is_of_figures(rows, heads):
    """Whether a row of headings stands over nothing but short values, as in no form."""
    return heads > 0 and all(len(square.text) <= MOST_OF_FIGURE for row in rows for square in row)


def _pairs(row):
    return list(zip(row[::2], row[1::2], strict=False))


def _is_label(square):
    label = square.label
    has_letter = any(map(str.isalpha, label))
    return has_letter and len(label) <= shapes.LONGEST_LABEL and label[-1] not in ".;,"


def _has_labels(pairs, width):
    """Of two columns the first are labels; of four they have to look so: a colon, or bold."""
    if width == MOST_FORM_COLUMNS[0]:
        return True
    marked = [pair for pair in pairs if _is_marked(pair[0])]
    return len(marked) >= SHARE_OF_ROWS * len(pairs)


def _is_marked(square):
    text = square.text.strip()
    return text.endswith(":") or shapes.is_marked_heading(text)


def _form(rows):
    """Yield the rows of a form; one over its whole width is a heading or a paragraph."""
    for row in rows:
        if len(row) == 1 or (not any(square.elements for square in row[1:]) and row[0].across > 1):
            yield from _over_the_width(row[0])
            continue
        for label, value in _pairs(row):
            if label.elements and _is_label(label):
                yield Field(label.label, tuple(value.elements))
            else:
                yield from (*label.elements, *value.elements)
        if len(row) % 2:  # A cell that has none beside it.
            yield from row[-1].elements


def _over_the_width(square):
    words = square.label
    is_heading = len(square.elements) == 1 and shapes.heading(square.text)
    yield from [Heading(words, 1)] if is_heading else tuple(square.elements)


def _table(rows, heads):
    is_bold = all(_is_marked(square) for square in rows[0] if square.elements)
    heads = min(heads or int(is_bold), len(rows) - 1)
    made = (_cells(row, number < heads) for number, row in enumerate(rows))
    return Table(tuple(made), heads)


def _cells(row, is_head):
    seen = [square for square in row if square.owner is None]
    return tuple(Cell(_plain_head(s, is_head), s.across, s.down) for s in seen)


def _plain_head(square, is_head):
    return (Paragraph(square.label),) if is_head and square.elements else tuple(square.elements)
