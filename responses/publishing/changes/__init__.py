"""What changed between two Records of one response, in words for readers. Pure.

Every field of a Record counts. What has no rule of its own here is told by the name of its
field; what differs and is not seen on any page is kept apart, and told too.
"""

import dataclasses
from collections.abc import Iterable

from .answers import answer_changes
from .deadlines import other_deadline_changes
from .facts import fact_changes, further_report_changes, row_changes, signatory_changes
from .findings import finding_changes
from .model import Change, Changes, Detail, How
from .ratings import rating_changes
from .sections import section_changes

__all__ = ["Change", "Changes", "Detail", "How", "changes"]


def changes(before, after) -> Changes:
    """Return what changed from the Record `before` to the Record `after`."""
    groups = {
        "ratings": rating_changes(before, after),
        "answers": answer_changes(before, after),
        "sections": section_changes(before, after),
        "findings": finding_changes(before, after),
        "facts": (
            *fact_changes(before, after),
            *other_deadline_changes(before, after),
            *row_changes(before, after),
            *further_report_changes(before, after),
            *signatory_changes(before, after),
        ),
    }
    found = {name: tuple(group) for name, group in groups.items()}
    return Changes(
        **{name: tuple(_seen(group)) for name, group in found.items()},
        unseen=tuple(_unseen(one for group in found.values() for one in group)),
    )


def _seen(group: Iterable[Change]):
    for one in group:
        details = tuple(detail for detail in one.details if detail.is_seen)
        if details or one.note or one.how != How.CHANGED:
            yield dataclasses.replace(one, details=details)


def _unseen(group: Iterable[Change]):
    for one in group:
        details = tuple(detail for detail in one.details if not detail.is_seen)
        if details:
            yield dataclasses.replace(one, how=How.CHANGED, note="", rags=None, details=details)
