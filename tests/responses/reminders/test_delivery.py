"""Mail servers that fail, processes that die, and runs that meet: sent once all the same."""

import datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from forces.models import Role
from responses.models import Digest, SentReminder
from responses.models.reminder import DigestState
from responses.reminders import delivery
from responses.workflow import Status

from .running import member, run

pytestmark = pytest.mark.django_db


class Failing(EmailBackend):
    """A mail server that takes no mail for some; what it takes goes to the outbox."""

    refused = frozenset()

    def send_messages(self, messages):
        if any(set(message.to) & self.refused for message in messages):
            raise OSError("421 try again later")
        return super().send_messages(messages)


class Unreachable(EmailBackend):
    def open(self):
        raise ConnectionRefusedError("connection refused")


@pytest.fixture
def server(settings, monkeypatch):
    """Return a function that sets for whom the mail server fails."""
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    return lambda *refused: monkeypatch.setattr(Failing, "refused", frozenset(refused))


def test_mail_that_fails_is_tried_again_and_sent_once(response, server):
    member(response, Role.APPROVER)
    member(response, Role.EDITOR)
    server("approver@example.org")
    with pytest.raises(CommandError, match=r"(?s)1 mail could not be sent.*421 try again later"):
        run()
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]
    waiting = Digest.objects.get(state=DigestState.PENDING)
    assert (waiting.attempts, waiting.taken_at) == (1, None)
    assert "421" in waiting.last_error
    assert SentReminder.objects.count() == 1
    server()
    assert run()[1] == ["approver@example.org"]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts, waiting.last_error) == (DigestState.SENT, 2, "")
    assert run()[1] == []


def test_what_is_tried_again_says_what_is_true_by_then(response, server, today):
    member(response, Role.EDITOR)
    server("editor@example.org")
    with pytest.raises(CommandError):
        run()
    today("7 June 2026")
    server()
    run()
    assert mail.outbox[0].subject == "Borchester: 2 days left to answer Villages, 2026"
    response.status = Status.PUBLISHED
    response.save()
    today("8 June 2026")
    assert run()[1] == []


def test_where_there_is_no_mail_server_nothing_is_begun(response, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Unreachable"
    member(response, Role.EDITOR)
    with pytest.raises(CommandError, match="cannot be reached, so nothing was sent"):
        run()
    assert not Digest.objects.exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert run()[1] == ["editor@example.org"]


def test_a_digest_that_another_run_holds_is_left_to_it_until_it_is_given_up(response, today):
    editor = member(response, Role.EDITOR)
    held = Digest.objects.create(user=editor, taken_at=timezone.now(), attempts=1)
    assert run()[1] == []
    held.taken_at -= delivery.LEASE + datetime.timedelta(seconds=1)
    held.save()
    assert run()[1] == ["editor@example.org"]


def test_a_process_that_died_before_its_record_sends_again_under_the_same_message_id(
    response, monkeypatch
):
    """The mail was handed over; what a mail programme was shown already it need not show twice."""
    editor = member(response, Role.EDITOR)
    with monkeypatch.context() as dying:
        dying.setattr(delivery, "_record", _die)
        with pytest.raises(KeyboardInterrupt):
            run()
    (first,) = mail.outbox
    assert run()[1] == []
    held = Digest.objects.get(user=editor)
    held.taken_at -= delivery.LEASE + datetime.timedelta(seconds=1)
    held.save()
    assert run()[1] == ["editor@example.org"]
    (second,) = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert run()[1] == []


def test_a_run_that_comes_too_late_leaves_what_the_other_recorded(response, monkeypatch):
    """It took a digest and stalled; another run took the same one, sent it and recorded it."""
    member(response, Role.EDITOR)
    read, stalled = delivery.read_sent, []

    def stall(*args, **kwargs):
        if not stalled:
            stalled.append(True)
            Digest.objects.update(taken_at=None)
            run()
        return read(*args, **kwargs)

    monkeypatch.setattr(delivery, "read_sent", stall)
    call_command("send_reminders", stdout=StringIO())
    assert SentReminder.objects.count() == 1
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]


def _die(*arguments):
    raise KeyboardInterrupt


def test_a_run_that_finds_it_said_meanwhile_says_nothing(response, monkeypatch):
    """Another run finished between the first look and the taking of the digest."""
    member(response, Role.EDITOR)
    take, runs = delivery.take, []

    def late(person):
        if not runs:
            runs.append(person)
            run()
        return take(person)

    monkeypatch.setattr(delivery, "take", late)
    call_command("send_reminders", stdout=StringIO())
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]
    assert Digest.objects.count() == SentReminder.objects.count() == 1
