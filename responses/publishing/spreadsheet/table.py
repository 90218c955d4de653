"""A table for programs, as both writers of it are given it. Pure."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A heading, the width in letters that suits it, and what makes the text of a cell."""

    heading: str
    width: int
    text: Callable


@dataclass(frozen=True)
class Table:
    """Rows, each a text for each of `columns`; `sheet` is what a workbook calls the sheet."""

    title: str
    creator: str
    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def headings(self):
        return tuple(column.heading for column in self.columns)
