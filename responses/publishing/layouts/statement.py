"""The layout `statement`: the commissioner's narrative leads, the recommendations follow."""

from . import document, facts, findings, prose


def lay_out_statement(record):
    """Yield the blocks of `record` as a statement."""
    rows = document.printed_rows(record)
    yield from facts.head(record, *(() if rows else document.title_row(record)))
    yield prose.contents(record, prose_first=True)
    yield from document.form(record, rows)
    yield from prose.sections(record)
    yield from prose.sign_off(record)
    yield from findings.tables(record)
