"""Renders the public page of a publication: from its payload and from what came after it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string

from ..presenters.dispatches import copies
from ..presenters.versions import versions_of
from ..published import record_of
from ..publishing.html import write_html
from ..publishing.layouts import lay_out
from ..publishing.layouts.words import in_a_row

OK, GONE = 200, 410


@dataclass(frozen=True)
class Page:
    """The page of a publication in one layout: its HTTP status and its bytes."""

    layout: str
    is_chosen: bool
    status: int
    plain: bytes


def render(publication, siblings, layouts, moved):
    """Yield the Page of `publication` in each of `layouts`; None is the layout that it chose.

    `siblings` are all publications of its response, itself among them; `moved` are the Moves
    of addresses until now. Equal rows give equal bytes, whoever reads and whenever.
    """
    record = record_of(publication, moved)
    versions = versions_of(publication, siblings)
    context = {"record": record, "versions": versions, "publication": publication}
    context["dropped"] = _dropped(record, siblings, moved)
    if versions.this.is_withdrawn:
        draw = _withdrawn
    else:
        draw = _shown
        context["copies"] = copies(publication)
    for layout in layouts:
        layout = layout or record.layout
        status, html = draw(context, layout)
        yield Page(layout, layout == record.layout, status, html.encode())


def _dropped(record, siblings, moved):
    """Return in a row those reports of `record` that the newest of `siblings` answers no more."""
    if not record.further_reports:
        return ""
    newest = record_of(max(siblings, key=lambda row: row.number), moved)
    answered = {report.slug for report in newest.reports}
    dropped = [f"“{one.short_title}”" for one in record.reports if one.slug not in answered]
    return in_a_row(dropped) if dropped else ""


def _shown(context, layout):
    blocks_html = write_html(lay_out(context["record"], layout))
    more = {"layout": layout, "blocks_html": blocks_html, "is_preview": False}
    return OK, _html("public/record.html", context | more)


def _withdrawn(context, layout):
    """The page that says so; it is the same in every layout, and quotes nothing of the text."""
    return GONE, _html("public/withdrawn.html", context)


def _html(template, context):
    """Render for nobody in particular: a bare request lets the site's own context in."""
    return render_to_string(template, context, request=HttpRequest())
