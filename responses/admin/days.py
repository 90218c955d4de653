"""What the admin says of the days of a response: its last one, and one that comes too late."""

from django.contrib import messages
from django.utils import timezone

from recommendations.partial_dates import PartialDate

from ..duty import asked_for_too_late
from ..presenters.deadlines import named_of_several
from ..publishing.build import build_record


def last_day_of(response):
    """Return "9 June 2026", or why there is none; with the name of the report of several."""
    report, judgement = response.binding(answered_on=response.published_on)
    last = judgement.last_day
    words = PartialDate.of(last).words if last else judgement.why or "none"
    return named_of_several(words, response, report, is_day=bool(last))


def warn_of_late_comments(request, response):
    """Tell whoever asked for comments by a day after the last day to answer."""
    record = build_record(response, on=timezone.localdate())
    if after := asked_for_too_late(record):
        by = record.comments.reply_by_on
        messages.warning(request, f"Comments are asked for by {by}, {after}.")
