"""For which forces section 55 of the Police Act 1996 runs: one question and one queryset."""

from django.db.models import Exists, OuterRef

from .models import LocalPolicingBody, Oversight, PoliceForce
from .models.body import BodyKind


def forces_under(day):
    """Return the forces in being on `day` (a London date) for which section 55 runs.

    Each is overseen by a local policing body or, where its oversight on that day is not
    recorded, is taken to be: only those known to be under another authority are left out.
    """
    elsewhere = Oversight.objects.on(day).filter(
        force=OuterRef("pk"), body__kind=BodyKind.OTHER_AUTHORITY
    )
    return PoliceForce.objects.on(day).exclude(Exists(elsewhere))


def runs_for(force, day):
    """Return whether `force` is one of `forces_under(day)`."""
    return forces_under(day).filter(pk=force.pk).exists()


def bodies_under():
    """Return the local policing bodies for which section 55 runs; each can be asked too."""
    return LocalPolicingBody.objects.exclude(kind=BodyKind.OTHER_AUTHORITY)
