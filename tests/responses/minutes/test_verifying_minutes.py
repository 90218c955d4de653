"""A frozen page that was tampered with is found and named."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from forces import guard
from responses.models import FrozenBoard
from responses.publishing.canonical import sha256
from tests.factories import MeetingFactory
from tests.responses.minutes.frozen import DAY, frozen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: {"payload": one.payload.replace("fell", "rose")}, "does not have the hash"),
        (lambda one: {"payload": "{", "sha256": sha256("{")}, "cannot be read"),
        (lambda one: {"meeting_id": MeetingFactory(held_on=DAY).pk}, "of its meeting"),
    ],
)
def test_a_frozen_page_that_was_tampered_with_is_named(meeting, change, told, capsys):
    one, _ = frozen(meeting)
    call_command("verify_publications")
    assert "Verified 1 frozen page of boards" in capsys.readouterr().out
    for sql in guard.to_lift(FrozenBoard, connection.vendor):
        connection.cursor().execute(sql)
    FrozenBoard._base_manager.filter(pk=one.pk).update(**change(one))
    with pytest.raises(CommandError, match=told) as found:
        call_command("verify_publications")
    assert f"minutes {one.pk} of" in str(found.value)
