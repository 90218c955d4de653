"""A published response, in its own layout or in the one that is asked for."""

from django.http import Http404
from django.shortcuts import redirect, render

from ...published import current, read
from ...publishing.html import write_html
from ...publishing.layouts import lay_out


def response(request, force, report, layout=None):
    """The current publication of a force's response to a report.

    A further report of a response leads to the lead report's address: for now, since a
    later version may answer that report no longer.
    """
    answering = current().filter(
        force__slug=force, reports__report__slug=report, reports__report__is_listed=True
    )
    published = {one.record.report.slug: one for one in read(answering.newest_first())}
    if not published:
        raise Http404
    if report not in published:
        lead = next(iter(published))
        return redirect(*_address(force, lead, layout))
    one = published[report]
    layout = layout or one.record.layout
    context = {
        "record": one.record,
        "publication": one.publication,
        "layout": layout,
        "is_preview": False,
        "blocks_html": write_html(lay_out(one.record, layout)),
    }
    return render(request, "public/record.html", context)


def _address(force, report, layout):
    if layout:
        return "response_layout", force, report, layout
    return "response", force, report
