"""Who may do what: the one home of every permission.

Each permission is a set of roles. `forces_of` answers as a queryset of forces, and
`may` as a question about one force; both read the same table. A superuser, the
owner of the installation, may do everything.
"""

from django.db.models import Exists, OuterRef

from .models import Membership, PoliceForce, Role

SEE_DRAFTS = frozenset({Role.EDITOR, Role.APPROVER})
EDIT_DRAFTS = frozenset({Role.EDITOR})
PUBLISH = frozenset({Role.APPROVER})


def forces_of(user, roles):
    """The forces in which `user` holds any of `roles`, as a queryset."""
    if not user.is_active:
        return PoliceForce.objects.none()
    if user.is_superuser:
        return PoliceForce.objects.all()
    held = Membership.objects.filter(user=user, role__in=roles, force=OuterRef("pk"))
    return PoliceForce.objects.filter(Exists(held))


def may(user, roles, force):
    """Whether `user` holds any of `roles` in `force`."""
    return forces_of(user, roles).filter(pk=force.pk).exists()


def has_any(user, roles):
    """Whether `user` holds any of `roles` in any force."""
    return forces_of(user, roles).exists()


def edits_register(user):
    """Whether `user` keeps the register itself: forces, bodies, people, reports, accounts."""
    if not user.is_active:
        return False
    return (
        user.is_superuser
        or Membership.objects.filter(user=user, role=Role.REGISTER_EDITOR).exists()
    )
