"""One moves a meeting while another freezes its page: they come one after the other.

SQLite lets one write at a time, so this is of PostgreSQL.
"""

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from responses.models import FrozenBoard, Meeting
from tests.admin_client import page
from tests.other_connections import (
    PATIENCE,
    backend,
    in_its_own_connection,
    wait_until_it_waits,
)
from tests.responses.minutes.frozen import DAY, frozen

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps writers waiting."),
]
DAY_BEFORE = "2026-06-09"


@pytest.fixture
def begin():
    """Return a function that begins work in another connection, and waits until that waits."""
    pids = SimpleQueue()

    def known(work):
        pids.put(backend())
        return work()

    with ThreadPoolExecutor(1) as other:

        def begin(work):
            future = other.submit(in_its_own_connection, lambda: known(work))
            wait_until_it_waits(future, pids.get(timeout=PATIENCE))
            return future

        yield begin


def move(editor, meeting):
    values = {"force": meeting.force.pk, "held_on": DAY_BEFORE, "name": meeting.name}
    return editor.post(page(Meeting, "change", meeting.pk), values)


def test_who_freezes_waits_for_who_moves_and_is_told(meeting, editor, begin, monkeypatch):
    clean, work = Meeting.clean, []

    def clean_while_the_other_begins(held):
        clean(held)
        work.append(begin(lambda: frozen(meeting)))

    monkeypatch.setattr(Meeting, "clean", clean_while_the_other_begins)
    assert move(editor, meeting).status_code == 302
    with pytest.raises(ValidationError, match="somebody else"):
        work[0].result()
    meeting.refresh_from_db()
    assert str(meeting.held_on) == DAY_BEFORE
    assert not FrozenBoard.objects.exists()


def test_who_moves_waits_for_who_freezes_and_is_told(meeting, editor, begin, monkeypatch):
    save, work = FrozenBoard.save, []

    def save_while_the_other_begins(*args, **kwargs):
        work.append(begin(lambda: move(editor, meeting)))
        save(*args, **kwargs)

    monkeypatch.setattr(FrozenBoard, "save", save_while_the_other_begins)
    frozen(meeting)
    assert "frozen for the minutes" in work[0].result().content.decode()
    meeting.refresh_from_db()
    assert meeting.held_on == DAY
