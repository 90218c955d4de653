"""Whether an approved response is still what was approved: a rating may have moved since."""

import dataclasses

from ..models import Event, ResponseEvent
from ..publishing.build import build_records
from ..publishing.canonical import sha256
from ..workflow import Status


def approval_hash(record):
    """Return the hash of what is approved: all but the gaps, and the reason given for them.

    The approver gives that reason with the approval, and gaps can close by themselves.
    """
    return sha256(dataclasses.replace(record, override_reason="", other_gaps=()).to_json())


def is_as_approved(response, record):
    """Whether `record`, what `response` says now, is what was last approved of it."""
    return approval_hash(record) == _approved([response.pk]).get(response.pk)


def changed_since_approval(rows, *, on, records=None):
    """Return the keys of those of `rows`, responses, that are approved and changed since.

    `on` is the day (a London date) of which their Records are built, `records` those by key
    that were built already. Only what is approved is built, with as many queries as for one.
    """
    approved = {row.pk: row for row in rows if row.status == Status.APPROVED}
    if not approved:
        return set()
    known = {pk: record for pk, record in (records or {}).items() if pk in approved}
    if unknown := [row for pk, row in approved.items() if pk not in known]:
        known |= build_records(unknown, on=on)
    hashes = _approved(approved)
    return {pk for pk, record in known.items() if approval_hash(record) != hashes.get(pk)}


def _approved(pks):
    """Return the hash of what was last approved of each response, by its key."""
    approvals = ResponseEvent.objects.filter(response__in=pks, move=Event.APPROVE)
    return dict(approvals.order_by("pk").values_list("response", "draft_sha256"))
