"""To whom copies of a response were sent, and when, in words."""

from recommendations.partial_dates import PartialDate

from ..kinds import Recipient
from ..models import Dispatch


def sent_words(publications):
    """Return, by Recipient, the day on which a copy of any of `publications` was sent last.

    Of several entries for one publication and recipient the newest counts.
    """
    entries = Dispatch.objects.filter(publication__in=publications)
    newest = {entry.recipient: entry for entry in entries.order_by("publication", "pk")}
    return {recipient: PartialDate.of(entry.sent_on).words for recipient, entry in newest.items()}


def copies(publication):
    """Return (recipient, day) in words for each of those whom section 55(6) names.

    The day is blank where none is recorded here. To which person or address it went is
    kept for the office.
    """
    sent = sent_words([publication])
    return [(recipient.label, sent.get(recipient, "")) for recipient in Recipient]
