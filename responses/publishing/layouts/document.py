"""The head of the office's own document: its title and its labelled rows. Pure."""

from ...kinds import FieldKind
from ..blocks import FormRows, Heading, Row
from .facts import NOT_RECORDED, person_words, reports_published
from .words import count, in_a_row

TITLE_ANCHOR = "document--title"
BLANK = "Left blank in the document"


def title(record):
    """Yield the document's title where it is its own; the report's own heads the page."""
    if record.title != record.report.title:
        yield Heading(level=2, text=record.title, anchor=TITLE_ANCHOR)


def printed_rows(record):
    """Yield the labelled rows that the office's document prints, if it prints any."""
    if record.fields:
        yield FormRows(tuple(_printed(record, field) for field in record.fields))


def form_rows(record):
    """Return the rows of the form: those that are printed, else those that the facts give."""
    printed = next(printed_rows(record), None)
    return printed or FormRows(tuple(_derived(record)))


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
