"""Gathers what the rule of reminders looks at, in a fixed number of queries."""

import datetime
from collections import defaultdict

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from forces.models import Membership
from forces.roles import Role
from recommendations.kinds import is_of_section_55
from recommendations.models import Assessment

from ..kinds import CommentsState, Voice
from ..models import (
    MutedReminder,
    NarrativeSection,
    Publication,
    Response,
    ResponseEvent,
    SentReminder,
)
from ..presenters.deadlines import last_day_words
from ..publishing.layouts.words import in_a_row
from ..waiting import IS_WITHDRAWN, unfinished
from ..workflow import Status
from .facts import ForceFacts, Key, Material, Person, RatingsFacts, ResponseFacts
from .kinds import REMINDED

# What was sent about a whole force longer ago than this has no bearing on any day to come.
LOOK_BACK = datetime.timedelta(days=60)


def read_material(*, on):
    """Return the Material of the register as it is now, for the day `on` (a London date)."""
    responses = tuple(_response_facts(row) for row in _worked_on())
    people = tuple(_people())
    return Material(
        people=people,
        responses=responses,
        ratings=tuple(_ratings()),
        stale_after=settings.RATING_STALE_AFTER_DAYS,
        sent=read_sent([person.key for person in people], on=on),
    )


def read_sent(people, *, on):
    """Return by the keys of `people` the day on which each Key was sent to them."""
    is_open = Q(response__in=unfinished(Response.objects))
    is_recent = Q(response=None, sent_on__gte=on - LOOK_BACK)
    rows = SentReminder.objects.filter(is_open | is_recent, user__in=people)
    sent = defaultdict(dict)
    for user, day, *key in rows.values_list("user", "sent_on", *Key._fields):
        sent[user][Key(*key)] = day
    return sent


def _worked_on():
    """The responses that are not done with, each with what its facts need."""
    of_this = OuterRef("pk")
    submitted = ResponseEvent.objects.submissions_of(of_this)
    chief = NarrativeSection.objects.filter(response=of_this, voice=Voice.CHIEF_OFFICER)
    shown = Publication.objects.current().filter(response=of_this)
    return (
        unfinished(Response.objects)
        .select_related("force", "report", "body", "comments")
        .prefetch_related("further_reports")
        .annotate(
            is_published=Exists(shown),
            is_withdrawn=IS_WITHDRAWN,
            has_comments=Exists(chief.exclude(body="")),
            submitted_at=Subquery(submitted.values("at")[:1]),
            submitted_by=Subquery(submitted.values("by")[:1]),
        )
        .order_by("pk")
    )


def _response_facts(row):
    comments = getattr(row, "comments", None)
    applies = row.body.is_under_section_55
    report, judgement = row.binding()
    return ResponseFacts(
        key=row.pk,
        force=ForceFacts(row.force_id, row.force.short_name),
        report=in_a_row([one.short_title for one in row.reports()]),
        status=Status(row.status),
        judgement=judgement,
        last_day_words=last_day_words(report, applies=applies),
        is_under_section_55=applies and any(is_of_section_55(one.kind) for one in row.reports()),
        published_on=row.published_on,
        is_published=row.is_published,
        is_withdrawn=row.is_withdrawn,
        invited_on=row.invited_on,
        reply_by_on=row.reply_by_on,
        comments_key=comments.pk if comments else None,
        comments=comments.state if comments else CommentsState.DRAFT,
        has_comments=row.has_comments,
        submitted_on=timezone.localdate(row.submitted_at) if row.submitted_at else None,
        submitted_by=row.submitted_by,
    )


def _ratings():
    """Yield of each force when its open recommendations were reviewed, as its board counts them."""
    rows = Assessment.objects.open().order_by("force__short_name")
    reviewed, never = defaultdict(list), defaultdict(list)
    fields = ("force", "force__short_name", "reviewed_on", "opened_on")
    for force, name, reviewed_on, opened_on in rows.values_list(*fields):
        days = reviewed if reviewed_on else never
        days[ForceFacts(force, name)].append(reviewed_on or opened_on)
    for force in reviewed | never:
        yield RatingsFacts(force, tuple(reviewed[force]), tuple(never[force]))


def _people():
    """Yield those of the staff who hold a role now that is reminded of anything."""
    held = Membership.objects.filter(
        role__in=REMINDED, user__is_active=True, user__is_staff=True
    ).select_related("user")
    roles, users = defaultdict(lambda: defaultdict(set)), {}
    for membership in held.order_by("user__username"):
        users[membership.user_id] = membership.user
        roles[membership.user_id][membership.force_id].add(Role(membership.role))
    muted = defaultdict(set)
    for user, kind in MutedReminder.objects.filter(user__in=users).values_list("user", "kind"):
        muted[user].add(kind)
    for key, user in users.items():
        own = {force: frozenset(those) for force, those in roles[key].items()}
        yield Person(key, str(user), user.email, own, frozenset(muted[key]))
