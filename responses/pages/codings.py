"""The ways in which a page is sent, plain or compressed, and which of them a reader gets. Pure."""

import functools
import gzip
from dataclasses import dataclass

import brotli

# Everything is taken for less good than what a reader names, and plain for the last resort.
UNNAMED = 0.0001


@dataclass(frozen=True)
class Coding:
    """A content coding: its name in HTTP, and where the bytes of a kept page are in it."""

    name: str
    field: str

    def encode(self, plain):
        """Return the bytes `plain` in this coding; the same bytes whenever they are asked for."""
        if self == BROTLI:
            return brotli.compress(plain, mode=brotli.MODE_TEXT, quality=11)
        if self == GZIP:
            return gzip.compress(plain, compresslevel=9, mtime=0)
        return plain

    def encode_at_once(self, plain):
        """Return the bytes `plain` in this coding while a reader waits: quicker, and larger."""
        if self == BROTLI:
            return brotli.compress(plain, mode=brotli.MODE_TEXT, quality=5)
        return self.encode(plain)

    def entity_tag(self, digest):
        """Return the strong entity tag of the page whose plain bytes have this `digest`."""
        return f'"{digest}{self._mark}"'

    def digest_of(self, tag):
        """Return the digest of which `tag` is the strong entity tag in this coding, or ""."""
        end = f'{self._mark}"'
        digest = tag[1 : -len(end)]
        return digest if tag == f'"{digest}{end}' and '"' not in digest else ""

    @property
    def _mark(self):
        return "" if self == IDENTITY else f"-{self.name}"


BROTLI = Coding("br", "brotli")
GZIP = Coding("gzip", "gzip")
IDENTITY = Coding("identity", "plain")
# The smallest first: it decides where a reader takes several as gladly.
CODINGS = (BROTLI, GZIP, IDENTITY)


@functools.lru_cache(maxsize=256)
def choose(accept_encoding):
    """Return the Coding to send to a reader who asks with the header `accept_encoding`.

    A reader who accepts none of ours, plain bytes included, gets these all the same: RFC
    9110 lets a server do so, and a page that can be read is better than an error.
    """
    wishes = _wishes(accept_encoding)
    other = wishes.get("*", 0)
    qualities = {
        BROTLI: wishes.get("br", other),
        GZIP: max(wishes.get("gzip", other), wishes.get("x-gzip", 0)),
        IDENTITY: wishes.get("identity", wishes.get("*", UNNAMED)),
    }
    best = max(CODINGS, key=qualities.get)
    return best if qualities[best] > 0 else IDENTITY


def _wishes(header):
    """Return the quality, from 0 to 1, of each coding that the header names."""
    wishes = {}
    for part in header.lower().split(","):
        name, _, parameters = part.partition(";")
        if name.strip():
            wishes[name.strip()] = _quality(parameters)
    return wishes


def _quality(parameters):
    """Return the number of "q=0.5"; 1 where there is none, and 0 where it is nonsense."""
    name, _, value = parameters.partition("=")
    if name.strip() != "q":
        return 1
    try:
        quality = float(value)
    except ValueError:
        return 0
    return quality if 0 <= quality <= 1 else 0
