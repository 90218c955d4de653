"""Which kinds of reminder a person wants: all of them, but for those that were switched off."""

from django.db import transaction

from forces.models import Membership

from ..models import MutedReminder
from .kinds import kinds_for


def kinds_open_to(user):
    """Return the kinds of reminder that the roles of `user` bring, in their order."""
    return kinds_for(Membership.objects.filter(user=user).values_list("role", flat=True))


def wanted_by(user):
    """Return which of the kinds open to `user` are not switched off, in their order."""
    muted = set(MutedReminder.objects.filter(user=user).values_list("kind", flat=True))
    return [kind for kind in kinds_open_to(user) if kind not in muted]


@transaction.atomic
def choose(*, user, kinds):
    """Let `user` get `kinds`, and no other of those that are open to them.

    What another role would bring stays as it was.
    """
    for kind in kinds_open_to(user):
        if kind in kinds:
            MutedReminder.objects.filter(user=user, kind=kind).delete()
        else:
            MutedReminder.objects.get_or_create(user=user, kind=kind)
