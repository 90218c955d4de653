"""Where a document and the register differ, in sentences. Pure."""

from ..kinds import FieldKind
from . import labels, shapes
from .matching import FEW, NO_SUCH, find_all, is_alike, overlap, significant

NEARLY_ALL = 0.8


def to_check(fields, register, found, texts):
    """Return a sentence for each difference; the register keeps what it has.

    `fields` are pairs of a FieldKind and a Field, `found` the keys of the findings that are
    printed or answered, `texts` all that the document says elsewhere.
    """
    notes = [note for kind, field in fields if (note := _note(kind, field, register))]
    return (*notes, *_not_in_report(register, texts), *_not_printed(register, found, texts))


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


def _not_in_report(register, texts):
    """Yield the sentence of the labels that stand over text, and are of no finding."""
    named = dict.fromkeys(filter(None, map(labels.named, texts)))
    unknown = [label for label in named if _is_unknown(label, register.findings)]
    if unknown:
        quoted = ", ".join(f"“{label}”" for label in unknown)
        yield f"The report has no finding with the number of {quoted}: nothing there is an answer."


def _is_unknown(label, findings):
    return find_all(label, "", findings)[0].why == NO_SUCH


def _not_printed(register, found, texts):
    missing = [f for f in register.findings if f.is_recommendation and f.pk not in found]
    said = {significant(text) for text in texts} if found and missing else set()
    missing = [f.label for f in missing if not any(_stands_in(f, stems) for stems in said)]
    if found and missing:
        yield f"The document does not print these recommendations: {', '.join(missing)}."


def _stands_in(finding, stems):
    """Whether nearly all words of a `finding` are of these `stems`; a few may stand in any text."""
    words = significant(finding.words)
    return len(words) >= FEW and len(words & stems) >= NEARLY_ALL * len(words)
