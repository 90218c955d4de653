"""The passages that a search finds, as a table for programs. Pure but for what it reads of rows."""

from django.conf import settings

from recommendations.rag import Rag
from recommendations.sheets.cells import printable

from ..publishing.spreadsheet import Column, Table

COLUMNS = (
    Column("Force", 20, lambda one: one.publication.force.name),
    Column("Published by", 30, lambda one: one.body_name),
    Column("Report", 40, lambda one: (one.report or one.publication.report).title),
    Column("Recommendation", 16, lambda one: one.ref),
    Column("RAG", 16, lambda one: Rag(one.rag).label if one.rag else ""),
    Column("Heading", 40, lambda one: one.heading),
    Column("Words", 80, lambda one: one.text),
    Column("Published here on", 16, lambda one: one.published_on.isoformat()),
    Column("Address", 40, lambda one: f"{settings.SITE_ADDRESS}{one.get_absolute_url()}"),
)


def table_of(passages):
    """Return the Table of `passages`."""
    rows = tuple(tuple(printable(column.text(one)) for column in COLUMNS) for one in passages)
    name = "Passages of responses"
    return Table(
        title=name, creator=settings.SITE_NAME, sheet="Passages", columns=COLUMNS, rows=rows
    )
