"""Remembers the pages that are made of many rows, each for as long as its edition lasts.

Nothing is stored beside the rows: it is a cache, `CACHES["pages"]`, and what it holds is sent
only while the register's edition, the London day and the site's frame are those it was made in.
"""

import hashlib
from dataclasses import dataclass

from django.core.cache import caches
from django.utils import timezone

from forces.models import Edition

from .copying import copied_on
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
    """What was made in a Setting."""

    setting: Setting
    made: object


def value(name, make):
    """Return what `make` returns, remembered under `name`, a text, or made now.

    What was made while the register changed is made again, so that nobody gets something of two
    editions. What `make` raises is raised, and nothing remembered.
    """
    key = hashlib.sha256(name.encode()).hexdigest()
    setting = Setting.current()
    found = caches["pages"].get(key)
    if found is None or found.setting != setting:
        found = _made(setting, make)
        if found.setting.edition:
            caches["pages"].set(key, found, timeout=None)
    return found.made


def page(address, coding, make):
    """Return (media type, Body) of the page at `address` in `coding`, remembered or made.

    `address` is a text that tells it from all others; `make` returns (media type, plain bytes).
    """

    def make_body():
        media_type, plain = make()
        return media_type, Body(200, digest_of(plain), coding.encode_at_once(plain))

    if copied_on():  # A copy asks for each page once, and is for no reader.
        return make_body()
    return value(f"{coding.name} {address}", make_body)


def of_one_edition(make):
    """Return what `make` returns as Remembered, made while the register did not change.

    Its edition is None where the register has none, or changes faster than this is made.
    """
    return _made(Setting.current(), make)


def _made(before, make):
    """Return what `make` returns as Remembered in the Setting that it was made in."""
    for _ in range(TRIES):
        made, after = make(), Setting.current()
        if after == before:
            return Remembered(after, made)
        before = after
    # The register changes faster than this is made: it is of its time, and not kept.
    return Remembered(Setting(None, after.day, after.frame), made)
