"""What others write while a page is being frozen: it is in all of the page or in none of it."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from recommendations.services import record_rating
from responses.boards import ratings
from responses.models import FrozenBoard, Meeting
from responses.services import freezing
from tests.factories import MeetingFactory
from tests.other_connections import in_its_own_connection
from tests.responses.minutes.frozen import NOW, frozen


@pytest.fixture
def meanwhile(monkeypatch):
    """Return a function that has another one called in the middle of a freeze, once.

    `place` is a module and the name of the function in it after which that is.
    """

    def call(write, place):
        real, left = getattr(*place), [write]

        def then_write(*args, **kwargs):
            found = real(*args, **kwargs)
            if left:
                left.pop()()
            return found

        monkeypatch.setattr(*place, then_write)

    return call


def in_another_connection(write):
    with ThreadPoolExecutor(1) as other:
        other.submit(in_its_own_connection, write).result()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps writers waiting.")
def test_a_page_is_read_as_of_one_moment(transactional_db, rating, meeting, meanwhile):
    def write():
        finding = rating.recommendation
        finding.subject = "Mend the gates"
        finding.save()
        record_rating(assessment=rating, by=None, now=NOW, rag="amber", reason="They stand.")

    meanwhile(lambda: in_another_connection(write), (ratings, "ratings_of"))
    one, _ = frozen(meeting)
    assert "Mend the fences" in one.payload
    assert "The fences fell." in one.payload
    assert "They stand." not in one.payload
    two, is_new = frozen(meeting)
    assert is_new
    assert "Mend the gates" in two.payload
    assert "They stand." in two.payload


def moved(meeting):
    held = Meeting.objects.get(pk=meeting.pk)
    held.held_on -= datetime.timedelta(days=1)
    held.save()


def renamed(meeting):
    held = Meeting.objects.get(pk=meeting.pk)
    held.name = "Another panel"
    held.save()


def deleted(meeting):
    Meeting.objects.get(pk=meeting.pk).delete()


@pytest.mark.django_db
@pytest.mark.parametrize("change", [moved, renamed, deleted])
def test_a_meeting_that_is_changed_meanwhile_is_told(meeting, meanwhile, change):
    meanwhile(lambda: change(meeting), (freezing, "record_of"))
    with pytest.raises(ValidationError, match="somebody else"):
        frozen(meeting)
    assert not FrozenBoard.objects.exists()


@pytest.mark.django_db
def test_who_froze_another_page_meanwhile_is_not_overtaken(rating, meeting, meanwhile):
    def write():
        record_rating(assessment=rating, by=None, now=NOW, rag="amber", reason="They stand.")
        frozen(meeting)

    meanwhile(write, (freezing, "record_of"))
    with pytest.raises(ValidationError, match="somebody else"):
        frozen(meeting)
    assert "They stand." in FrozenBoard.objects.get().payload


@pytest.mark.django_db
def test_who_froze_the_same_page_meanwhile_shares_it(meeting, meanwhile):
    meanwhile(lambda: frozen(meeting), (freezing, "record_of"))
    one, is_new = frozen(meeting)
    assert not is_new
    assert one == FrozenBoard.objects.get()


def test_a_meeting_that_is_gone_before_it_is_read_is_told(db):
    meeting = MeetingFactory(held_on=NOW.date())
    Meeting.objects.filter(pk=meeting.pk).delete()
    with pytest.raises(ValidationError, match="somebody else changed this meeting"):
        freezing.freeze(meeting=meeting, since=(None, ""), by=None, now=NOW)
