"""A published response: its newest version, or the one that is asked for, in any layout."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from ...models import Publication
from ...pages import kept
from .answering import answer, coding_for


def response(request, force, report, layout=None, number=None):
    """A force's response to a report: a kept page, found by one query and sent as it is.

    A page that is not kept, since the site was deployed anew, is made on the spot. A
    further report of a response leads to where the lead report is answered (`place_of_last`).
    """
    coding = coding_for(request)
    body = kept.find(force=force, report=report, layout=layout, number=number, coding=coding)
    if body is None:
        publication = kept.at(force, report, number).select_related("force", "report").first()
        if publication is None and number is None:
            place = place_of_last(force, report)
            return redirect(address_of(place, "response", "version", layout=layout))
        if publication is None:
            raise Http404
        body = kept.make(publication, layout, coding)
    return answer(request, body, coding)


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
