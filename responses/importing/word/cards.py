"""Tables of a Word document that hold one recommendation each: a label and a value a row. Pure.

Several may stand one below the other in one table. A label says what its row is, as the
heading of a column does in a table of many recommendations.
"""

import re
from itertools import pairwise

from .. import columns, labels
from ..elements import Numbered, Paragraph
from ..matching import OTHER_KIND, plain_label
from .answers import filled
from .squares import Square

WIDTHS = (1, 2, 4)
NAMES_ONE = re.compile(r"\b(?:rec|recommendation|finding|afi|area for improvement|cause)\b", re.I)
OF_REPORT = re.compile(r"\btitle\b", re.I)
STANDING = frozenset({columns.STATUS, columns.OWNER, columns.DUE})


def upright(rows, under=""):
    """Return `rows` with each row of headings over one row of cells as a row for each heading.

    A row above that names a recommendation says of which it is, or the heading that the table
    stands `under`; any other table is returned as it is.
    """
    made, place, is_named = [], 0, bool(under)
    while place < len(rows):
        row, below, *further = *rows[place : place + 3], None, None
        is_one = is_named and _is_over_one(row, below, further[0])
        if is_one:
            made += ([head, cell] for head, cell in zip(row, below, strict=True))
        else:
            made.append(row)
            is_named = _names_one(row)
        place += 2 if is_one else 1
    return made


def _is_over_one(row, below, further):
    """Whether a `row` of headings stands over one row, before what names a recommendation."""
    kinds = [columns.kind_of(square.label) if square.label else None for square in row]
    if len(row) < 2 or not all(kinds) or columns.SAID not in kinds:
        return False
    is_alone = further is None or _names_one(further)
    return below is not None and len(below) == len(row) and is_alone and not _names_one(below)


def _names_one(row):
    return _is_name(row[0].label) or (len(row) == 1 and bool(_number(row)))


def parted(rows, under=""):
    """Return the `rows` of Squares before the first recommendation, and those of each.

    None where it is no such table: each recommendation has one number, or all their words
    alone, and each has a row for an answer or a state. Where no row names one, all rows are of
    that which the table stands `under`.
    """
    if any(len(row) not in WIDTHS or _is_of_headings(row) for row in rows):
        return None
    numbers = [_number(row) for row in rows]
    is_numbered = any(numbers)
    starts = _starts(rows, numbers if is_numbered else [_asks(row) for row in rows])
    if under and not is_numbered and len(starts) < 2:
        return ([], [rows]) if columns.SAID in _kinds_in(rows) else None
    parts = list(pairwise([*starts, len(rows)]))
    is_one_each = all(len(set(filter(None, numbers[a:b]))) <= 1 for a, b in parts)
    cards = [rows[start:end] for start, end in parts]
    if cards and is_one_each and all(_is_card(card, is_numbered) for card in cards):
        return rows[: starts[0]], cards
    return None


def answered(rows, under=""):
    """Return the Answered that the `rows` of one recommendation are, which may stand `under` it."""
    cells = _cells(rows)
    if under and not any(map(_number, rows)):
        cells = [("", Square([Paragraph(under)])), *cells]
    kinds = _kinds(cells)
    return filled((kinds.get(at), heading, square) for at, (heading, square) in enumerate(cells))


def states(rows):
    """Return the Squares that say the state of a recommendation."""
    cells = _cells(rows)
    return {cells[at][1] for at, kind in _kinds(cells).items() if kind == columns.STATUS}


def _is_of_headings(row):
    return len(row) == WIDTHS[-1] and all(s.label and columns.kind_of(s.label) for s in row)


def _starts(rows, begins):
    """Return where the recommendations begin: where a row names one after an answer.

    What stands over the name of the only one is its own too, where its label says so.
    """
    starts, is_answered = [], False
    for place, row in enumerate(rows):
        if begins[place] and (is_answered or not starts):
            starts, is_answered = [*starts, place], False
        is_answered = is_answered or bool(_kinds_in([row]) & {columns.SAID, columns.STATUS})
    while len(starts) == 1 and starts[0] and _is_of_one(rows[starts[0] - 1]):
        starts = [starts[0] - 1]
    return starts


def _is_of_one(row):
    names = [label.label for label, _ in _pairs(row)]
    kinds = {None if OF_REPORT.search(name) else columns.kind_of(name) for name in names}
    return bool(kinds) and not kinds & {None, columns.LABEL}


def _is_card(rows, is_numbered):
    kinds = _kinds_in(rows)
    if not is_numbered:
        return columns.SAID in kinds and bool(kinds & STANDING)
    names_one = any(NAMES_ONE.search(square.label) for square in rows[0])
    is_answered = kinds & {columns.SAID, columns.STATUS}
    return bool(is_answered) and (names_one or bool(kinds & {columns.ASKED, columns.STATUS}))


def _kinds_in(rows):
    return set(_kinds(_cells(rows)).values())


def _kinds(cells):
    return columns.kinds_of([heading for heading, _ in cells])


def _pairs(row):
    return list(zip(row[::2], row[1::2], strict=False))


def _number(row):
    """Return the number, or the numbers, of what a `row` names, "" where it names nothing."""
    if len(row) == 1:
        printed = labels.ABOUT.fullmatch(row[0].label)
        return _plain(printed["label"]) if printed else ""
    return next(filter(None, (_plain(_label(*pair)) for pair in _pairs(row))), "")


def _plain(label):
    return ", ".join(labels.several(label)) or plain_label(label)


def _label(name, value):
    """Return the number that a label or its value says: "1", "Recommendation 1"; "" for none."""
    if _is_name(name.label):
        return name.label
    kind = columns.kind_of(name.label) if name.label else None
    is_of_one = kind == columns.LABEL or (kind == columns.ASKED and NAMES_ONE.search(name.label))
    if not is_of_one or _is_list(value):
        return ""
    return labels.apart(_with_mark(value))[0]


def _is_name(text):
    printed = labels.ABOUT.fullmatch(text)
    return bool(printed) and not printed["words"]


def _is_list(value):
    return sum(isinstance(e, Numbered) and not e.level for e in value.elements) > 1


def _with_mark(value):
    first = value.elements[0] if value.elements else None
    return f"{first.mark} {value.text}" if isinstance(first, Numbered) else value.text


def _asks(row):
    """Whether a `row` gives the words of one recommendation."""
    return any(
        columns.kind_of(name.label) == columns.ASKED
        and NAMES_ONE.search(name.label)
        and not _is_list(value)
        for name, value in _pairs(row)
    )


def _cells(rows):
    """Return pairs of a heading and a Square: "" over a number, None over what has no heading.

    What stands beside an empty label, or one that goes on from above, adds to the value before.
    """
    cells = []
    for row in rows:
        if len(row) == 1:
            cells.append(("" if _number(row) else None, row[0]))
        for name, value in _pairs(row):
            if cells and not name.label:
                heading, before = cells[-1]
                cells[-1] = heading, Square([*before.elements, *value.elements])
            else:
                cells += _of_pair(name, value)
    return cells


def _of_pair(name, value):
    """Yield the cells of a label and its value, the number by itself where it says its kind."""
    label = _label(name, value)
    if _is_name(name.label):
        yield "", name
        yield "Recommendation", value
    elif label and label == value.text:
        is_other = OTHER_KIND.search(name.label)
        yield "", Square([Paragraph(f"{name.label} {label}")]) if is_other else value
    else:
        yield name.label, value
