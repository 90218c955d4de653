"""The columns of a spreadsheet of ratings, declared once for writing and for reading. Pure.

A column that sets a field of the rating has `field`, and `read`, which makes of a cell (text,
or a day) what the field is to say and raises ValueError with a sentence. The two columns of
one date that may be known in part are joined by `value_of`.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...date_words import why_not_beside
from ...partial_dates import PartialDate
from ...rag import Assurance, Progress, Rag
from ..cells import choice, day, partly, printable, up_to, words


@dataclass(frozen=True)
class Column:
    heading: str
    write: Callable
    width: int
    field: str = ""
    read: Callable | None = None
    choices: tuple[str, ...] = ()


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


def why_not(value):
    """Return the sentence that refuses the `value` of a field, words beside another date, or ""."""
    return why_not_beside(value, value.phrase) if isinstance(value, PartialDate) else ""


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
    return hashlib.sha256(printable(text).strip().encode()).hexdigest()[:8]
