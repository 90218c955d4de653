"""The responses with which an office went on while comments on them were still asked for."""

from django.db.models import Q

from forces import policies

from .kinds import CommentsState
from .models import Response
from .models.response import IS_ASKED
from .workflow import Status


def shut_out_of(user, *, on):
    """Return the responses for which `user` was asked for comments and cannot send them now.

    Of those that are published, as long as the last day for the comments has not passed on the
    day `on`. Each is read with its comments.
    """
    asked = Response.objects.filter(
        IS_ASKED,
        comments__state=CommentsState.DRAFT,
        force__in=policies.forces_of(user, policies.WRITE_COMMENTS),
    )
    handed_in = Q(status__in=[Status.SUBMITTED, Status.APPROVED])
    in_time = Q(status=Status.PUBLISHED, reply_by_on__gte=on)
    rows = asked.filter(handed_in | in_time).order_by("pk")
    return rows.select_related("force", "report", "comments")
