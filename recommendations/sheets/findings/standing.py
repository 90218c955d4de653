"""A finding that a report has already, held against what a row says of it. Pure.

What a row leaves blank it says nothing about.
"""

from ...rich_text import to_plain
from .values import rich


def differences(finding, says):
    """Yield (column, what `finding` has there, in words) where a row says another thing.

    `says` are the values of the row, by the name of the column.
    """
    if says.get("subject") and says["subject"] != finding.subject.strip():
        yield "subject", finding.subject
    if _words(rich(says["text"])) != _words(finding.text):
        yield "text", " ".join(_words(finding.text))
    if says.get("theme") and says["theme"] != finding.theme.strip():
        yield "theme", finding.theme or "blank"
    if says.get("due") and says["due"] != finding.due_on:
        yield "due", str(finding.due_on)
    addressings = finding.addressings.all()
    addressed = {(one.addressee_id, one.is_inferred) for one in addressings}
    if says["addressed"] and set(says["addressed"]) != addressed:
        yield "addressed", "; ".join(str(one) for one in addressings) or "nobody"


def _words(text):
    return to_plain(text).split()
