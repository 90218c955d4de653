"""What the register does not say of a day: who holds an office, and who oversees a force."""

from django.db.models import Exists, OuterRef

from .models import LocalPolicingBody, OfficeHolder, Oversight, PoliceForce


def bodies_without_holder(day):
    """Return the bodies in being on `day` (a London date) of which no office-holder is known."""
    holders = OfficeHolder.objects.on(day).filter(body=OuterRef("pk"))
    return LocalPolicingBody.objects.on(day).exclude(Exists(holders))


def forces_without_body(day):
    """Return the forces in being on `day` (a London date) that no body is known to oversee."""
    overseen = Oversight.objects.on(day).filter(force=OuterRef("pk"))
    return PoliceForce.objects.on(day).exclude(Exists(overseen))
