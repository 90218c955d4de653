"""The addresses that search engines are to know: what is published, each once."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Max
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from forces.models import PoliceForce
from recommendations.models import InspectionReport, Recommendation

from ...models import Publication
from ...pages.copying import copied_on
from ...published import current

# The pages that are there once, whatever is published.
FIXED = ("home", "forces", "reports", "data", "about", "accessibility", "privacy")
# Of these, what no copy of the site holds.
SERVED = ("data",)
# What a sitemap may hold, by its format; more are parted, and the first page is an index.
MOST = 50_000
XML = "application/xml; charset=utf-8"


class Addresses(Sitemap):
    """The sitemap of `entries`: each the path of a page and its last change, or None."""

    limit = MOST

    def __init__(self, entries):
        self.entries = entries

    def items(self):
        return self.entries

    def location(self, entry):
        return entry[0]

    def lastmod(self, entry):
        return entry[1]

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_ADDRESS).netloc

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_ADDRESS).scheme


def sitemap(request):
    """All addresses, or an index of the parts where there are too many for one file."""
    whole = _whole()
    parts = whole.paginator.num_pages
    if parts == 1:
        return _part(request, whole, 1)
    places = (reverse("sitemap_part", args=[number]) for number in range(1, parts + 1))
    index = [SitemapIndexItem(f"{settings.SITE_ADDRESS}{place}") for place in places]
    return render(request, "sitemap_index.xml", {"sitemaps": index}, content_type=XML)


def sitemap_part(request, number):
    """One of several parts."""
    whole = _whole()
    if not 1 < whole.paginator.num_pages >= number:
        raise Http404
    return _part(request, whole, number)


def number_of_parts():
    """Return how many parts the index names; 0 where one file holds all."""
    parts = _whole().paginator.num_pages
    return parts if parts > 1 else 0


def _whole():
    if not settings.SITE_ADDRESS:
        raise Http404("A sitemap names whole addresses, and this site does not know its own.")
    return Addresses(list(_entries()))


def _part(request, whole, number):
    urls = whole.get_urls(page=number)
    return render(request, "sitemap.xml", {"urlset": urls}, content_type=XML)


def _entries():
    """Yield (path, last change) of each page: four queries, whatever there is."""
    published = Publication.objects.filter(report__is_listed=True)
    changed = _changed(published, "force__slug")
    last = max(filter(None, changed.values()), default=None)
    yield from ((reverse(name), last) for name in FIXED if not (copied_on() and name in SERVED))
    for slug in PoliceForce.objects.values_list("slug", flat=True):
        yield reverse("force", args=[slug]), changed.get(slug)
    answered = _changed(published, "reports__report__slug")
    findings = Recommendation.objects.filter(report__is_listed=True)
    listed = InspectionReport.objects.listed().values_list("slug", flat=True)
    for slug in listed:
        yield reverse("report", args=[slug]), answered.get(slug)
    for names in findings.values_list("report__slug", "ref").order_by("report_id", "pk"):
        yield reverse("finding", args=names), answered.get(names[0])
    fields = ("force__slug", "report__slug", "published_at")
    for *names, at in current().order_by("response_id").values_list(*fields):
        yield reverse("response", args=names), at


def _changed(publications, field):
    """Return by `field` when any of `publications` was last published or withdrawn."""
    rows = publications.order_by().values_list(field)
    found = rows.annotate(Max("published_at"), Max("withdrawal__withdrawn_at"))
    return {slug: max(filter(None, moments)) for slug, *moments in found}
