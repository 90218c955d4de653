"""The days of which a board reads: as at one, compared with one before it."""

import datetime
from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Period:
    """The day `at` (a London date) of which a page tells, and the day `since`, or None.

    `since_name` is that of the meeting of that day, where it is one. `asked_at` and
    `asked_since` are what the address asks for: None where it leaves that to the page.
    """

    at: datetime.date
    since: datetime.date | None = None
    since_name: str = ""
    is_today: bool = True
    asked_at: datetime.date | None = None
    asked_since: datetime.date | None = None


def end_of(day):
    """Return the moment at which `day` (a London date) is over: an aware datetime."""
    after = day + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(after, datetime.time.min))
