"""What the command prints, and what it refuses to do."""

import pytest
from django.core.management import CommandError

from forces.models import Role
from responses.models import Digest, SentReminder

from .running import member, run

pytestmark = pytest.mark.django_db


def test_printing_sends_and_keeps_nothing(response, settings):
    settings.DEMONSTRATION = True
    member(response, Role.EDITOR)
    with pytest.raises(CommandError, match="Add --print"):
        run()
    told, to = run("--print")
    assert to == []
    assert "To: " in told
    assert "Subject: Borchester: 3 days left to answer Villages, 2026" in told
    assert "6 June 2026: 1 mail" in told
    assert not Digest.objects.exists()
    assert not SentReminder.objects.exists()
    assert "7 days left" in run("--print", "--on", "2 June 2026")[0]


def test_a_week_is_printed_as_it_would_go_out(response):
    member(response, Role.EDITOR, email="")
    told, _ = run("--print", "--from", "2026-06-05", "--days", "7")
    assert told.count("Subject: ") == 4
    assert [line for line in told.splitlines() if line.endswith(("mail", "mails"))] == [
        "5 June 2026: 1 mail",
        "6 June 2026: 1 mail",
        "7 June 2026: no mails",
        "8 June 2026: 1 mail",
        "9 June 2026: no mails",
        "10 June 2026: 1 mail",
        "11 June 2026: no mails",
    ]
    assert "no e-mail address" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["--on", "6 June 2026"],
        ["--days", "7"],
        ["--print", "--on", "the day after tomorrow"],
        ["--print", "--on", "June 2026"],
        ["--print", "--on", "6 June 2026", "--from", "6 June 2026"],
        ["--print", "--days", "7"],
        ["--print", "--from", "6 June 2026", "--days", "0"],
    ],
)
def test_what_makes_no_sense_is_refused_in_words(response, arguments):
    with pytest.raises(CommandError):
        run(*arguments)


def test_without_the_address_of_the_site_nothing_is_sent(response, settings):
    settings.SITE_ADDRESS = ""
    member(response, Role.EDITOR)
    with pytest.raises(CommandError, match="SITE_ADDRESS"):
        run()
