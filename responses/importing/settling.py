"""Tables whose rows answer nothing of the report stand as tables again. Pure."""

import re
from collections import Counter
from dataclasses import fields, replace

from . import columns
from .answering import is_about
from .elements import Answered, Cell, Paragraph, Table
from .fitting import shortened
from .marks import printed
from .pages import line_of

OF_FINDING = re.compile(r"rec|finding|afi|improvement|cause|\br\s?\d", re.IGNORECASE)
HEADINGS = {
    columns.LABEL: "Number",
    columns.ASKED: "Recommendation",
    columns.SAID: "Response",
    columns.STATUS: "State",
    columns.OWNER: "Owner",
    columns.DUE: "Due",
    columns.TOGETHER: "Answered together with",
}
STAYS = (
    "A table stays a table, since fewer than half of its rows fit recommendations of the report. "
    "Compare its headings and the order of its columns with the document: “{begin}”"
)
NO_CARDS = (
    "Tables that look like one for each recommendation stay as they are, since fewer than half of "
    "them fit recommendations of the report: “{begin}”"
)
MOVED = (
    "Between the rows of a table of answers stands “{begin}”: it is put into the text, and is no "
    "part of an answer. Look where it belongs."
)
BY_NUMBER = (
    "The rows of a table are taken for answers to recommendations by their numbers alone, which "
    "stand under “{heading}”: “{begin}”. Look whether they are the numbers of recommendations."
)
LONGEST_BEGIN, MOST_COLUMNS = 60, 30
EMPTY = Cell(())


def settled(source, findings):
    """Return `source` with each table of answers that is none to `findings` as a table.

    It is one if half of its rows or more fit a finding. Tables of one recommendation each are
    judged together.
    """
    cards = [line.given for line in source.lines if _is_card(line)]
    is_none = _few_fit(cards, findings)
    lines, notes = [], [NO_CARDS.format(begin=_begin(cards))] if is_none else []
    for run in _runs(source.lines):
        if any(map(_is_card, run)):
            lines += [one for line in run for one in (_instead(line) if is_none else [line])]
            continue
        rows = [line.given for line in run if isinstance(line.given, Answered)]
        table = _table(run) if _few_fit(rows, findings) else None
        if table is None:
            lines += run
            notes += _by_number(rows)
            notes += [
                MOVED.format(begin=_words(line)) for line in run if rows and _is_between(line)
            ]
            continue
        lines.append(replace(run[0], text=table.text, given=table))
        notes.append(STAYS.format(begin=_begin(rows)))
    return replace(source, lines=tuple(lines), notes=(*source.notes, *notes))


def _is_card(line):
    return isinstance(line.given, Answered) and bool(line.given.instead)


def _few_fit(rows, findings):
    rows = [one for row in rows for one in row.apart()]
    return 2 * sum(is_about(row, findings) for row in rows) < len(rows)


def _by_number(rows):
    """Yield the sentence on a table whose rows only count, and say of no recommendation."""
    rows = [one for row in rows for one in row.apart()]
    counts = [row for row in rows if row.numbered and not row.asked and not _names_one(row)]
    if counts and len(counts) == len(rows):
        yield BY_NUMBER.format(heading=rows[0].numbered, begin=_begin(rows))


def _names_one(row):
    return bool(OF_FINDING.search(f"{row.numbered} {row.label}"))


def _is_between(line):
    return not isinstance(line.given, Answered) and bool(line.text.strip())


def _words(line):
    return shortened(printed(line.text), LONGEST_BEGIN)


def _begin(rows):
    return shortened(printed(rows[0].text), LONGEST_BEGIN)


def _instead(line):
    """Return the lines of a table that is none of a recommendation, as it is otherwise."""
    if not _is_card(line):
        return [line]
    return [line_of(line.number, thing, line.blanks) for thing in line.given.instead]


def _runs(lines):
    """Divide `lines` into those of one table, from its first row to its last, and each other.

    The lines of one table count on without a gap, and after a table is one.
    """
    run = []
    for line in lines:
        if run and line.number != run[-1].number + 1:
            yield from _to_last_row(run)
            run = []
        if run or isinstance(line.given, Answered):
            run.append(line)
        else:
            yield [line]
    yield from _to_last_row(run)


def _to_last_row(run):
    rows = [place for place, line in enumerate(run) if isinstance(line.given, Answered)]
    end = rows[-1] + 1 if rows else 0
    if rows:
        yield run[:end]
    yield from ([line] for line in run[end:])


def _table(run):
    """Return the Table of the lines of a `run`, None where it has more columns than any.

    A line that is no row is one over the width.
    """
    rows = [row for line in run for row in _rows(line)]
    used = {key: None for row in rows if isinstance(row, dict) for key in row}
    if len(used) > MOST_COLUMNS:
        return None
    keys = sorted(used, key=lambda key: _ORDER.index(key[0]))
    head = tuple(Cell((Paragraph(_heading(key)),)) for key in keys)
    made = [head]
    for row in rows:
        if isinstance(row, tuple):
            made.append((Cell(row, across=len(keys)),))
        else:
            made.append(tuple(Cell(row[key]) if key in row else EMPTY for key in keys))
    return Table(tuple(made), heads=1)


def _rows(line):
    """Return the rows that a line is: what `_row` makes of one, or what is over the width."""
    if isinstance(line.given, Answered):
        return [_row(one) for one in line.given.apart()]
    return [(line.given or Paragraph(line.text),)]


_ORDER = (columns.LABEL, columns.ASKED, columns.SAID, "rest", *list(HEADINGS)[3:])


def _heading(key):
    kind, label, _ = key
    return label if kind == "rest" else label or HEADINGS[kind]


def _row(answered):
    """Return {column: elements} of a row, each column as (kind, heading, which of that heading)."""
    found = {}
    for field in fields(answered):
        value = getattr(answered, field.name)
        if field.name in HEADINGS and value:
            elements = (Paragraph(value),) if isinstance(value, str) else value
            heading = answered.under if field.name == columns.SAID else ""
            found[field.name, heading, 0] = elements
    times = Counter()
    for other in answered.rest:
        found["rest", other.label, times[other.label]] = other.value
        times[other.label] += 1
    return found
