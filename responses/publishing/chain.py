"""The chain of hashes that ties each version of a response to the one before it. Pure.

Whoever alters, removes or reorders a version breaks every later link; each link can be
computed again from what is stored.
"""

import datetime

from .canonical import sha256

START = "0" * 64


def link(*, previous, number, published_at, payload_sha256):
    """Return the link of version `number`: `previous` is that of the version before, or START.

    `published_at` is the moment of publication, with its time zone.
    """
    return _hash("version", previous, str(number), _moment(published_at), payload_sha256)


def withdrawal_link(*, version, reason, withdrawn_at):
    """Return the link of a withdrawal to the link of the `version` that it withdraws."""
    return _hash("withdrawal", version, _moment(withdrawn_at), sha256(reason))


def _hash(*parts):
    return sha256("\n".join(parts))


def _moment(at):
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
