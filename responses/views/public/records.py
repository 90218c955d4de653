"""A published response: its newest version, or the one that is asked for, in any layout."""

from django.http import Http404
from django.shortcuts import redirect

from ...models import Publication
from ...pages import kept
from .answering import answer, coding_for


def response(request, force, report, layout=None, number=None):
    """A force's response to a report: a kept page, found by one query and sent as it is.

    A page that is not kept, since the site was deployed anew, is made on the spot. A
    further report of a response leads to the lead report's address: for now, since a
    later version may answer that report no longer. Its address then still leads there.
    """
    coding = coding_for(request)
    body = kept.find(force=force, report=report, layout=layout, number=number, coding=coding)
    if body is None:
        publication = kept.at(force, report, number).select_related("force", "report").first()
        if publication is None and number is None:
            return redirect(*_address(force, _lead_of_last(force, report), layout))
        if publication is None:
            raise Http404
        body = kept.make(publication, layout, coding)
    return answer(request, body, coding)


def _lead_of_last(force, report):
    """Return the lead report of the last version that answered `report` as a further one.

    Of two responses the last is the one that answers it now, if any does: a report is
    answered in one response of a force at a time.
    """
    answering = Publication.objects.filter(
        force__slug=force, reports__report__slug=report, report__is_listed=True
    ).exclude(report__slug=report)
    lead = answering.newest_first().values_list("report__slug", flat=True).first()
    if lead is None:
        raise Http404
    return lead


def _address(force, report, layout):
    if layout:
        return "response_layout", force, report, layout
    return "response", force, report
