"""What became of the facts of a response, of its form and of its signatories. Pure."""

import dataclasses

from ..layouts.days import sum_of
from ..layouts.words import sentence
from .details import field_details, reads_the_same, text_difference
from .items import Listing, item_changes
from .labels import label_of
from .matching import match, same
from .model import Change, Detail, How

LISTED = (
    *("answers", "sections", "findings", "fields"),
    *("further_reports", "other_deadlines", "signatories"),
)
# Facts of several fields that pages tell in one sentence.
SENTENCES = {"deadline": lambda record: sum_of(record, record.deadline)}
# What an older schema did not write down cannot be told to have changed.
SINCE = {"other_gaps": 3, "other_deadlines": 5}


def fact_changes(before, after):
    """Yield a Change for each field of the Record itself that differs, but for its lists.

    What follows from other facts, as the sum of the days does from the dates, comes last.
    """
    names = [field.name for field in dataclasses.fields(after) if field.name not in LISTED]
    for name in sorted(names, key=lambda name: name in SENTENCES):
        if is_known(name, before, after) and getattr(before, name) != getattr(after, name):
            yield _fact(before, after, name)


def is_known(name, before, after):
    """Whether the schemas of both Records write down the field `name`."""
    return min(before.schema_version, after.schema_version) >= SINCE.get(name, 1)


def row_changes(before, after):
    """Yield a Change for each labelled row of the form that is not as it was."""
    rules = (same("label", "kind"), same("label"), same("html"))
    return item_changes(match(before.fields, after.fields, *rules), ROWS)


def further_report_changes(before, after):
    """Yield a Change for each further report that is answered, and differs."""
    return item_changes(
        match(before.further_reports, after.further_reports, same("slug")), FURTHER_REPORTS
    )


def signatory_changes(before, after):
    """Yield a Change for each signatory who is not as before."""
    return item_changes(match(before.signatories, after.signatories, same("name")), SIGNATORIES)


def _fact(before, after, name):
    label = label_of(type(after), name)
    values = (getattr(before, name), getattr(after, name))
    found = tuple(_without(label, one) for one in field_details(type(after), name, *values))
    if name in SENTENCES:
        summed = text_difference(*(SENTENCES[name](record) for record in (before, after)))
        unseen = tuple(dataclasses.replace(one, is_seen=False) for one in found)
        found = (Detail("", summed),) if summed else unseen
    return Change(How.CHANGED, label, details=found or (reads_the_same(""),))


def _without(label, detail):
    """Return `detail` without the name that stands above it already."""
    rest = detail.label.removeprefix(label).removeprefix(": ")
    return dataclasses.replace(detail, label=sentence(rest))


def _no_anchor(item):
    return ""


ROWS = Listing(lambda row: f"Row “{row.label}”", _no_anchor, ("html",))
FURTHER_REPORTS = Listing(lambda report: f"Also answers: {report.title}", _no_anchor, ("url",))
SIGNATORIES = Listing(lambda person: f"Signed by {person.name}", _no_anchor, ("title", "website"))
