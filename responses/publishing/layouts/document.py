"""The office's own document: its title, and its labelled rows under a heading. Pure."""

from ...kinds import FieldKind
from ..blocks import FormRows, Heading, Row
from .facts import NOT_RECORDED, person_words, reports_published
from .words import count, in_a_row

TITLE_ANCHOR = "document--title"
FORM = "Response record"
BLANK = "Left blank in the document"


def title_row(record):
    """Yield the document's title as a key fact where it is its own, and heads no rows."""
    if _has_own_title(record):
        yield Row("Title of the response", record.title)


def printed_rows(record):
    """Return the labelled rows that the office's document prints, as a tuple."""
    return tuple(_printed(record, field) for field in record.fields)


def form_rows(record):
    """Return the rows of the form: those that are printed, else those that the facts give."""
    return printed_rows(record) or tuple(_derived(record))


def form(record, rows):
    """Yield `rows`, if there are any, under the document's title where that is its own."""
    if rows:
        title = record.title if _has_own_title(record) else FORM
        yield Heading(level=2, text=title, anchor=TITLE_ANCHOR)
        yield FormRows(rows)


def _has_own_title(record):
    return record.title != record.report.title


def _printed(record, field):
    if field.html:
        return Row(field.label, html=field.html)
    if field.kind == FieldKind.RECOMMENDATIONS and record.findings:
        number = count(len(record.findings), "recommendation")
        return Row(field.label, text=f"{number}, listed below", is_note=True)
    return Row(field.label, text=BLANK, is_note=True)


def _derived(record):
    yield Row("Force", record.force.name)
    yield Row(record.body.title, person_words(record.commissioner))
    yield Row("Chief officer", person_words(record.chief_officer))
    yield Row("Title of the report", "; ".join(report.title for report in record.reports))
    yield Row("Published", reports_published(record).text)
    inspectorates = list(dict.fromkeys(one.inspectorate for one in record.reports))
    yield Row("Inspectorate", in_a_row([one or NOT_RECORDED for one in inspectorates]))
