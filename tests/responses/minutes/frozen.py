"""The days of the meeting that the tests of minutes freeze, and the page that they make."""

import datetime
import re

from django.urls import reverse

from responses.services import freeze

DAY = datetime.date(2026, 6, 10)
NOW = datetime.datetime(2026, 6, 10, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=3)


def frozen(meeting, *, now=NOW, since=(None, ""), by=None):
    return freeze(meeting=meeting, since=since, by=by, now=now)


def place_of(meeting):
    """Return the address to which the button posts."""
    return reverse("freeze_board", args=[meeting.force.slug, meeting.pk])


def form_of(client, meeting, **asked):
    """Return what the button on the page of the board as at `meeting` posts."""
    board = reverse("board", args=[meeting.force.slug])
    shown = client.get(board, {"at": meeting.asked, **asked}).content.decode()
    (form,) = re.findall(rf'<form method="post" action="{place_of(meeting)}">(.*?)</form>', shown)
    return {name: re.search(rf'name="{name}" value="(.*?)"', form)[1] for name in ("since", "seen")}


def press(client, meeting, **asked):
    """Look at the page and press its button; return the answer."""
    return client.post(place_of(meeting), form_of(client, meeting, **asked))


def file_of(one, suffix):
    kwargs = {"force": one.meeting.force.slug, "pk": one.pk, "suffix": suffix}
    return reverse("minutes_file", kwargs=kwargs)
