"""For whom a response waits: the same rule (turns.py) as a question and as a queryset."""

from django.db.models import Exists, F, OuterRef, Q, Subquery

from forces import policies
from forces.roles import Role

from . import turns
from .kinds import CommentsState
from .models import Publication, ResponseEvent
from .workflow import OPEN, Status

# turns.awaits_comments as a condition.
AWAITS_COMMENTS = Q(
    Q(invited_on__isnull=False) | Q(reply_by_on__isnull=False),
    status__in=OPEN,
    comments__state=CommentsState.DRAFT,
)
# That the newest version of a response was withdrawn, so that readers are shown none.
IS_WITHDRAWN = Exists(
    Publication.objects.newest_of_each().filter(response=OuterRef("pk"), withdrawal__isnull=False)
)


def with_turns(responses):
    """Return `responses`, each with what `turns_of` asks: who submitted it, how its comments
    stand, and whether its newest version is withdrawn.

    Who submitted it is known by the newest submission, as the guard of the approval has it.
    """
    newest = ResponseEvent.objects.submissions_of(OuterRef("pk")).values("by")[:1]
    return responses.annotate(
        submitted_by_id=Subquery(newest),
        comments_state=F("comments__state"),
        is_withdrawn=IS_WITHDRAWN,
    )


def unfinished(responses):
    """Return those of `responses` whose first, or next, version is still to be published."""
    return responses.filter(~Q(status=Status.PUBLISHED) | IS_WITHDRAWN)


def turns_of(response):
    """Return the Turns that are to be taken with `response`, one of `with_turns`."""
    awaits = turns.awaits_comments(
        status=response.status,
        comments_state=response.comments_state,
        is_asked=bool(response.invited_on or response.reply_by_on),
    )
    return turns.turns(response.status, awaits_comments=awaits, is_withdrawn=response.is_withdrawn)


def waiting_for(user, responses):
    """Return those of `responses` in which `user` has a turn."""
    asked = Q(_held(user, Role.LIAISON), AWAITS_COMMENTS)
    not_by_them = Q(submitted_by_id=None) | ~Q(submitted_by_id=user.pk)
    for status in Status:
        for turn in turns.turns(status):
            theirs = Q(_held(user, turn.role), status=status)
            asked |= theirs & not_by_them if turn.bars_submitter else theirs
    for turn in turns.turns(Status.PUBLISHED, is_withdrawn=True):
        asked |= Q(_held(user, turn.role), IS_WITHDRAWN, status=Status.PUBLISHED)
    return with_turns(responses).filter(asked)


def _held(user, role):
    return Q(force__in=policies.forces_of(user, frozenset({role})))
