"""The columns of the table of recommendations and answers, and its rows. Pure.

A row is a finding, so that each is counted once, and says all by itself, so that rows may be
sorted and left out. What answers several findings therefore stands in the row of each; where
a finding has several answers, its cells number what each of them says. A blank cell is what
the Record does not say.
"""

from recommendations.rich_text import to_plain
from recommendations.sheets.cells import printable

from ..layouts.findings import position_words, rag_of, rated, section_link
from .table import Column, Table

TITLE = "Recommendations"


def table_of(record):
    """Return the Table of `record`."""
    return Table(
        title=f"{TITLE}: {record.title}, {record.force.name}",
        creator=record.body.name,
        sheet=TITLE,
        columns=COLUMNS,
        rows=rows_of(record),
    )


def rows_of(record):
    """Return the rows of `record`, each a text for each of COLUMNS, in the order of the reports."""
    return tuple(
        tuple(printable(column.text(record, finding)) for column in COLUMNS)
        for finding in record.findings
    )


def _addressed(record, finding):
    return "\n".join(one.words for one in finding.addressed_to)


def _rag(record, finding):
    """Good practice is not rated, unless somebody did."""
    return rag_of(finding).label if rated([finding]) else ""


def _of_rating(text):
    """Return the column of what `text` makes of a rating; blank where there is none."""
    return lambda record, finding: text(finding.rating) if finding.rating else ""


def _of_answers(text):
    """Return the column of what `text` makes of each answer, numbered where there are several."""

    def of(record, finding):
        texts = [text(answer) for answer in record.answers_to(finding)]
        if len(texts) == 1:
            return texts[0]
        return "\n".join(f"({n}) {one}" for n, one in enumerate(texts, start=1) if one)

    return of


def _date(date):
    return str(date) if date else ""


def _section(answer):
    link = section_link(answer)
    return link.text if link else ""


def _report(record, finding):
    slug = finding.report_slug
    return next((one.short_title for one in record.reports if one.slug == slug), "")


COLUMNS = (
    Column("No.", 8, lambda record, finding: finding.printed_label or finding.label),
    Column("Kind", 18, lambda record, finding: finding.kind.words),
    Column("Recommendation", 60, lambda r, f: to_plain(f.printed_html or f.html)),
    Column("Addressed to", 26, _addressed),
    Column("Due", 20, lambda record, finding: _date(finding.due_on)),
    Column("RAG", 18, _rag),
    Column("Reason", 40, _of_rating(lambda rating: rating.reason)),
    Column("Progress", 18, _of_rating(lambda one: one.progress.words if one.progress else "")),
    Column("Expected", 18, _of_rating(lambda rating: _date(rating.expected_on))),
    Column("Reviewed", 18, _of_rating(lambda rating: _date(rating.reviewed_on))),
    Column("Position", 18, _of_answers(position_words)),
    Column("Answer", 60, _of_answers(lambda answer: to_plain(answer.action_html))),
    Column("Why no action", 40, _of_answers(lambda answer: to_plain(answer.why_none_html))),
    Column("Explained in section", 26, _of_answers(_section)),
    Column("Report", 30, _report),
    # Its address in the report: a number alone may stand under two causes of concern.
    Column("Reference", 12, lambda record, finding: finding.ref),
)
HEADINGS = tuple(column.heading for column in COLUMNS)
