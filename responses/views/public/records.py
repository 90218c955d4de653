"""A published response: its newest version, or the one that is asked for, in any layout."""

import re
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from ...models import Publication
from ...pages import kept
from ...publishing.layouts import LAYOUTS
from .answering import answer, coding_for, held_by

# Where a response is read, as `responses/urls.py` has it too: a test compares both.
ADDRESS = re.compile(
    "/forces/(?P<force>[-a-zA-Z0-9_]+)/(?P<report>[-a-zA-Z0-9_]+)/"
    f"(?:v(?P<number>[1-9][0-9]{{0,5}})/)?(?:(?P<layout>{'|'.join(LAYOUTS)})/)?"
)


def kept_pages(get_response):
    """Answer with the kept page of a response before all that only other pages need.

    A middleware. It stands after those that set the headers of every answer. What it does not
    find goes on to the view, `response`.
    """

    def middleware(request):
        place = request.method in ("GET", "HEAD") and ADDRESS.fullmatch(request.path_info)
        return (place and _kept(request, **place.groupdict())) or get_response(request)

    return middleware


def _kept(request, force, report, number, layout):
    """Return the HTTP response with the kept page at an address, or None."""
    request.get_host()  # Refuses a host that is not ours.
    coding = coding_for(request)
    number = int(number) if number else None
    asked = {"force": force, "report": report, "layout": layout, "number": number}
    body = kept.find(**asked, coding=coding, held=held_by(request, coding))
    return answer(request, body, coding) if body else None


def response(request, force, report, layout=None, number=None):
    """A force's response to a report whose page is not kept, since the site was deployed anew.

    It is made on the spot; kept pages never come here (`kept_pages`). A further report of a
    response leads to where the lead report is answered (`place_of_last`).
    """
    publication = kept.at(force, report, number).select_related("force", "report").first()
    if publication is None and number is None:
        place = place_of_last(force, report)
        return redirect(address_of(place, "response", "version", layout=layout))
    if publication is None:
        raise Http404
    coding = coding_for(request)
    return answer(request, kept.make(publication, layout, coding), coding)


@dataclass(frozen=True)
class Place:
    """Where a version is read: of which force to which lead report; `number` if not the newest."""

    force: str
    report: str
    number: int | None = None


def place_of_last(force, report):
    """Return the Place of the last version that answered `report` as a further one.

    Of two responses the last is the one that answers it now, if any does: a report is
    answered in one response of a force at a time. Where the newest version of that response
    answers it no longer, the place is that of the version itself. Raises Http404 without one.
    """
    answering = Publication.objects.filter(
        force__slug=force, reports__report__slug=report, report__is_listed=True
    ).exclude(report__slug=report)
    last = answering.newest_first().select_related("report").first()
    if last is None:
        raise Http404
    is_newest = Publication.objects.newest_of_each().filter(pk=last.pk).exists()
    return Place(force, last.report.slug, None if is_newest else last.number)


def address_of(place, newest, version, *, layout=None, suffix=None):
    """Return the address of `place` by the names of two patterns: of the newest, of a version."""
    name = version if place.number else newest
    given = {"number": place.number, "layout": layout, "suffix": suffix}
    given = {key: value for key, value in given.items() if value}
    name = f"{name}_layout" if layout else name
    return reverse(name, kwargs={"force": place.force, "report": place.report, **given})
