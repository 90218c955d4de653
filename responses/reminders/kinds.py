"""The kinds of reminder: what each is called, when it is sent and to whom. Pure.

The days themselves are counted in rule.py; docs/reminders.md shows this table.
"""

from dataclasses import dataclass

from django.db import models

from forces.roles import Role

from ..publishing.layouts.words import count, in_a_row

# So many days before the last day, and the next of them as soon as a run was missed.
DAYS_LEFT = (28, 14, 7, 3, 1)
# From so many days before the last day on, the approvers are told too.
APPROVERS_FROM = 3
# So many days before the day by which the comments are asked for.
COMMENTS_NEAR = 3
WEEK = 7

EDITORS = frozenset({Role.EDITOR})
APPROVERS = frozenset({Role.APPROVER})
OFFICE = EDITORS | APPROVERS
WRITERS_OF_COMMENTS = frozenset({Role.LIAISON})


class ReminderKind(models.TextChoices):
    """What a reminder is about; each person chooses which of these they get."""

    OVERDUE = "overdue", "Response overdue"
    DEADLINE = "deadline", "Days left to answer"
    APPROVAL = "approval", "Approval waiting"
    INVITATION = "invitation", "Comments not received"
    RATINGS = "ratings", "Ratings to review"


@dataclass(frozen=True)
class About:
    """When a kind of reminder is sent, to whom in words, and which roles that are."""

    when: str
    to_whom: str
    roles: frozenset


ABOUT = {
    ReminderKind.OVERDUE: About(
        "The day after the last day to answer, then weekly until readers are shown a response.",
        "Editors and approvers",
        OFFICE,
    ),
    ReminderKind.DEADLINE: About(
        f"{in_a_row([count(days, 'day') for days in DAYS_LEFT])} before the last day to answer.",
        f"Editors; approvers too from {APPROVERS_FROM} days on",
        OFFICE,
    ),
    ReminderKind.APPROVAL: About(
        "When a response is submitted for approval, then weekly while it waits.",
        "Approvers, but not the person who submitted it",
        APPROVERS,
    ),
    ReminderKind.INVITATION: About(
        f"{COMMENTS_NEAR} days before the day by which the chief officer’s comments are asked "
        "for, the day after it, then weekly while they are neither received nor declined and "
        "the response is being written.",
        "Force liaisons and editors",
        WRITERS_OF_COMMENTS | EDITORS,
    ),
    ReminderKind.RATINGS: About(
        "Weekly at most, while ratings of open recommendations are stale: not reviewed lately, or "
        "opened as long ago and never reviewed.",
        "Editors",
        EDITORS,
    ),
}
# Everybody else gets no reminder; boards have pages of their own.
REMINDED = frozenset().union(*(about.roles for about in ABOUT.values()))


def kinds_for(roles):
    """Return the kinds that somebody who holds `roles` can get, in their order."""
    return [kind for kind, about in ABOUT.items() if about.roles & frozenset(roles)]
