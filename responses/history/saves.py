"""From the rows of a history to the saves that people made. Pure.

A save of one page writes many rows, some of them twice. What one person wrote within
moments is told as one save, and of each thing only how it was before and after.
"""

import datetime
from collections.abc import Hashable
from dataclasses import dataclass

# Rows of one save follow each other at once; two saves of one person do not.
TOGETHER = datetime.timedelta(seconds=2)

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True)
class Row:
    """One row of a history: a thing as it was written, or removed, by somebody at a moment.

    `thing` tells things apart; `values` are its fields by name. `is_first` says that the
    row began the thing, and not that its earlier rows are unknown. One that
    `is_before` is not told: it says how the thing was before those that are.
    """

    thing: Hashable
    at: datetime.datetime
    by: int | None
    values: dict
    is_first: bool = False
    is_removal: bool = False
    is_before: bool = False


@dataclass(frozen=True)
class Step:
    """What a save did to one thing; `before` is None where it was not there or is not known.

    Of a thing that was removed, `after` is what it last said.
    """

    how: str
    thing: Hashable
    before: dict | None
    after: dict


@dataclass(frozen=True)
class Save:
    at: datetime.datetime
    by: int | None
    steps: tuple[Step, ...]


def saves(rows):
    """Return the saves that `rows` record, the oldest first; what changed nothing tells none."""
    known, found = {}, []
    for group in _groups(sorted(rows, key=lambda row: row.at)):
        steps = tuple(_steps(group, known))
        if steps:
            found.append(Save(group[0].at, group[0].by, steps))
    return found


def _groups(rows):
    group = []
    for row in rows:
        if group and (row.by != group[-1].by or row.at - group[-1].at > TOGETHER):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _steps(group, known):
    """Yield what the rows of one save did; `known` holds each thing as it was before."""
    things = {}
    for row in group:
        things.setdefault(row.thing, []).append(row)
    for thing, rows in things.items():
        before, last = known.get(thing), rows[-1]
        if last.is_removal:
            known.pop(thing, None)
        else:
            known[thing] = last.values
        # The row of a removal no longer knows to what the thing was joined.
        is_known = last.is_removal and before is not None
        if how := _how(before, rows):
            yield Step(how, thing, before, before if is_known else last.values)


def _how(before, rows):
    """Return what happened to a thing, or "" where nothing did that anybody could see."""
    if rows[-1].is_before:
        return ""
    if rows[-1].is_removal:
        return "" if rows[0].is_first else REMOVED
    if rows[0].is_first:
        return ADDED
    return CHANGED if before != rows[-1].values else ""
