"""A person's digest as plain text, and the mail of a day or of several. Pure."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from recommendations.partial_dates import PartialDate

from ..publishing.layouts.words import count
from .facts import Person
from .rule import Reminder, due, for_person
from .words import details, heading, matter, path


@dataclass(frozen=True)
class Mail:
    """What one person is sent on one day."""

    person: Person
    reminders: tuple[Reminder, ...]
    subject: str
    body: str
    message_id: str


def mails(material, *, on, site, site_name):
    """Return the Mail of each person to whom something is due on the day `on`.

    `site` is the address of the site, such as https://answerable.example, without a path.
    """
    reminders = due(material, on=on)
    found = []
    for person in material.people:
        own = for_person(person, reminders, material.sent.get(person.key, {}), on=on)
        if own:
            after = material.stale_after
            found.append(
                compose(person, own, on=on, site=site, site_name=site_name, stale_after=after)
            )
    return found


def compose(person, reminders, *, on, site, site_name, stale_after):
    """Return the Mail with `reminders`, which are in their order, to `person`."""
    items = _by_subject(reminders)
    first = heading(reminders[0], stale_after=stale_after)
    others = len(items) - 1
    subject = f"{first} (and {others} more)" if others else first
    lines = [f"{site_name}: {count(len(items), 'reminder')} for {PartialDate.of(on).words}."]
    for number, item in enumerate(items, 1):
        title, *rest = _lines(item, on, stale_after)
        lines += ["", f"{number}. {title}" if others else title, *rest]
        lines.append(f"{site}{path(item[0], person)}")
    lines += ["", f"Choose which reminders you get: {site}{reverse('admin:reminders')}", ""]
    return Mail(
        person=person,
        reminders=tuple(reminders),
        subject=" ".join(subject.split()),
        body="\n".join(lines),
        message_id=message_id(person, reminders, site),
    )


def _by_subject(reminders):
    """Return `reminders` as lists, those about one response together at the most urgent of them."""
    items = {}
    for reminder in reminders:
        items.setdefault(reminder.about, []).append(reminder)
    return list(items.values())


def _lines(item, on, stale_after):
    """Return what is said of one response, or of the ratings of one force: each line once."""
    first, *others = item
    lines = [heading(first, stale_after=stale_after), *details(first, on=on)]
    for other in others:
        lines += [f"Also: {matter(other, stale_after=stale_after)}.", *details(other, on=on)]
    return list(dict.fromkeys(lines))


def message_id(person, reminders, site):
    """Return the name of a mail, which is the same wherever the same is said to the same person.

    A mail that left twice, because the command died in between, can so be told from two.
    """
    said = "\n".join(sorted(repr(tuple(map(str, reminder.key))) for reminder in reminders))
    name = hashlib.sha256(f"{person.key}\n{said}".encode()).hexdigest()[:32]
    return f"<reminders.{name}@{urlsplit(site).hostname or 'localhost'}>"
