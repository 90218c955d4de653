"""When somebody was here before: the last sign-in of an earlier London day."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from forces.models import User
from forces.services import record_sign_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


def at(day, hour):
    return datetime.datetime(2026, 6, day, hour, tzinfo=datetime.UTC)


def test_the_first_sign_in_has_none_before_it():
    user = UserFactory()
    record_sign_in(user=user, now=at(1, 9))
    user.refresh_from_db()
    assert (user.signed_in_at, user.previous_sign_in_at) == (at(1, 9), None)


def test_a_second_sign_in_on_one_day_keeps_what_was_new_in_the_morning():
    user = UserFactory()
    for now in (at(1, 9), at(1, 15), at(3, 9), at(3, 11)):
        record_sign_in(user=user, now=now)
    user.refresh_from_db()
    assert (user.signed_in_at, user.previous_sign_in_at) == (at(3, 11), at(1, 15))


def test_the_days_are_those_of_london():
    user = UserFactory()
    record_sign_in(user=user, now=at(1, 22))
    record_sign_in(user=user, now=at(1, 23))  # Midnight of summer time is past.
    assert user.previous_sign_in_at == at(1, 22)


def test_signing_in_records_it_and_a_wrong_password_does_not():
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    for password, is_recorded in (("wrong", False), (PASSWORD, True)):
        form = {"login": user.username, "password": password}
        Client().post(reverse("account_login"), form)
        assert (User.objects.get().signed_in_at is not None) is is_recorded
