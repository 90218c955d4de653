"""For whom a response waits: the same rule (turns.py) as a question and as a queryset."""

from django.db.models import Exists, F, OuterRef, Q, Subquery

from forces import policies
from forces.roles import Role

from . import turns
from .kinds import CommentsState
from .models import Publication, Response, ResponseEvent
from .models.response import IS_ASKED
from .services import changed_since_approval, not_listed
from .workflow import OPEN, Status

# turns.awaits_comments as a condition.
AWAITS_COMMENTS = Q(IS_ASKED, status__in=OPEN, comments__state=CommentsState.DRAFT)
# That the newest version of a response was withdrawn, so that readers are shown none.
IS_WITHDRAWN = Exists(
    Publication.objects.newest_of_each().filter(response=OuterRef("pk"), withdrawal__isnull=False)
)


# What the Record of a response names besides its parts.
READ_WITH = ("force", "body", "report", "follows__report")


def with_turns(responses):
    """Return `responses`, each with what `turns_of` asks of the database: who submitted it, how
    its comments stand, and whether its newest version is withdrawn.

    Who submitted it is known by the newest submission, as the guard of the approval has it.
    """
    newest = ResponseEvent.objects.submissions_of(OuterRef("pk")).values("by")[:1]
    return responses.annotate(
        submitted_by_id=Subquery(newest),
        comments_state=F("comments__state"),
        is_withdrawn=IS_WITHDRAWN,
    )


def note_approvals(rows, *, on, records=None):
    """Note on each of `rows`, responses of `with_turns`, what `turns_of` asks besides.

    That is `is_as_approved`: whether it is what was approved, as it is built on the day `on`;
    and `why_not`: that a report of one that is approved is not for readers, or "".
    `records` are those by key that were built already.
    """
    changed = changed_since_approval(rows, on=on, records=records)
    for row in rows:
        row.is_as_approved = row.pk not in changed
        row.why_not = not_listed(row) if row.status == Status.APPROVED else ""


def unfinished(responses):
    """Return those of `responses` whose first, or next, version is still to be published."""
    return responses.filter(~Q(status=Status.PUBLISHED) | IS_WITHDRAWN)


def turns_of(response):
    """Return the Turns that are to be taken with `response`, one of `with_turns` that was noted."""
    awaits = turns.awaits_comments(
        status=response.status,
        comments_state=response.comments_state,
        is_asked=response.is_asked,
    )
    return turns.turns(
        response.status,
        awaits_comments=awaits,
        is_withdrawn=response.is_withdrawn,
        is_as_approved=response.is_as_approved,
        why_not=response.why_not,
    )


def waiting_for(user, responses, *, on):
    """Return those of `responses` in which `user` has a turn on the day `on`."""
    approved = Response.objects.visible_to(user).filter(status=Status.APPROVED)
    approved = approved.select_related(*READ_WITH)
    changed = Q(pk__in=changed_since_approval(approved, on=on))
    asked = Q(_held(user, Role.LIAISON), AWAITS_COMMENTS)
    for status in Status:
        asked |= _taken_by(user, turns.turns(status), Q(~changed, status=status))
    again = turns.turns(Status.APPROVED, is_as_approved=False)
    asked |= _taken_by(user, again, changed)
    further = turns.turns(Status.PUBLISHED, is_withdrawn=True)
    asked |= _taken_by(user, further, Q(IS_WITHDRAWN, status=Status.PUBLISHED))
    return with_turns(responses).filter(asked)


def _taken_by(user, those, where):
    """Return the condition that a response is as `where` says, and one of `those` Turns is theirs.

    Without a Turn there is none: the condition is then that of no response.
    """
    not_by_them = Q(submitted_by_id=None) | ~Q(submitted_by_id=user.pk)
    taken = Q(pk__in=[])
    for turn in those:
        theirs = where & _held(user, turn.role)
        taken |= theirs & not_by_them if turn.bars_submitter else theirs
    return taken


def _held(user, role):
    return Q(force__in=policies.forces_of(user, frozenset({role})))
