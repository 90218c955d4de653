"""The CSV writer of recommendations and answers. Pure."""

import csv
import io

from recommendations.sheets.cells import escaped

from .columns import HEADINGS, rows_of


def write_csv(record) -> bytes:
    """Return the table of `record` as comma-separated values, equal for equal records.

    UTF-8 with the mark by which Excel knows it, lines that end in CR LF, and an apostrophe
    before what a program would take for a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows([escaped(cell) for cell in row] for row in rows_of(record))
    return text.getvalue().encode("utf-8-sig")
