"""How a response stands to section 55 now: from its working rows, and from what came after."""

from django.utils import timezone

from ..duty import check
from ..models import Withdrawal
from ..presenters.dispatches import sent_words
from ..publishing.build import build_record


def checklist_of(response, *, on):
    """Return the Record of `response` and its Checklist, as of the day `on` (a London date)."""
    record = build_record(response, on=on)
    publications = response.publications.all()
    newest = publications.order_by("-number")[:1]
    withdrawal = Withdrawal.objects.filter(publication__in=list(newest)).first()
    withdrawn_on = timezone.localdate(withdrawal.withdrawn_at) if withdrawal else None
    sent = sent_words(publications)
    return record, check(record, on=on, sent=sent, withdrawn_on=withdrawn_on)
