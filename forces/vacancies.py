"""What the register does not say of a day: who holds an office, and who oversees a force."""

from django.db.models import Exists, OuterRef

from . import section_55
from .models import OfficeHolder, Oversight, PoliceForce


def bodies_without_holder(day):
    """Return the bodies that oversee a force on `day` (a London date) without a known holder.

    A body that section 55 does not concern owes no response that would name one.
    """
    holders = OfficeHolder.objects.on(day).filter(body=OuterRef("pk"))
    overseeing = Oversight.objects.on(day).filter(body=OuterRef("pk"))
    bodies = section_55.bodies_under().on(day)
    return bodies.filter(Exists(overseeing)).exclude(Exists(holders))


def forces_without_body(day):
    """Return the forces in being on `day` (a London date) that no body is known to oversee."""
    overseen = Oversight.objects.on(day).filter(force=OuterRef("pk"))
    return PoliceForce.objects.on(day).exclude(Exists(overseen))
