"""A meeting of a board, marked as made up, and its page frozen for the minutes."""

from django.utils import timezone

from ..models import Meeting
from ..services import freeze

NAME = "Illustrative meeting"


def load_meeting(force, *, editor, now):
    """Add the meeting of `force` on the London day of `now`, and freeze its board's page."""
    meeting = Meeting.objects.create(force=force, held_on=timezone.localdate(now), name=NAME)
    freeze(meeting=meeting, since=(None, ""), by=editor, now=now)
