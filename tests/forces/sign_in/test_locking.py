"""Who guesses is locked out, under that name and from that address alone."""

import datetime

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory

from forces.models import Role
from forces.sign_in.locking import client_address

from .people import PASSWORD, code_of, gets_in, give_code, give_password, person, with_app

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": "198.51.100.9"}


@pytest.fixture
def member():
    return person(Role.BOARD_MEMBER, is_staff=False, username="anna")


def fail(user, times, **extra):
    for _ in range(times):
        answer, _ = give_password(user, "wrong", **extra)
    return answer


def opens_board(client):
    return client.get("/board/").status_code == 200


def test_the_right_password_is_refused_while_locked_and_accepted_from_elsewhere(member, settings):
    fail(member, settings.SIGN_IN_TRIES, **HERE)
    answer, client = give_password(member, **HERE)
    assert not opens_board(client)
    page = answer.content.decode()
    assert "Too many tries" in page
    assert "Wait 15 minutes" in page
    _, colleague = give_password(member, **ELSEWHERE)
    assert opens_board(colleague)


def test_another_person_signs_in_from_where_somebody_was_locked_out(member, settings):
    fail(member, settings.SIGN_IN_TRIES, **HERE)
    _, client = give_password(person(Role.BOARD_MEMBER), **HERE)
    assert opens_board(client)


def test_up_to_the_limit_the_right_password_is_accepted_and_begins_the_count_anew(member, settings):
    for _ in range(2):
        fail(member, settings.SIGN_IN_TRIES - 1, **HERE)
        _, client = give_password(member, **HERE)
        assert opens_board(client)


def test_the_lock_ends_after_its_time_and_tries_meanwhile_do_not_prolong_it(member, settings):
    fail(member, settings.SIGN_IN_TRIES, **HERE)
    for minutes, opens in ((10, False), (5, True)):
        for attempt in AccessAttempt.objects.all():
            attempt.attempt_time -= datetime.timedelta(minutes=minutes, seconds=1)
            attempt.save()
        answer, client = give_password(member, **HERE)
        assert opens_board(client) is opens
        assert opens or "Wait 5 minutes" in answer.content.decode()


def test_however_the_name_is_written_the_tries_count_together(member, settings):
    for n in range(settings.SIGN_IN_TRIES):
        member.username = ("anna", " ANNA", "Anna ")[n % 3]
        fail(member, 1, HTTP_USER_AGENT=f"browser {n}", **HERE)
    member.username = "anna"
    _, client = give_password(member, **HERE)
    assert not opens_board(client)


def test_wrong_codes_count_like_wrong_passwords(settings):
    user = with_app(person(Role.EDITOR))
    _, client = give_password(user, **HERE)
    for _ in range(settings.SIGN_IN_TRIES):
        answer = client.post("/sign-in/second-step/", {"code": "1"}, **HERE)
    assert "Too many tries" in answer.content.decode()
    client.post("/sign-in/second-step/", {"code": code_of()}, **HERE)
    assert not gets_in(client)
    _, colleague = give_password(user, **ELSEWHERE)
    assert (
        colleague.post("/sign-in/second-step/", {"code": code_of()}, **ELSEWHERE).url == "/admin/"
    )


def test_a_right_password_between_wrong_codes_gives_no_more_tries(settings):
    user = with_app(person(Role.EDITOR))
    for _ in range(settings.SIGN_IN_TRIES):
        _, client = give_password(user)
        give_code(client, "1")
    answer, client = give_password(user)
    assert "Too many tries" in answer.content.decode()


def test_the_old_password_is_guessed_no_more_often_than_at_the_door(member, settings):
    _, client = give_password(member, **HERE)
    form = {"old_password": "wrong", "new_password1": "x", "new_password2": "x"}
    for _ in range(settings.SIGN_IN_TRIES):
        client.post("/account/password/", form, **HERE)
    new = {"old_password": PASSWORD, "new_password1": "an other long one"}
    answer = client.post("/account/password/", new | {"new_password2": "an other long one"}, **HERE)
    assert "Too many tries" in answer.content.decode()
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


def test_nothing_that_was_typed_is_kept(member):
    Client().post("/sign-in/", {"login": "anna", "password": "nearly right"})
    kept = AccessAttempt.objects.get()
    assert "nearly" not in f"{kept.get_data}{kept.post_data}"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.5", "192.0.2.7"),
        (1, "203.0.113.5", "203.0.113.5"),
        # What the visitor put there stands to the left, and is not believed.
        (1, "10.9.8.7, 203.0.113.5", "203.0.113.5"),
        (2, "10.9.8.7, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.7"),
        (1, "", None),
        (1, "nonsense", None),
        (1, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
    ],
)
def test_the_address_is_what_a_trusted_proxy_saw(settings, proxies, forwarded, address):
    settings.PROXIES_IN_FRONT = proxies
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded, **HERE)
    assert client_address(request) == address


def test_a_header_of_the_visitor_does_not_escape_the_lock(member, settings):
    for n in range(settings.SIGN_IN_TRIES):
        fail(member, 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{n}", **HERE)
    _, client = give_password(member, HTTP_X_FORWARDED_FOR="203.0.113.99", **HERE)
    assert not opens_board(client)
