"""The stylesheets and pictures that pages use, as files."""

import re
from urllib.parse import unquote, urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

IN_PAGE = re.compile(r'(?:href|src)="([^"#?]+)')
IN_STYLESHEET = re.compile(r"""url\(\s*["']?([^"')#?]+)""")


def used_by_page(html):
    """Return the addresses of static files that a page, a text, names."""
    return {one for one in IN_PAGE.findall(html) if one.startswith(settings.STATIC_URL)}


def used_by_stylesheet(address, css):
    """Return the addresses of static files that the stylesheet at `address` names."""
    found = (urljoin(address, one) for one in IN_STYLESHEET.findall(css))
    return {one for one in found if one.startswith(settings.STATIC_URL)}


def content_of(address):
    """Return the bytes of the static file at `address`.

    It is what `collectstatic` made, or without that what stands in the source. Raises OSError
    where there is none.
    """
    name = unquote(address.removeprefix(settings.STATIC_URL))
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return file.read()
    found = finders.find(name)
    if found is None:
        raise OSError(f"The static file {name} is missing. Run collectstatic first.")
    with open(found, "rb") as file:
        return file.read()
