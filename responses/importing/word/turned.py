"""Tables of recommendations that are laid out otherwise: by columns, or in two halves. Pure."""

from .. import columns, labels
from .squares import Square

FEWEST_IN_TWO = 4


def by_row(rows):
    """Return `rows` of Squares with a recommendation a row, or None where they are not turned.

    Each has a column of its own under its number, or the right half of the table goes on with
    what the left one has, under the same headings.
    """
    width = len(rows[0])
    is_plain = all(len(row) == width and not any(map(_is_merged, row)) for row in rows)
    if not is_plain or len(rows) < 2:
        return None
    if _is_by_column(rows):
        return [_in_place(row) for row in zip(*rows, strict=True)]
    half = width // 2
    if _is_in_halves(rows[0], half):
        parts = (part for row in rows[1:] for part in (row[:half], row[half:]))
        below = (part for part in parts if any(square.elements for square in part))
        return [rows[0][:half], *map(_in_place, below)]
    return None


def _is_merged(square):
    return square.across > 1 or square.owner is not None or bool(square.below)


def _is_by_column(rows):
    """Whether the first row names a recommendation in each cell but the first.

    Beside an empty cell, or one that says that they are recommendations, a number or words name
    one too, if the answers below are in words.
    """
    first, *named = [square.label for square in rows[0]]
    said = [row for row in rows[1:] if columns.kind_of(row[0].label) == columns.SAID]
    if not said or not len(set(named)) == len(named) > 1:
        return False
    if all(map(labels.bare, named)):
        return True
    is_headed = columns.kind_of(first) in (columns.LABEL, columns.ASKED)
    is_named = all(map(labels.SOLE.fullmatch, named)) or (first and all(map(_is_of_words, named)))
    return bool(is_headed and is_named) and any(map(_is_in_words, said))


def _is_of_words(name):
    return len(name.split()) >= columns.FEWEST_WORDS and not columns.kind_of(name)


def _is_in_words(row):
    """Whether half of the cells of a `row` beside its label hold words, as figures do not."""
    cells = [square.text for square in row[1:] if square.elements]
    words = [text for text in cells if len(text.split()) >= columns.FEWEST_WORDS]
    return bool(words) and 2 * len(words) >= len(cells)


def _is_in_halves(heads, half):
    """Whether the headings on the right are those on the left again, with one of answers."""
    names = [square.label.casefold() for square in heads]
    is_twice = len(names) >= FEWEST_IN_TWO and names[:half] == names[half:]
    return is_twice and columns.SAID in map(columns.kind_of, names[:half])


def _in_place(row):
    return [
        Square(square.own, column=place, shade=square.shade) for place, square in enumerate(row)
    ]
