"""Leads from the address that a force or a report had to the one that it has, for ever."""

import re

from django.http import HttpResponsePermanentRedirect
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path

from forces.models import FormerForceAddress
from recommendations.models import FormerReportAddress

from ...publishing.addresses_of_today import parted

FORMER = {"forces": FormerForceAddress, "reports": FormerReportAddress}
SLUG = re.compile(r"[-a-zA-Z0-9_]+")
# Each asks again: a slug that a row takes back is an address once more.
CACHING = "max-age=0, must-revalidate"


def former_addresses(get_response):
    """Lead on from former addresses, and from all that was below them.

    A middleware. It looks only where nothing was found, so that no other page asks for it.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return _led_on(request) or response
        return response

    return middleware


def _led_on(request):
    path = address_of_today(request.path_info)
    if path == request.path_info:
        return None
    query = request.META.get("QUERY_STRING", "")
    target = get_script_prefix() + escape_uri_path(path[1:])
    response = HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)
    response["Cache-Control"] = CACHING
    return response


def address_of_today(path):
    """Return `path` with the slugs of today in place of those that led there before."""
    place, kinds, slugs, rest = parted(path)
    return "/".join([place, *map(_slug_of_today, kinds, slugs), *rest])


def _slug_of_today(kind, slug):
    if not SLUG.fullmatch(slug):
        return slug
    former = FORMER[kind].objects.filter(slug=slug)
    return former.values_list("leads_to__slug", flat=True).first() or slug
