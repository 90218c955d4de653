"""A process that publishes again and again, and one that reads public pages meanwhile.

Their database is named by TEST_DATABASE_URL. It imports nothing of Django before it runs, so
that a new process can import it.
"""

import datetime
import re
from dataclasses import dataclass

FIRST_DAY = datetime.date(2026, 5, 29)
# As lists and key facts say when a response was published.
PUBLISHED = re.compile(r"Published (\d+ [A-Z][a-z]+ \d{4})")

PATIENCE = 60  # Seconds to wait for the other process, which may have failed.

_published = _is_done = _meeting = None


@dataclass(frozen=True)
class Reading:
    """What a page showed: which rounds, after which round was over when it was asked for."""

    path: str
    after: int
    shown: frozenset


def begin(published, is_done, meeting):
    """Keep what the processes share: it comes with a process, not with its task."""
    global _published, _is_done, _meeting
    _published, _is_done, _meeting = published, is_done, meeting


def publish_again_and_again(rounds):
    """Publish all responses anew in one transaction, and say so, `rounds` times."""
    import django

    django.setup()
    from django.db import transaction

    from responses.models import Response

    _meeting.wait(PATIENCE)
    try:
        for number in range(1, rounds + 1):
            with transaction.atomic():
                for response in Response.objects.order_by("pk"):
                    _publish(response, number)
            _published.value = number
    finally:
        _is_done.set()


def _publish(response, number):
    """Add a version of `response` whose day says the `number` of the round."""
    import dataclasses

    from recommendations.partial_dates import PartialDate
    from responses.models import Publication, PublishedReport
    from responses.publishing.record import Record

    last = response.publications.order_by("-number").first()
    day = PartialDate.of(FIRST_DAY + datetime.timedelta(days=number))
    record = dataclasses.replace(Record.from_json(last.payload), published_on=day)
    same = {name: getattr(last, name) for name in ("force", "report", "sha256", "chain_sha256")}
    added = Publication.objects.create(
        response=response,
        number=last.number + 1,
        payload=record.to_json(),
        published_at=last.published_at,
        **same,
    )
    PublishedReport.objects.create(publication=added, report=last.report)


def read_again_and_again(paths):
    """Read `paths` in turn until all is published, and once more; return a list of Reading."""
    import django

    django.setup()
    from django.test import Client
    from django.test.utils import override_settings

    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    reader, readings = Client(SERVER_NAME="localhost"), []
    with override_settings(CACHES={"default": cache, "pages": cache}):
        _meeting.wait(PATIENCE)
        is_last = False
        while not is_last:
            is_last = _is_done.is_set()
            for path in paths:
                after = _published.value
                page = reader.get(path).content.decode()
                shown = frozenset(map(_round_of, PUBLISHED.findall(page)))
                readings.append(Reading(path, after, shown))
    return readings


def _round_of(words):
    return (datetime.datetime.strptime(words, "%d %B %Y").date() - FIRST_DAY).days
