"""What a board must say of its ratings, worked out the slow and plain way.

It knows nothing of courses or of queries: it is what the numbers on the pages are held against.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Told:
    """One entry of the history of `rating`, in the order in which entries were written."""

    rating: int
    rag: str
    owner: str
    expected: datetime.date | None
    recorded_at: datetime.datetime
    true_on: datetime.date


def state_on(rating, opened, entries, day):
    """Return what was last told of `rating` by the end of `day`, or None where it was not there.

    A rating of which nothing was told is there from the day `opened` on, and "not_assessed".
    """
    found = None
    for entry in sorted(entries, key=lambda one: one.recorded_at):
        if entry.rating == rating and entry.recorded_at.astimezone(LONDON).date() <= day:
            found = entry
    if found:
        return found
    return "not_assessed" if opened[rating] <= day else None


def rag_of(state):
    return state if isinstance(state, str) else state.rag


def numbers_on(opened, entries, day):
    """Return how many ratings were in each state at the end of `day`."""
    states = (state_on(rating, opened, entries, day) for rating in opened)
    return Counter(rag_of(state) for state in states if state)


def put_off(rating, entries, after, day):
    """Return how often the expected day of `rating` was put off after one day, until another."""
    times, known = 0, None
    for entry in sorted(entries, key=lambda one: one.recorded_at):
        told_on = entry.recorded_at.astimezone(LONDON).date()
        if entry.rating != rating or told_on > day or entry.expected is None:
            continue
        if known and entry.expected > known and told_on > after:
            times += 1
        known = entry.expected
    return times


def turned_green(opened, entries, since, day):
    """Return the ratings that were Green on `day` and not on the day `since`."""
    found = set()
    for rating in opened:
        now, was = (state_on(rating, opened, entries, one) for one in (day, since))
        if now and rag_of(now) == "green" and not (was and rag_of(was) == "green"):
            found.add(rating)
    return found
