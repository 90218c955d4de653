"""Who may do what: the one home of every permission.

Each permission is a set of roles. `forces_of` answers as a queryset of forces, from
which the managers make theirs; `Rights` answers as questions, from the memberships of
one person, and tests hold that both agree.
A superuser, the owner of the installation, may do everything.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property

from .models import Membership, PoliceForce
from .roles import Role

# The text of the local policing body, until it is published.
SEE_DRAFTS = frozenset({Role.EDITOR, Role.APPROVER})
EDIT_DRAFTS = frozenset({Role.EDITOR})
# Reports, findings, forces, bodies and people, which those read who work with them.
READ_REGISTER = SEE_DRAFTS | {Role.LIAISON}
# The chief officer's comments, which the body reads once they are submitted.
WRITE_COMMENTS = frozenset({Role.LIAISON})
SETTLE_COMMENTS = WRITE_COMMENTS | EDIT_DRAFTS
SEE_COMMENTS = WRITE_COMMENTS | SEE_DRAFTS
# Where the force stands on each finding: its liaison reads it, and its board on pages of its own.
SEE_RATINGS = SEE_DRAFTS | {Role.LIAISON}
RATE = frozenset({Role.EDITOR})
PROPOSE_PROGRESS = frozenset({Role.LIAISON})
SEE_PROPOSALS = PROPOSE_PROGRESS | SEE_DRAFTS
SEE_BOARD = SEE_RATINGS | {Role.BOARD_MEMBER}
# The days on which a board meets, which the office keeps; its pages offer them to all who see it.
SEE_MEETINGS = SEE_DRAFTS
KEEP_MEETINGS = frozenset({Role.EDITOR})
# What was published; the moves of a response before it are in responses/workflow.py.
SEE_PUBLICATIONS = SEE_DRAFTS
RECORD_DISPATCH = SEE_DRAFTS
WITHDRAW = frozenset({Role.APPROVER})

# All who may change anything. The board only reads.
WRITE_ANYTHING = frozenset(Role) - {Role.BOARD_MEMBER}


def forces_of(user, roles):
    """The forces in which `user` holds any of `roles`, as a queryset."""
    if not user.is_active:
        return PoliceForce.objects.none()
    if user.is_superuser:
        return PoliceForce.objects.all()
    held = Membership.objects.filter(user=user, role__in=roles, force=OuterRef("pk"))
    return PoliceForce.objects.filter(Exists(held))


class Rights:
    """What one person may do, looked up once for all: so keep it for one request only."""

    def __init__(self, user):
        self._user = user

    def may(self, roles, force_id):
        """Whether the person holds any of `roles` in the force with that key."""
        return self._is_owner or force_id in self._forces_with(roles)

    def may_somewhere(self, roles):
        """Whether the person holds any of `roles` in any force, which the owner always does."""
        return self._is_owner or bool(self._forces_with(roles))

    def roles_in(self, force_id):
        """The roles that the person may act in for the force with that key, the owner in all."""
        if self._is_owner:
            return frozenset(Role)
        return frozenset(role for force, role in self._held if force == force_id)

    @property
    def edits_register(self):
        """Whether the person keeps the register: forces, bodies, people, reports, accounts."""
        return self._is_owner or (None, Role.REGISTER_EDITOR) in self._held

    @property
    def _is_owner(self):
        return self._user.is_active and self._user.is_superuser

    def _forces_with(self, roles):
        return {force for force, role in self._held if role in roles and force is not None}

    @cached_property
    def _held(self):
        """Each force, None for the register, with each role that the person holds there."""
        if not self._user.is_active:
            return frozenset()
        held = Membership.objects.filter(user=self._user).order_by()
        return frozenset((force, Role(role)) for force, role in held.values_list("force", "role"))


def needs_second_factor(user):
    """Whether `user` may change anything, and so signs in with a second factor."""
    if user.is_superuser:
        return True
    return Membership.objects.filter(user=user, role__in=WRITE_ANYTHING).exists()


def require(by, roles, force_id):
    """Raise PermissionDenied where the user `by` holds none of `roles` in that force.

    `by` is None where nobody asks but the system itself, which may do everything.
    """
    if by is not None and not Rights(by).may(roles, force_id):
        raise PermissionDenied
