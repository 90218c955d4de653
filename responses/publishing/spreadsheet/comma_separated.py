"""The CSV writer of tables. Pure."""

import csv
import io

from recommendations.sheets.cells import escaped


def write_csv(table) -> bytes:
    """Return `table` as comma-separated values, equal for equal tables.

    UTF-8 with the mark by which Excel knows it, lines that end in CR LF, and an apostrophe
    before what a program would take for a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows([escaped(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")
