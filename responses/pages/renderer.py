"""The state of the site that a page was rendered by: another one may render other bytes."""

import functools
import hashlib
import json

import django
from django.conf import settings
from django.templatetags.static import static

from ..operator import facts

# What a page is made by: any change there makes all pages anew, which costs little and
# misses nothing. The tests are no part of it.
FOLDERS = ("config", "forces", "recommendations", "responses", "templates")
SUFFIXES = (".py", ".html")
# What the frame links to by a name that may change with its content.
STATIC = ("favicon.svg", "house.css")


def renderer():
    """Return the digest of all that the bytes of a page depend on but the publication itself."""
    return _digest(
        settings.SITE_NAME,
        settings.SITE_ADDRESS,
        settings.BRAND_STYLE,
        settings.DEMONSTRATION,
        settings.LICENCE_NAME,
        settings.LICENCE_ADDRESS,
        settings.LANGUAGE_CODE,
        settings.TIME_ZONE,
        settings.STATIC_URL,
        *map(str, facts().values()),
    )


def renderer_at(force, report):
    """Return the same for the pages of a response, which also depend on the address they have.

    `force` and `report` are slugs.
    """
    return hashlib.sha256(f"{renderer()} {force}/{report}".encode()).hexdigest()


@functools.cache
def _digest(*parts):
    """Return the digest of these settings and of what stays as it is while a process lives."""
    every = [_sources(), django.__version__, *(static(name) for name in STATIC), *parts]
    return hashlib.sha256(json.dumps(every).encode()).hexdigest()


@functools.cache
def _sources():
    """Return the digest of the templates and the code, read once by each process."""
    digest = hashlib.sha256()
    for folder in FOLDERS:
        files = (settings.BASE_DIR / folder).rglob("*")
        for path in sorted(file for file in files if file.suffix in SUFFIXES):
            name = path.relative_to(settings.BASE_DIR).as_posix()
            digest.update(f"{name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
