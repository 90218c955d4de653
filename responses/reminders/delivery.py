"""Sends the mail of a day, each reminder once, whoever else sends at the same moment.

Who sends to a person first takes that person's pending digest: a short write that one
process wins. What is due is then looked up again, the mail handed over, and the digest with
its reminders recorded as sent. No transaction is open meanwhile. Where the mail server
fails, the digest is let go, and the next run says what is due by then. Only a process that
dies between the handing over and the record makes a second mail possible; it has the same
Message-ID.
"""

import datetime
from dataclasses import dataclass, field, replace

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from ..models import Digest, SentReminder
from ..models.reminder import DigestState
from .mail import mails
from .reading import read_sent

# A digest that was taken and not heard of for so long is that of a process that died.
LEASE = datetime.timedelta(minutes=15)


@dataclass
class Outcome:
    """What came of a run: the Mail that was sent, who has no address, and what failed for whom."""

    sent: list = field(default_factory=list)
    without_address: list = field(default_factory=list)
    failed: list = field(default_factory=list)


def send_all(material, *, on, connection, sender, **site):
    """Send each person what is due on the day `on`; return the Outcome.

    `connection` is the mail backend, `sender` the address that the mail is from.
    """
    outcome = Outcome()
    for mail in mails(material, on=on, **site):
        if not mail.person.email:
            outcome.without_address.append(mail.person)
            continue
        digest = take(mail.person)
        if digest is None:
            continue
        try:
            sent = _send_taken(digest, mail.person, material, on, connection, sender, site)
        except Exception as error:  # Of whatever kind: the others still get theirs.
            _let_go(digest, error)
            connection.close()
            outcome.failed.append((mail.person, _in_a_line(error)))
        else:
            outcome.sent += sent
    return outcome


def take(person):
    """Return the person's pending digest, ours to send, or None where somebody else sends it."""
    try:
        digest, _ = Digest.objects.get_or_create(user_id=person.key, state=DigestState.PENDING)
    except IntegrityError:  # Begun and finished by another run between two looks at it.
        return None
    now = timezone.now()
    is_free = Q(taken_at=None) | Q(taken_at__lt=now - LEASE)
    waiting = Digest.objects.filter(is_free, pk=digest.pk, state=DigestState.PENDING)
    return digest if waiting.update(taken_at=now, attempts=F("attempts") + 1) else None


def _send_taken(digest, person, material, on, connection, sender, site):
    """Send what is due to `person` now that nobody else does; return the Mail in a list."""
    sent = read_sent([person.key], on=on)
    due = mails(replace(material, people=(person,), sent=sent), on=on, **site)
    if not due:  # Another run has sent it since we looked first.
        Digest.objects.filter(pk=digest.pk, state=DigestState.PENDING).delete()
    for mail in due:
        _hand_over(mail, connection, sender)
        _record(digest, mail, on)
    return due


def _hand_over(mail, connection, sender):
    message = EmailMessage(
        subject=mail.subject,
        body=mail.body,
        from_email=sender,
        to=[mail.person.email],
        connection=connection,
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )
    if not message.send():
        raise OSError("The mail server did not take the mail.")


@transaction.atomic
def _record(digest, mail, on):
    rows = (
        SentReminder(
            digest=digest,
            user_id=mail.person.key,
            force_id=reminder.key.force,
            response_id=reminder.key.response,
            kind=reminder.kind,
            since=reminder.since,
            step=reminder.step,
            sent_on=on,
        )
        for reminder in mail.reminders
    )
    # A run that outlived its lease finds them recorded by the one that took its place.
    SentReminder.objects.bulk_create(rows, ignore_conflicts=True)
    Digest.objects.filter(pk=digest.pk).update(
        state=DigestState.SENT, sent_at=timezone.now(), last_error=""
    )


def _let_go(digest, error):
    waiting = Digest.objects.filter(pk=digest.pk, state=DigestState.PENDING)
    waiting.update(taken_at=None, last_error=_in_a_line(error)[:300])


def _in_a_line(error):
    return " ".join(f"{type(error).__name__}: {error}".split())
