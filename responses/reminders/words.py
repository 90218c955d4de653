"""A reminder in words: its heading, what stands under it, and where it leads. Pure.

Nothing here repeats what an office or a force wrote: names, states, days and counts alone.
"""

import calendar

from django.urls import reverse

from recommendations.deadlines import days_until
from recommendations.freshness import days_since
from recommendations.partial_dates import PartialDate

from ..publishing.layouts.words import count
from ..workflow import Status
from .kinds import OFFICE, ReminderKind
from .rule import last_day

WEEKEND = (calendar.SATURDAY, calendar.SUNDAY)


def heading(reminder, *, stale_after):
    """Return the reminder in one line, which says for itself what is the matter."""
    return f"{reminder.force.name}: {matter(reminder, stale_after=stale_after)}"


def matter(reminder, *, stale_after):
    """Return what is the matter, without the name of the force."""
    return HEADINGS[reminder.kind](reminder, stale_after)


def _overdue(reminder, _):
    least = "" if reminder.about.judgement.last_day else "at least "
    days = count(reminder.days, "day")
    return f"the answer to {reminder.about.report} is {least}{days} overdue"


def _left(reminder, _):
    if reminder.days == 0:
        return f"today is the last day to answer {reminder.about.report}"
    return f"{count(reminder.days, 'day')} left to answer {reminder.about.report}"


def _waits(reminder, _):
    return f"the response to {reminder.about.report} waits for your approval"


def _comments(reminder, _):
    what = f"the chief officer’s comments on {reminder.about.report}"
    if reminder.days < 0:
        return f"{what} are {count(-reminder.days, 'day')} overdue"
    if reminder.days == 0:
        return f"today is the last day for {what}"
    return f"{count(reminder.days, 'day')} left for {what}"


def _stale(reminder, stale_after):
    return f"{count(reminder.many, 'rating')} not reviewed for more than {stale_after} days"


HEADINGS = {
    ReminderKind.OVERDUE: _overdue,
    ReminderKind.DEADLINE: _left,
    ReminderKind.APPROVAL: _waits,
    ReminderKind.INVITATION: _comments,
    ReminderKind.RATINGS: _stale,
}


def details(reminder, *, on):
    """Return the sentences under the heading, each a line of its own, as of the day `on`."""
    return [line for line in DETAILS[reminder.kind](reminder, on) if line]


def _deadline_details(reminder, on):
    yield _last_day(reminder.about, on)
    yield f"State: {_state(reminder.about)}."


def _approval_details(reminder, on):
    day = _day(reminder.since)
    ago = f"on {day}, {count(reminder.days, 'day')} ago" if reminder.days else f"today, {day}"
    yield f"Submitted {ago}."
    yield _last_day(reminder.about, on)


def _comments_details(reminder, on):
    yield f"Asked for by {_day(reminder.since)}, and neither received nor declined."
    yield _last_day(reminder.about, on)


def _ratings_details(reminder, on):
    never, stale = reminder.never, reminder.many - reminder.never
    if stale:
        oldest = min(reminder.about.reviewed_on)
        what = "It" if reminder.many == 1 else "The oldest"
        ago = count(days_since(oldest, on=on), "day")
        yield f"{what} was last reviewed on {_day(oldest)}, {ago} ago."
    if never:
        oldest = min(reminder.about.opened_on)
        ago = count(days_since(oldest, on=on), "day")
        which = "It was" if reminder.many == 1 else _which(never, stale)
        opened = "and was opened" if never == 1 else "the oldest opened"
        yield f"{which} never reviewed, {opened} on {_day(oldest)}, {ago} ago."


def _which(never, stale):
    """Return which of several ratings were never reviewed, and the verb."""
    verb = "was" if never == 1 else "were"
    return f"{never if stale else f'All {never}'} {verb}"


DETAILS = {
    ReminderKind.OVERDUE: _deadline_details,
    ReminderKind.DEADLINE: _deadline_details,
    ReminderKind.APPROVAL: _approval_details,
    ReminderKind.INVITATION: _comments_details,
    ReminderKind.RATINGS: _ratings_details,
}


def _last_day(facts, on):
    """Return when the last day to answer is, was or may have been; "" where none runs."""
    last = last_day(facts, on=on)
    if last is None:
        return ""
    if facts.judgement.last_day is None:
        return facts.judgement.why
    tense = "was" if days_until(last, on=on) < 0 else "is"
    return f"The last day to answer {tense} {facts.last_day_words}{_weekend(last)}."


def _weekend(day):
    """Return ", a Sunday" where the Act makes no allowance and people might."""
    return f", a {calendar.day_name[day.weekday()]}" if day.weekday() in WEEKEND else ""


def _state(facts):
    label = Status(facts.status).label
    return label[:1].lower() + label[1:]


def _day(day):
    return PartialDate.of(day).words


def path(reminder, person):
    """Return the path of the page on which the person can do something about it."""
    if reminder.kind == ReminderKind.RATINGS:
        listed = reverse("admin:recommendations_assessment_changelist")
        return f"{listed}?force={reminder.force.key}"
    if person.roles.get(reminder.force.key, frozenset()) & OFFICE:
        return reverse("admin:responses_response_change", args=[reminder.about.key])
    if reminder.about.comments_key is None:
        return reverse("admin:responses_chiefofficercomments_changelist")
    return reverse(
        "admin:responses_chiefofficercomments_change", args=[reminder.about.comments_key]
    )
