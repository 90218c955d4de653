"""Feeds of what is published: of all, of a force, of a report, and of a search."""

import uuid

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from forces.models import PoliceForce
from recommendations.models import InspectionReport

from ...presenters import standing
from ...published import current, read
from ...searching import SearchForm, choices, found_at_all
from .search import is_asked, refused

ENTRIES = 50


class Feed(Atom1Feed):
    """An Atom feed that is the same text while nothing changes, also where it has no entry."""

    def latest_post_date(self):
        """Return the moment of the newest entry, or the beginning of the London day.

        Django's own gives the moment at which an empty feed is asked for.
        """
        if self.items:
            return super().latest_post_date()
        return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def feed(request):
    """The newest responses, or those in which a search finds something."""
    if not is_asked(request):
        return _feed("Responses to inspectors", "/", current())
    form = SearchForm(request.GET, choices())
    if not form.is_valid():
        return refused(request, form)
    search = form.search
    found = found_at_all(search, most=10 * ENTRIES).values_list("publication", flat=True)
    publications = current().filter(pk__in=set(found))
    title = f"Responses with {form.in_words}"
    return _feed(title, f"/?{search.query_string}", publications)


def force_feed(request, slug):
    """The newest responses of a force."""
    force = get_object_or_404(PoliceForce, slug=slug)
    title = f"Responses of {force.name}"
    return _feed(title, force.get_absolute_url(), current().filter(force=force))


def report_feed(request, slug):
    """The newest responses to a report."""
    report = get_object_or_404(InspectionReport.objects.listed(), slug=slug)
    title = f"Responses to {report.title}"
    return _feed(title, report.get_absolute_url(), current().answering(report))


def _feed(title, place, publications):
    found = read(publications.newest_first()[:ENTRIES])
    feed = Feed(
        title=f"{title}, {settings.SITE_NAME}",
        link=_absolute(place),
        description=None,
        language=settings.LANGUAGE_CODE,
    )
    for one in found:
        _add(feed, one)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _add(feed, published):
    """Add a version: its entry stays the same for ever, wherever this site may move."""
    record, publication = published.record, published.publication
    row = standing.response_row(record)
    version = f", version {publication.number}" if publication.number > 1 else ""
    feed.add_item(
        title=f"{record.force.short_name}: {record.report.short_title}{version}",
        link=_absolute(row.url),
        description=" · ".join(filter(None, (record.body.name, row.answered, row.counts))),
        author_name=record.body.name,
        pubdate=publication.published_at,
        updateddate=publication.published_at,
        unique_id=uuid.uuid5(uuid.NAMESPACE_OID, publication.chain_sha256).urn,
    )


def _absolute(place):
    return f"{settings.SITE_ADDRESS}{place}"
