"""The HTML writer: a small template for each kind of block, in templates/documents/."""

import re

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from recommendations.rag import Rag

from . import blocks
from .layouts.findings import rag_of, rated, short_label

TEMPLATES = {
    blocks.Facts: "facts",
    blocks.FormRows: "form_rows",
    blocks.Notice: "notice",
    blocks.Glance: "glance",
    blocks.Contents: "contents",
    blocks.Heading: "heading",
    blocks.Prose: "prose",
    blocks.FindingsTable: "findings_table",
    blocks.Grid: "grid",
    blocks.Picture: "picture",
    blocks.SignOff: "sign_off",
}
# A longer table stands in parts of so many rows, of which the first is unfolded.
ROWS_OF_A_PART = 100
# The most letters that fit the column of numbers, such as "7.1a".
SHORT = 5
WEB_ADDRESS = re.compile(r"(https?://|www\.)\S+")


def write_html(document) -> SafeString:
    """Return the blocks of `document` as HTML, ready for a page.

    It draws the shapes of RAG from those that templates/components/shapes.html defines.
    """
    html = "\n".join(_write(block) for block in document)
    return mark_safe(html)  # each part comes from a template that escapes plain text


def _write(block):
    template = get_template(f"documents/{TEMPLATES[type(block)]}.html")
    return template.render({"block": block} | _more(block))


def _more(block):
    """Return what a template needs besides its block."""
    if isinstance(block, blocks.Glance):
        return {"items": [_shape(*one) for one in zip(block.findings, block.sources, strict=True)]}
    if isinstance(block, blocks.FindingsTable):
        findings = [row.finding for row in block.rows]
        return {
            "rows": [(row, rag_of(row.finding), bool(rated([row.finding]))) for row in block.rows],
            "has_long_labels": any(len(row.label) > SHORT for row in block.rows),
            "has_dates": any(finding.due_on for finding in findings),
        }
    if isinstance(block, blocks.Grid):
        parts, number = _parts(_rows(block)), len(block.rows)
        return {"parts": parts, "number": number, "is_in_parts": len(parts) > 1}
    if isinstance(block, blocks.Picture):
        return {"twin": block.twin, "rows": _rows(block.twin)}
    if isinstance(block, blocks.SignOff):
        return {"people": [(person, web_address(person.website)) for person in block.signatories]}
    return {}


def _rows(grid):
    """Return the rows of a Grid, each entry with the head of its column and its Rag, if any."""
    return [
        tuple(
            (head, one, Rag(one.rag) if one.rag else None)
            for head, one in zip(grid.heads, row, strict=True)
        )
        for row in grid.rows
    ]


def _parts(rows):
    """Return `rows` in parts: the number of the first row of each, from 1, of its last, and all."""
    starts = range(0, len(rows), ROWS_OF_A_PART)
    parts = [(n, rows[n : n + ROWS_OF_A_PART]) for n in starts]
    return [(n + 1, n + len(part), part) for n, part in parts]


def _shape(finding, source):
    """Return what the template of the glance needs of `finding`, of the report of `source`.

    Its title is its subject, after its name where that says of which report it is.
    """
    name = f"{finding.name}{source}"
    title = f"{name}: {finding.subject}" if source else finding.subject
    label = short_label(finding.kind.key, finding.label, finding.ref)
    return finding, name, title, label, rag_of(finding)


def web_address(text):
    """Return the address that `text` can be linked to, or "" where it is no web address."""
    text = text.strip()
    if not WEB_ADDRESS.fullmatch(text):
        return ""
    return text if text.startswith("http") else f"https://{text}"
