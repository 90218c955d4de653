"""What changed between two Records, written as short text for tests."""

from recommendations.word_diff import Mark
from responses.publishing.changes import changes

from .records import make_record

LONG = "The force has looked at every case that was open, and closed those that it could."
NEAR = "… at every case that was open, and closed those that it could."


def told(detail):
    """Write a Detail as "Label: kept -removed- +added+", or with its note."""
    signs = {Mark.KEPT: "{}", Mark.ADDED: "+{}+", Mark.REMOVED: "-{}-", Mark.SKIPPED: "…"}
    difference = detail.difference
    lines = (" ".join(signs[p.mark].format(p.text) for p in line) for line in difference.lines)
    text = difference.note or " / ".join(lines)
    return f"{detail.label}: {text}" if detail.label else text


def all_told(group):
    """Write Changes as (how, name, [details])."""
    return [(one.how.value, one.name, [told(detail) for detail in one.details]) for one in group]


def between(before, after):
    """Return the Changes between two Records that differ in these values."""
    return changes(make_record(**before), make_record(**after))
