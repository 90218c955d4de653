"""The days of the meeting that the tests of minutes freeze, and the page that they make."""

import datetime

from django.urls import reverse

from responses.services import freeze

DAY = datetime.date(2026, 6, 10)
NOW = datetime.datetime(2026, 6, 10, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=3)


def frozen(meeting, *, now=NOW, since=(None, ""), by=None):
    return freeze(meeting=meeting, since=since, by=by, now=now)


def file_of(one, suffix):
    kwargs = {"force": one.meeting.force.slug, "pk": one.pk, "suffix": suffix}
    return reverse("minutes_file", kwargs=kwargs)
