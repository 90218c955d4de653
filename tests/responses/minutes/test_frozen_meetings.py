"""A meeting with a frozen page stays as it was held."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from responses.models import Meeting
from tests.admin_client import page
from tests.responses.minutes.frozen import DAY, frozen

pytestmark = pytest.mark.django_db


def test_a_meeting_that_is_frozen_stays_with_its_force_and_day(meeting, editor):
    frozen(meeting)
    for change in ({"held_on": "2026-06-11"}, {"force": ""}):
        values = {"force": meeting.force.pk, "held_on": "2026-06-10", "name": "Panel"} | change
        editor.post(page(Meeting, "change", meeting.pk), values)
        meeting.refresh_from_db()
        assert (meeting.held_on, meeting.name) == (DAY, "Police and Crime Panel")
    meeting.held_on = DAY + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="keeps its force and its day"):
        meeting.full_clean()
    with pytest.raises(ProtectedError, match="frozen for the minutes"):
        meeting.delete()
    with pytest.raises(ProtectedError, match="frozen for the minutes"):
        Meeting.objects.all().delete()
    meeting.held_on, meeting.name = DAY, "Panel"
    meeting.full_clean()
    shown = editor.post(page(Meeting, "delete", meeting.pk), {"post": "yes"}).content.decode()
    assert "frozen for the minutes" in shown
    assert Meeting.objects.filter(pk=meeting.pk).exists()


def test_the_meetings_own_page_leads_to_the_board(meeting, editor):
    frozen(meeting)
    shown = editor.get(page(Meeting, "change", meeting.pk)).content.decode()
    assert f"{reverse('board', args=[meeting.force.slug])}?at={meeting.asked}" in shown
    assert "It is frozen 1 time." in shown
