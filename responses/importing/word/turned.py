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
    """Whether the first row names a recommendation in each cell but the first."""
    _, *named = [square.label for square in rows[0]]
    is_named = len(set(named)) == len(named) > 1 and all(map(labels.bare, named))
    return is_named and columns.SAID in {columns.kind_of(row[0].label) for row in rows[1:]}


def _is_in_halves(heads, half):
    """Whether the headings on the right are those on the left again, with one of answers."""
    names = [square.label.casefold() for square in heads]
    is_twice = len(names) >= FEWEST_IN_TWO and names[:half] == names[half:]
    return is_twice and columns.SAID in map(columns.kind_of, names[:half])


def _in_place(row):
    return [
        Square(square.own, column=place, shade=square.shade) for place, square in enumerate(row)
    ]
