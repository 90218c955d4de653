"""Asks the site's own views for what stands at an address, without a server."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import resolve

SENT, GONE = 200, 410
LEADS_ELSEWHERE = (301, 302)


class NotAnsweredError(Exception):
    """An address that is to be in the copy, and is not answered; its text says which."""


def ask(path):
    """Return the HTTP response to who looks at `path`; raises NotAnsweredError."""
    view, positional, named = resolve(path)
    try:
        response = view(_request(path), *positional, **named)
    except Http404:
        raise NotAnsweredError(f"There is nothing at {path}.") from None
    if response.status_code not in (SENT, GONE, *LEADS_ELSEWHERE):
        raise NotAnsweredError(f"{path} was answered with {response.status_code}.")
    return response


def _request(path):
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    site = urlsplit(settings.SITE_ADDRESS)
    port = site.port or (443 if site.scheme == "https" else 80)
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(port)}
    return request
