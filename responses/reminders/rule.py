"""Which reminders are due on a day, and which of them a person gets. Pure.

A reminder stays due until the next one takes its place, so a run that was missed is caught
up with by the most urgent one alone. The deadline is that of recommendations/deadlines.py.
"""

import datetime
from dataclasses import dataclass

from recommendations.deadlines import days_until
from recommendations.freshness import days_since, is_too_long_ago

from ..kinds import CommentsState
from ..workflow import OPEN, Status
from .facts import ForceFacts, Key, RatingsFacts, ResponseFacts
from .kinds import (
    ABOUT,
    APPROVERS_FROM,
    COMMENTS_NEAR,
    DAYS_LEFT,
    EDITORS,
    OFFICE,
    WEEK,
    ReminderKind,
)

# The weeks of the ratings are counted from a Monday; any would do.
A_MONDAY = datetime.date(2024, 1, 1)
WEEKLY = "week"
NEAR = "near"


@dataclass(frozen=True)
class Reminder:
    """Something due. `days` are those left or gone by, `many` how many ratings it is about.

    `never` is how many of these nobody has ever reviewed.
    `but_not` is the key of a person who is not told, or None.
    """

    about: ResponseFacts | RatingsFacts
    kind: ReminderKind
    since: datetime.date
    step: str
    days: int
    roles: frozenset
    but_not: int | None = None
    many: int = 0
    never: int = 0

    @property
    def force(self) -> ForceFacts:
        return self.about.force

    @property
    def key(self):
        response = getattr(self.about, "key", None)
        return Key(self.force.key, response, self.kind, self.since, self.step)


def due(material, *, on):
    """Return every Reminder that is due on the day `on` (a London date), to whomever."""
    found = [one for facts in material.responses for one in of_response(facts, on=on)]
    ratings = (of_ratings(facts, on=on, after=material.stale_after) for facts in material.ratings)
    return [*found, *(one for one in ratings if one)]


def of_response(facts, *, on):
    """Return what is due on the day `on` about one response, as a list."""
    found = (_deadline(facts, on), _approval(facts, on), _invitation(facts, on))
    return [one for one in found if one]


def _deadline(facts, on):
    last = last_day(facts, on=on)
    if last is None:
        return None
    left = days_until(last, on=on)
    if left < 0:
        week = _week(-left - 1)
        return Reminder(facts, ReminderKind.OVERDUE, last, week, -left, OFFICE)
    step = min((days for days in DAYS_LEFT if days >= left), default=None)
    if step is None:
        return None
    roles = OFFICE if step <= APPROVERS_FROM else EDITORS
    return Reminder(facts, ReminderKind.DEADLINE, last, str(step), left, roles)


def last_day(facts, *, on):
    """Return the last day to answer, or None where none runs: not known, not judged, or done.

    Of a report dated to a month it is the last that is possible, once that is past.
    A draft may give a day of publication that is still to come: until then nothing is answered.
    Nor is it once readers are shown no version any more, whatever day that gave.
    """
    has_come = facts.published_on and not facts.published_on.is_to_come(on=on)
    is_done = has_come and not facts.is_withdrawn
    if facts.is_published or is_done or not facts.is_under_section_55:
        return None
    left = facts.judgement.days_left(on=on)
    return None if left is None else on + datetime.timedelta(days=left)


def _approval(facts, on):
    since = facts.submitted_on
    if facts.status != Status.SUBMITTED or since is None or since > on:
        return None
    days = days_since(since, on=on)
    kind = ReminderKind.APPROVAL
    return Reminder(
        facts, kind, since, _week(days), days, ABOUT[kind].roles, but_not=facts.submitted_by
    )


def _invitation(facts, on):
    by = facts.reply_by_on
    if by is None or not _waits_for_comments(facts, on):
        return None
    left = days_until(by, on=on)
    if left > COMMENTS_NEAR:
        return None
    kind = ReminderKind.INVITATION
    step = NEAR if left >= 0 else _week(-left - 1)
    return Reminder(facts, kind, by, step, left, ABOUT[kind].roles)


def _waits_for_comments(facts, on):
    """Whether comments were asked for, can still be written, and did not come."""
    is_settled = facts.comments != CommentsState.DRAFT or facts.has_comments
    is_to_come = facts.invited_on is not None and facts.invited_on > on
    return facts.status in OPEN and not is_settled and not is_to_come


def of_ratings(facts, *, on, after):
    """Return the Reminder of a force's ratings that nobody looks at on the day `on`, or None.

    They are stale, or were opened as long ago and never reviewed: `never` says how many.
    """
    stale = _long_ago(facts.reviewed_on, on, after)
    never = _long_ago(facts.opened_on, on, after)
    if not (stale or never):
        return None
    kind = ReminderKind.RATINGS
    week = _week(days_since(A_MONDAY, on=on))
    days = days_since(min(stale + never), on=on)
    many = len(stale) + len(never)
    return Reminder(
        facts, kind, A_MONDAY, week, days, ABOUT[kind].roles, many=many, never=len(never)
    )


def _long_ago(days, on, after):
    return [day for day in days if is_too_long_ago(day, on=on, after=after)]


def _week(days):
    return f"{WEEKLY} {days // WEEK}"


def for_person(person, reminders, sent, *, on):
    """Return what of `reminders` the person gets on the day `on`, the most urgent first.

    `sent` gives the day of each Key that the person was sent already.
    """
    own = (one for one in reminders if is_for(person, one) and is_new(one, sent, on=on))
    return sorted(own, key=_urgency)


def is_for(person, reminder):
    """Whether the person holds a role that is told, and wants reminders of this kind."""
    held = person.roles.get(reminder.force.key, frozenset())
    is_left_out = reminder.kind in person.muted or person.key == reminder.but_not
    return bool(held & reminder.roles) and not is_left_out


def is_new(reminder, sent, *, on):
    """Whether it was not sent yet and, where it comes weekly, the last one is a week ago."""
    key = reminder.key
    if key in sent:
        return False
    if not key.step.startswith(WEEKLY):
        return True
    before = [
        day for old, day in sent.items() if old[:-1] == key[:-1] and old.step.startswith(WEEKLY)
    ]
    return not before or days_since(max(before), on=on) >= WEEK


def _urgency(reminder):
    """Return what sorts before what: late, a week left, an approval, comments, the rest."""
    kind, days = reminder.kind, reminder.days
    is_soon = kind == ReminderKind.DEADLINE and days <= WEEK
    rank = {
        ReminderKind.OVERDUE: 0,
        ReminderKind.DEADLINE: 1 if is_soon else 4,
        ReminderKind.APPROVAL: 2,
        ReminderKind.INVITATION: 3,
        ReminderKind.RATINGS: 5,
    }[kind]
    counts_down = kind in (ReminderKind.DEADLINE, ReminderKind.INVITATION)
    return (rank, days if counts_down else -days, reminder.force.name, reminder.key[1] or 0)
