"""The mail of several days as it would go out, with nothing sent and nothing kept. Pure."""

import datetime
from dataclasses import replace

from .mail import mails


def mail_of_days(material, first, number, **site):
    """Yield (day, its Mail as a list) for `number` days from `first` on.

    What is said on one day counts as sent on the next, as it would.
    """
    sent = {person.key: dict(material.sent.get(person.key, {})) for person in material.people}
    for offset in range(number):
        on = first + datetime.timedelta(days=offset)
        found = mails(replace(material, sent=sent), on=on, **site)
        for mail in found:
            sent[mail.person.key] |= {reminder.key: on for reminder in mail.reminders}
        yield on, found
