"""A session ends after a time without a request, and not while it is in use."""

import datetime
import time

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from forces.models import Role

from .people import give_password, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    _, client = give_password(person(Role.BOARD_MEMBER, is_staff=False))
    client.get("/board/")
    return client


def let_pass(client, seconds):
    """Make the session look as if its last request was `seconds` ago."""
    session = client.session
    session["seen_at"] = int(time.time()) - seconds
    session.save()
    row = Session.objects.get(session_key=session.session_key)
    row.expire_date = timezone.now() + datetime.timedelta(
        seconds=settings.SESSION_COOKIE_AGE - seconds
    )
    row.save()
    return row


def test_a_session_ends_after_the_minutes_of_the_setting(member):
    let_pass(member, settings.SESSION_COOKIE_AGE + 1)
    assert member.get("/board/").status_code == 302


def test_a_session_does_not_end_before_the_minutes_of_the_setting(member):
    """Also where its last use came too soon after the one before to be written down."""
    row = let_pass(member, settings.SESSION_SEEN_EVERY - 1)
    assert "sessionid" not in member.get("/board/").cookies
    last_use = timezone.now()
    row.refresh_from_db()
    minutes = datetime.timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    assert row.expire_date - last_use >= minutes


def test_each_use_begins_the_time_anew(member):
    row = let_pass(member, settings.SESSION_COOKIE_AGE - 60)
    ends = row.expire_date
    answer = member.get("/board/")
    assert answer.status_code == 200
    assert answer.cookies["sessionid"]["max-age"] == settings.SESSION_COOKIE_AGE
    row.refresh_from_db()
    assert row.expire_date - ends > datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE - 120)


def test_a_session_in_use_is_not_written_at_every_request(member):
    assert "sessionid" not in member.get("/board/").cookies


def test_public_pages_do_not_prolong_it(member):
    row = let_pass(member, 600)
    answer = member.get("/about/")
    assert not answer.cookies
    ends = row.expire_date
    row.refresh_from_db()
    assert row.expire_date == ends
