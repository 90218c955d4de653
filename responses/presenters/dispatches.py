"""To whom copies of a response were sent, and when, in words."""

from forces.recipients import Recipient
from recommendations.partial_dates import PartialDate

from ..models import Dispatch


def copies(publication):
    """Return (recipient, day) in words for each of those whom section 55(6) names.

    The day is blank where none is recorded here. To which person or address it went is
    kept for the office.
    """
    sent = {
        entry.recipient: PartialDate.of(entry.sent_on).words
        for entry in Dispatch.objects.that_count([publication])
    }
    return [(recipient.label, sent.get(recipient, "")) for recipient in Recipient]
