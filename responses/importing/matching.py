"""Where a document and the register speak of the same thing, and where they differ. Pure."""

import re
from dataclasses import dataclass

from ..kinds import FieldKind
from . import shapes

WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST, STEM = 4, 5
EMPTY_WORDS = frozenset(
    {"forces", "from", "have", "shall", "should", "that", "their", "this", "will", "with"}
)
ALIKE = 0.5


@dataclass(frozen=True)
class ReportFinding:
    """A finding as the register has it: its key, printed label, and all its words."""

    pk: int
    label: str
    words: str
    is_recommendation: bool = True


def match(items, findings):
    """Return the pairs of a Numbered item and its finding, and the pairs of an item and why not.

    The number tells the finding; of two with one number, the words. Each is printed once.
    """
    placed, unplaced, free = [], [], {}
    for finding in findings:
        free.setdefault(finding.label.strip("(). ").casefold(), []).append(finding)
    for item in items:
        alike = free.get(item.label.casefold())
        finding, why = _closest(item, alike)
        if finding is None:
            unplaced.append((item, why))
        else:
            alike.remove(finding)
            placed.append((item, finding))
    return tuple(placed), tuple(unplaced)


def _closest(item, alike):
    if alike is None:
        return None, "the report has no finding with this number"
    if not alike:
        return None, "the document prints this number twice"
    ranks = [(overlap(item.text, other.words), other.is_recommendation) for other in alike]
    best = alike[ranks.index(max(ranks))]
    if significant(best.words) and not overlap(item.text, best.words):
        return None, "the report's finding with this number speaks of something else"
    return best, ""


def to_check(fields, register, placed):
    """Return a sentence for each difference; the register keeps what it has.

    `fields` are pairs of a FieldKind and a Field, `placed` pairs of an item and its finding.
    """
    notes = [note for kind, field in fields if (note := _note(kind, field, register))]
    return (*notes, *_not_printed(register, placed))


def _note(kind, field, register):
    if not field.words:
        return f"“{field.label}” has no value in the document." if field.label else ""
    rules = {
        FieldKind.REPORT_DATE: _date_note,
        FieldKind.REPORT_TITLE: _title_note,
        FieldKind.FORCE: _force_note,
    }
    return rules[kind](field.words, register) if kind in rules else ""


def _date_note(words, register):
    theirs, ours = shapes.date(words), register.report_date
    if not theirs.is_known:
        return f"The document's date of the report, “{words}”, could not be read."
    if not ours.is_known:
        return f"The document dates the report {theirs}; the register has no date for it."
    if theirs.earliest <= ours.latest and ours.earliest <= theirs.latest:
        return ""
    return f"The document dates the report {theirs}, the register {ours}; the register's is kept."


def _title_note(words, register):
    if is_alike(words, register.report_title):
        return ""
    return f"The document names the report “{words}”: is it “{register.report_title}”?"


def _force_note(words, register):
    if overlap(words, register.force):
        return ""
    return f"The document names the force “{words}”: is it {register.force}?"


def _not_printed(register, placed):
    found = {finding.pk for _, finding in placed}
    missing = [f.label for f in register.findings if f.is_recommendation and f.pk not in found]
    if placed and missing:
        yield f"The document does not print these recommendations: {', '.join(missing)}."


def is_alike(one, other):
    """Whether two wordings speak mostly of the same thing."""
    return overlap(one, other) >= ALIKE


def overlap(one, other):
    """Return how many of the shorter wording's stems stand in the other: 0 to 1."""
    ours, theirs = significant(one), significant(other)
    if not ours or not theirs:
        return 0
    return len(ours & theirs) / min(len(ours), len(theirs))


def significant(text):
    """Return the stems of the words in `text` that carry meaning; capitals alone may be short."""
    return {
        word.casefold()[:STEM]
        for word in WORD.findall(text)
        if (len(word) >= SHORTEST or word.isupper()) and word.casefold() not in EMPTY_WORDS
    }
