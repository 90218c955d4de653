"""A published response, in its own layout or in the one that is asked for."""

from django.http import Http404
from django.shortcuts import redirect, render

from ...models import Publication
from ...published import current, read
from ...publishing.html import write_html
from ...publishing.layouts import lay_out


def response(request, force, report, layout=None):
    """The current publication of a force's response to a report.

    A further report of a response leads to the lead report's address: for now, since a
    later version may answer that report no longer. Its address then still leads there.
    """
    answering = current().filter(
        force__slug=force, reports__report__slug=report, reports__report__is_listed=True
    )
    published = {one.record.report.slug: one for one in read(answering.newest_first())}
    if not published:
        return redirect(*_address(force, _lead_of_earlier(force, report), layout))
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


def _lead_of_earlier(force, report):
    """Return the lead report of the last version that answered `report` as a further one."""
    earlier = Publication.objects.filter(
        force__slug=force, reports__report__slug=report, report__is_listed=True
    ).exclude(report__slug=report)
    lead = earlier.newest_first().values_list("report__slug", flat=True).first()
    if lead is None:
        raise Http404
    return lead


def _address(force, report, layout):
    if layout:
        return "response_layout", force, report, layout
    return "response", force, report
