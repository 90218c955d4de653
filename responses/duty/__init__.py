"""The duty of section 55 of the Police Act 1996, held against one response: the checklist. Pure.

It reads a Record, so that a draft and what was published are judged by the same rule.
Areas for improvement are not covered by subsection (5B): they are counted, and are
never a gap.
"""

from ..publishing.voices import is_written
from .checking import check, other_gaps, runs_for_report
from .chief_officer import asked_for_too_late, comments_to_come
from .points import Checklist, Copy, Gap, Here, Item, Point, State
from .time import day_words, is_before_report, is_late

__all__ = [
    "Checklist",
    "Copy",
    "Gap",
    "Here",
    "Item",
    "Point",
    "State",
    "asked_for_too_late",
    "check",
    "comments_to_come",
    "day_words",
    "is_before_report",
    "is_late",
    "is_written",
    "other_gaps",
    "runs_for_report",
]
