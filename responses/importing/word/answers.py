"""A table of recommendations of a Word document, row by row: each cell under its heading. Pure.

A cell over several rows is of all of them: where it is the answer, it is one to several
recommendations.
"""

from dataclasses import replace

from .. import columns, labels, passages, shapes, vocabulary, voices
from ..elements import Answered, Field, Paragraph
from .heads import OF_TEXT
from .squares import Square

IDENTITY = (columns.LABEL, columns.ASKED)
SHORT = (columns.LABEL, columns.STATUS, columns.OWNER, columns.DUE, columns.TOGETHER)


def answers(rows, heads):
    """Return what is above the headings, then an Answered for each recommendation below.

    A row over the whole width that begins with the label of an answer, or of who speaks, is of
    the recommendation above it; any other stands in the text.
    """
    made = [element for square in heads.above for element in square.elements]
    found = []
    for row in rows[heads.below :]:
        if len(row) == 1 and len(heads.squares) > 1:
            made += _answered(found, heads)
            found = []
            _put_below(made, row[0].elements)
        elif found and _goes_on(row, heads):
            found[-1].append(row)
        else:
            found.append([row])
    return [*made, *_answered(found, heads)]


def _put_below(made, elements):
    """Put the `elements` of a row over the whole width below what is `made` of those above it."""
    field = _labelled(elements)
    if field and made and isinstance(made[-1], Answered):
        made[-1] = replace(made[-1], rest=(*made[-1].rest, field))
    else:
        made += elements


def _labelled(elements):
    """Return the Field of `elements` that begin with the label of an answer, or None."""
    first, *others = elements
    if not isinstance(first, Paragraph):
        return None
    if others and passages.is_of_answer(label := voices.heading_of(first.text)):
        return Field(label, tuple(others))
    label, words = passages.begun(first.text)
    return Field(label, (Paragraph(words), *others)) if label else None


def _goes_on(row, heads):
    """Whether a row is of the recommendation above: it names none, and a cell goes on over it."""
    named = any(s.elements for s in row if heads.kind(s) in IDENTITY)
    return not named and any(s.owner and heads.kind(s) in (*IDENTITY, columns.SAID) for s in row)


def _answered(found, heads):
    """Yield an Answered for each recommendation, of which the rows are `found`, or for several.

    One that has no answer of its own shares that of a cell above which goes on over it.
    """
    groups, group_of = [], {}
    for rows in found:
        group = _group_above(rows, heads, group_of)
        if group is None:
            group = []
            groups.append(group)
            group_of |= dict.fromkeys(_squares(rows), group)
        group.append(rows)
    for group in groups:
        yield _joint(group, heads) if len(group) > 1 else _one(group[0], heads)


def _group_above(rows, heads, group_of):
    """Return the group whose first rows go on over each answer of `rows`, or None.

    `group_of` is the group of each Square of such first rows.
    """
    said = (square for square in _squares(rows) if heads.kind(square) == columns.SAID)
    above = [group_of.get(None if square.own else square.owner) for square in said]
    return above[0] if above and all(group is above[0] for group in above) else None


def _squares(rows):
    return {square for row in rows for square in row}


def _joint(group, heads):
    """Return one Answered of what goes on over the `group`, with the rest of each by itself."""
    shared = [s for s in group[0][0] if s.below and heads.kind(s) in (columns.SAID, None)]
    cells = [_cell(Square(s.own), s, heads) for s in shared]
    return replace(filled(cells), rows=tuple(_one(rows, heads, shared) for rows in group))


def _one(rows, heads, shared=()):
    """Return the Answered of the `rows` of one recommendation, without what is `shared`.

    What stands in a further column over all of these rows follows them.
    """
    within = _squares(rows).difference(shared)
    made, last = [], []
    for row in rows:
        cells = []
        for square in row:
            if square in shared or (square.owner in shared and not square.own):
                continue
            kind = heads.kind(square)
            cell = _cell(Square(_elements(square, within, kind)), square, heads)
            is_over_all = not kind and 1 < len(rows) == len(within.intersection(square.below)) + 1
            (last if is_over_all else cells).append(cell)
        made.append(_by_whom(filled(cells)))
    return _joined(made, filled(last).rest, heads.name_of(columns.SAID))


def _elements(square, within, kind):
    """Return what a square says of a recommendation that has the squares `within`.

    A cell from above that goes on over others too says the same of each, but for an answer,
    which is one, and but for what stands in their own place.
    """
    if square.owner is None:
        return [e for each in (square, *square.below) if each in within for e in each.own]
    if square.owner in within:
        return []
    is_of_each = kind not in (*IDENTITY, columns.SAID)
    return square.own or (square.owner.own if is_of_each else [])


def _cell(piece, square, heads):
    place = heads.place(square)
    heading = None if place is None else heads.names[place]
    return heads.kinds.get(place), heading, piece


def filled(cells):
    """Return the Answered that `cells` make, each (kind or None, heading or None, Square)."""
    cells = tuple(cells)
    kinds = {kind for kind, _, _ in cells}
    values = dict.fromkeys((*OF_TEXT, "rest"), ()) | dict.fromkeys(SHORT, "")
    for kind, heading, square in cells:
        if kind in OF_TEXT:
            values[kind] += tuple(square.elements)
            if kind == columns.SAID and square.elements:
                values["under"] = heading or ""
        elif kind:
            words = _words(kind, square)
            values[kind] = "; ".join(filter(None, (values[kind], words)))
            if kind == columns.LABEL and columns.ASKED not in kinds:
                values["numbered"] = heading or ""
        elif square.elements:
            values["rest"] += (Field(heading or "", tuple(square.elements)),)
    return Answered(**values)


def _words(kind, square):
    lines = [shapes.without_marks(element.text) for element in square.elements]
    return labels.one_below_another(lines) if kind == columns.LABEL else " ".join(lines)


def _by_whom(answered):
    """Return a row with its answer under the name of who gives it, where a column says that.

    To whom the recommendation is addressed, and of which force it is, says nothing of that.
    """
    named = (one for one in answered.rest if vocabulary.speaker_alone(one.words))
    who = next((one for one in named if not columns.ADDRESSED.fullmatch(one.label)), None)
    if who is None or not answered.said:
        return answered
    rest = (Field(who.words, answered.said), *(one for one in answered.rest if one is not who))
    return replace(answered, said=(), under="", rest=rest)


def _joined(rows, last, name):
    """Return one Answered of all the `rows` of one recommendation, with `last` after their rest.

    Where several answer, with something beside, each has what is beside it, under its heading;
    `name` is that of the answers.
    """
    together = {
        kind: "; ".join(filter(None, (getattr(row, kind) for row in rows)))
        for kind in ("status", "owner", "due", "together")
    }
    said = tuple(element for row in rows for element in row.said)
    rest = tuple(field for row in rows for field in row.rest)
    if rest and sum(bool(row.said) for row in rows) > 1:
        pairs = (((Field(name, row.said),) if row.said else ()) + row.rest for row in rows)
        said, rest = (), tuple(field for pair in pairs for field in pair)
    under = next((row.under for row in rows if row.said), "") if said else ""
    return replace(rows[0], said=said, under=under, rest=(*rest, *last), **together)
