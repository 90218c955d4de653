"""How a response stands to section 55 now: from its working rows, and from what came after."""

from django.utils import timezone

from recommendations.partial_dates import PartialDate

from ..duty import Copy, Here, check
from ..models import Dispatch
from ..publishing.build import build_record, build_records
from ..workflow import Status


def checklist_of(response, *, on, parts=None):
    """Return the Record of `response` and its Checklist, as of the day `on` (a London date).

    `parts` are its Parts, where they have been read already.
    """
    record = build_record(response, on=on, parts=parts)
    return record, check(record, on=on, here=_here(response))


def gaps_of(responses, *, on):
    """Return of each of `responses`, by its key, its Record and the gaps of its checklist.

    It asks the database as often for ten as for one.
    """
    records = build_records(responses, on=on)
    return {pk: (record, check(record, on=on).gaps) for pk, record in records.items()}


def _here(response):
    """Return what came of `response` on this register; a draft is of the version to come."""
    rows = response.publications.order_by("number").select_related("withdrawal")
    publications = list(rows.defer("payload"))
    newest = publications[-1] if publications else None
    withdrawal = getattr(newest, "withdrawal", None)
    number = newest.number if newest else 0
    return Here(
        version=number if response.status == Status.PUBLISHED else number + 1,
        newest=number,
        withdrawn_on=timezone.localdate(withdrawal.withdrawn_at) if withdrawal else None,
        copies={
            entry.recipient: Copy(entry.publication.number, PartialDate.of(entry.sent_on))
            for entry in Dispatch.objects.that_count(publications)
        },
    )
