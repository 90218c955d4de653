"""What a cell of a spreadsheet says, whatever it is about: text, one of a few, a date. Pure.

A cell is text or a day. What reads one raises ValueError with a sentence for the person who
wrote it.
"""

import datetime
import re

from ..partial_dates import PartialDate, parse

LONGEST = 5000
EXCEL_MONTH = re.compile(r"([A-Za-z]{3})-(\d{2})")
# Programs take a text that begins so for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

# What no XML can hold, and so no workbook.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text):
    """Return `text` without what a workbook cannot hold, its lines parted by one sign."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text):
    """Return `text` with an apostrophe before it where a program would take it for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text


def unescaped(text):
    """Return what `escaped` was given."""
    is_escaped = text.startswith("'") and text.lstrip("'").startswith(FORMULA_SIGNS)
    return text[1:] if is_escaped else text


def choice(choices, *, is_needed=False):
    """Return what reads one of `choices` by its label, in whatever case."""
    by_label = {label.lower(): value for value, label in choices.choices}
    labels = ", ".join(choices.labels)

    def read(cell):
        text = words(cell)
        if not text and not is_needed:
            return ""
        if text.lower() not in by_label:
            what = f"“{text}” is none of" if text else "Write one of"
            raise ValueError(f"{what} these: {labels}.")
        return by_label[text.lower()]

    return read


def words(cell):
    """Return the text of a cell; a day in it in words."""
    is_day = isinstance(cell, datetime.date)
    text = PartialDate.of(cell).words if is_day else printable(cell).strip()
    if len(text) > LONGEST:
        raise ValueError(f"This is longer than {LONGEST} characters.")
    return text


def up_to(most):
    """Return what reads a text of at most so many characters."""

    def read(cell):
        text = words(cell)
        if len(text) > most:
            raise ValueError(f"This is longer than {most} characters.")
        return text

    return read


def day(cell):
    """Return the day in a cell, or None where it is blank."""
    date = partly(cell)
    if not date:
        return None
    if not date.is_day:
        raise ValueError(f"“{cell}” is not a day. Write it like 15 April 2026.")
    return date.earliest


def partly(cell):
    """Return the PartialDate in a cell; "Dec-26" is what Excel makes of a month in a .csv."""
    if isinstance(cell, datetime.date):
        return PartialDate.of(cell)
    if match := EXCEL_MONTH.fullmatch(cell.strip()):
        return parse(f"{match[1]} 20{match[2]}")
    return parse(cell)
