"""What a person should look at after an import: where document and register differ. Pure."""

from ..kinds import FieldKind
from . import shapes
from .words import overlap

LIKE = 0.5


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
    if overlap(words, register.report_title) >= LIKE:
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
