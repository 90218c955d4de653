"""Remembers the pages that are made of many rows, each for as long as its edition lasts.

Nothing is stored beside the rows: it is a cache, `CACHES["pages"]`, and what it holds is sent
only while the register's edition, the London day and the site's frame are those it was made in.
"""

import hashlib
from dataclasses import dataclass

from django.core.cache import caches
from django.utils import timezone

from forces.models import Edition

from .kept import Body, digest_of
from .renderer import renderer

TRIES = 5


@dataclass(frozen=True)
class Setting:
    """All that a page depends on but its address: the edition, the day and the frame."""

    edition: str | None
    day: object
    frame: str

    @classmethod
    def current(cls):
        """Return that of this moment, by one query."""
        return cls(Edition.objects.current(), timezone.localdate(), renderer())


@dataclass(frozen=True)
class Remembered:
    """A page as it was made in a Setting: its media type, and its bytes in one coding."""

    setting: Setting
    media_type: str
    body: Body


def page(address, coding, make):
    """Return (media type, Body) of the page at `address` in `coding`, remembered or made.

    `address` is a text that tells it from all others. `make` returns (media type, plain bytes),
    or raises what the reader is to get instead. A page in whose making the register changed is
    made again, so that nobody gets a page of two editions.
    """
    key = hashlib.sha256(f"{coding.name} {address}".encode()).hexdigest()
    setting = Setting.current()
    found = caches["pages"].get(key)
    if found is None or found.setting != setting:
        setting, (media_type, plain) = _made(setting, make)
        body = Body(200, digest_of(plain), coding.encode_at_once(plain))
        found = Remembered(setting, media_type, body)
        if setting.edition:
            caches["pages"].set(key, found, timeout=None)
    return found.media_type, found.body


def _made(before, make):
    """Return what `make` returns, with the Setting in which it was made from end to end."""
    for _ in range(TRIES):
        made, after = make(), Setting.current()
        if after == before:
            return after, made
        before = after
    # The register changes faster than the page is made: it is of its time, and not kept.
    return Setting(None, after.day, after.frame), made
