"""The layout `record`: a form; its labelled rows first, then the text under its labels."""

from . import document, facts, findings, prose


def lay_out_record(record):
    """Yield the blocks of `record` as a form."""
    rows = document.form_rows(record)
    yield from facts.head(record)
    yield prose.contents(record, prose_first=False)
    yield from document.form(record, rows)
    yield from findings.tables(record)
    yield from prose.sections(record)
    yield from prose.sign_off(record)
