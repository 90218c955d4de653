"""Freezes the page of a board for the minutes of a meeting."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies

from ..boards import Period, one_moment, read, record_of
from ..models import FrozenBoard, Meeting
from ..publishing.board import BoardRecord

TO_COME = "This meeting is still to come. Its page can be frozen from its day on."
CHANGED = (
    "This page changed after you opened it, so it was not frozen. Look at it again, and then "
    "freeze it."
)
OVERTAKEN = (
    "While this page was being frozen, somebody else changed this meeting or froze its page, so "
    "yours was not frozen. Look at it again first."
)


def freeze(*, meeting, since, by, now, seen=None):
    """Return the FrozenBoard of `meeting` as its page stands, and whether it was frozen now.

    `since` is the Period's day to compare with (a London date) and its name, or (None, ""). Where
    nothing changed since the newest, that one is returned. `seen` is the hash of the record that
    the person was shown; None where nobody looked. Raises ValidationError before the day of the
    meeting, where its page is no longer the one that was seen, and where somebody else changes the
    meeting or freezes another page of it meanwhile.
    """
    policies.require(by, policies.KEEP_MEETINGS, meeting.force_id)
    with one_moment():
        held = Meeting.objects.select_related("force").filter(pk=meeting.pk).first()
        if held is None:
            raise ValidationError(OVERTAKEN, code="conflict")
        newest = held.frozen_boards.newest_first().first()
        record = _record(held, since, timezone.localdate(now))
    if seen is not None and seen != record.sha256:
        raise ValidationError(CHANGED, code="conflict")
    return _keep(record, held, newest, by=by, now=now)


def _record(held, since, today):
    if held.held_on > today:
        raise ValidationError(TO_COME)
    day, name = since
    period = Period(held.held_on, since=day, since_name=name, is_today=held.held_on == today)
    return record_of(held.force, read(held.force, period), meeting=held.name)


@transaction.atomic
def _keep(record, read_of, newest, *, by, now):
    """Keep `record`, of the meeting `read_of` whose frozen page was the `newest`, or None."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("force")
    held = rows.filter(pk=read_of.pk).first()
    if held is None or _place(held) != _place(read_of):
        raise ValidationError(OVERTAKEN, code="conflict")
    last = held.frozen_boards.newest_first().first()
    if last and _says_the_same(BoardRecord.from_json(last.payload), record):
        return last, False
    if last != newest:
        raise ValidationError(OVERTAKEN, code="conflict")
    frozen = FrozenBoard.objects.create(
        meeting=held,
        payload=record.to_json(),
        sha256=record.sha256,
        frozen_at=now,
        frozen_by=by,
        frozen_by_name=str(by or "the system"),
    )
    return frozen, True


def _place(meeting):
    return meeting.force_id, meeting.held_on, meeting.name


def _says_the_same(kept, record):
    """Whether `kept` says what `record` does, made on the day itself or later."""
    if kept.is_of_its_day and not record.is_of_its_day:
        kept = kept.of_a_later_day
    return kept == record
