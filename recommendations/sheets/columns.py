"""The columns of a spreadsheet of ratings, declared once for writing and for reading. Pure.

A column that sets a field of the rating has `field`, and `read`, which makes of a cell (text,
or a day) what the field is to say and raises ValueError with a sentence. The two columns of
one date that may be known in part are joined by `value_of`.
"""

import datetime
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..partial_dates import PartialDate, parse
from ..rag import Assurance, Progress, Rag

LONGEST = 5000
EXCEL_MONTH = re.compile(r"([A-Za-z]{3})-(\d{2})")
# Programs take a text that begins so for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    heading: str
    write: Callable
    width: int
    field: str = ""
    read: Callable | None = None
    choices: tuple[str, ...] = ()


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
    text = PartialDate.of(cell).words if isinstance(cell, datetime.date) else cell.strip()
    if len(text) > LONGEST:
        raise ValueError(f"This is longer than {LONGEST} characters.")
    return text


def up_to(most):
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


COLUMNS = (
    Column("Force", lambda r: r.force.short_name, 18),
    Column("Report", lambda r: r.recommendation.report.slug, 36),
    Column("Number", lambda r: r.recommendation.ref, 12),
    Column("Subject", lambda r: r.recommendation.subject, 44),
    Column(
        "RAG", lambda r: r.get_rag_display(), 20, "rag", choice(Rag, is_needed=True), Rag.labels
    ),
    Column("Reason", lambda r: r.reason, 44, "reason", words),
    Column(
        *("Progress", lambda r: r.get_progress_display(), 20),
        *("progress", choice(Progress), Progress.labels),
    ),
    Column("Owner", lambda r: r.owner, 28, "owner", up_to(120)),
    Column("Expected to close", lambda r: r.expected_on.words, 20, "expected_on", partly),
    Column(
        *("Expected, in words", lambda r: r.expected_on.phrase, 28),
        *("expected_on", up_to(200)),
    ),
    Column("Reviewed on", lambda r: r.reviewed_on or "", 18, "reviewed_on", day),
    Column(
        *("Assurance", lambda r: r.get_assurance_display(), 30),
        *("assurance", choice(Assurance), Assurance.labels),
    ),
    Column("Assured on", lambda r: r.assured_on or "", 18, "assured_on", day),
    Column("As exported", lambda r: mark_of(r), 20),
)
HEADINGS = tuple(column.heading for column in COLUMNS)
EDITED = tuple(dict.fromkeys(column.field for column in COLUMNS if column.field))


def heading_of(field):
    """Return the heading of the first column that sets `field`."""
    return next(column.heading for column in COLUMNS if column.field == field)


def value_of(pieces):
    """Return the value of a field from what its columns hold: a date may stand in two."""
    if len(pieces) == 1:
        return pieces[0]
    date, phrase = pieces
    return replace(date, phrase=phrase)


def mark_of(rating):
    """Return a few letters for each field, by which a change since the export is known."""
    return "-".join(["as", *(digest(getattr(rating, field)) for field in EDITED)])


def digests_in(mark):
    """Return {field: digest} of what `mark_of` wrote; raises ValueError where it is no such."""
    begin, *digests = mark.split("-")
    if begin != "as" or len(digests) != len(EDITED):
        raise ValueError("This column is not to be changed. Export again, and edit that file.")
    return dict(zip(EDITED, digests, strict=True))


def digest(value):
    text = value.stored() if isinstance(value, PartialDate) else str(value or "")
    return hashlib.sha256(text.replace("\r\n", "\n").strip().encode()).hexdigest()[:8]
