"""The last day of an answer, in words, for lists and pages of the admin."""

from ..publishing.build import deadline_of


def last_day_of(response):
    """Return "9 June 2026", or the sentence that says why there is none."""
    deadline = deadline_of(response)
    return deadline.last_day.words or deadline.why or "none"
