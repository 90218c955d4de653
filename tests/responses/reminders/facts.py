"""Facts for the tests of the rule: a response to a report of the 15th of April 2026."""

import datetime

from forces.roles import Role
from recommendations.deadlines import judge_report
from recommendations.partial_dates import PartialDate, parse
from responses.reminders.facts import (
    ForceFacts,
    Material,
    Person,
    RatingsFacts,
    ResponseFacts,
)
from responses.workflow import Status

FORCE = ForceFacts(7, "Borchester")
# Counted by hand in DOMAIN's own example: published on 15 April 2026, the last day is 9 June.
PUBLISHED = PartialDate(2026, 4, 15)
LAST_DAY = datetime.date(2026, 6, 9)
SITE = {"site": "https://answerable.example", "site_name": "Answerable"}


def day(text):
    """Return the datetime.date of "6 June 2026"."""
    return parse(text).earliest


def response(**facts):
    """Return the ResponseFacts of a draft whose last day to answer is the 9th of June 2026."""
    usual = {
        "key": 1,
        "force": FORCE,
        "report": "Village policing, 2026",
        "status": Status.DRAFT,
        "judgement": judge_report(report_on=PUBLISHED, answered_on=parse("")),
        "last_day_words": "9 June 2026 (day 56)",
        "comments_key": 5,
    }
    return ResponseFacts(**(usual | facts))


def ratings(*days, opened=()):
    """Return RatingsFacts of days in words: of the reviews, and of what was opened since."""
    return RatingsFacts(FORCE, tuple(day(one) for one in days), tuple(day(one) for one in opened))


def person(*roles, key=1, **facts):
    """Return a Person who holds `roles` in the force, an editor unless told otherwise."""
    roles = {FORCE.key: frozenset(roles or {Role.EDITOR})}
    return Person(key, "Ann Editor", "ann@example.org", roles, **facts)


def material(*responses, people=(), ratings=(), **facts):
    return Material(
        people=tuple(people or [person()]),
        responses=responses,
        ratings=tuple(ratings),
        stale_after=90,
        **facts,
    )
