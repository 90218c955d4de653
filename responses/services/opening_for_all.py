"""Opening a response for every force that a report concerns, and why not for some."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies
from forces.models import Oversight, PoliceForce

from ..models import Publication, Response
from .opening import open_response

NO_BODY = "No local policing body is recorded for it today. Add it under Oversight."
ANSWERED = "It has a response to this report already."
MOVED_ON = "Nothing was opened: what is to be opened changed while your page was open. Look again."
NOTHING = "Nothing is to be opened: no force that this report concerns lacks a response."


@dataclass(frozen=True)
class Opening:
    """A force that a report concerns, and the sentence that says why nothing is opened, or ""."""

    force: PoliceForce
    why_not: str


def openings(report, *, on):
    """Return the Opening of each force that `report` concerns on the day `on`, by their names.

    It asks the database as often for one force as for all.
    """
    overseen = set(Oversight.objects.on(on).values_list("force", flat=True))
    answered = set(Response.objects.answering_any([report]).values_list("force", flat=True))
    current = Publication.objects.current().answering(report)
    answered |= set(current.values_list("force", flat=True))

    def why_not(force):
        if force.pk in answered:
            return ANSWERED
        return "" if force.pk in overseen else NO_BODY

    return [Opening(force, why_not(force)) for force in report.concerned_forces(on=on)]


def to_open(found):
    """Return the forces of those Openings that nothing stands against."""
    return [opening.force for opening in found if not opening.why_not]


def seen_of(found):
    """Return what says of `openings` for which forces a response would be opened."""
    return ",".join(str(force.pk) for force in to_open(found))


@transaction.atomic
def open_for_all(*, report, by, now, seen):
    """Open a draft for every force that `report` concerns and that lacks one; return them.

    `seen` is that of the openings that the person looked at. Raises ValidationError where
    they are not so any more, or nothing is to be opened, and PermissionDenied where `by`,
    unless None, does not keep the register.
    """
    if by is not None and not policies.Rights(by).edits_register:
        raise PermissionDenied
    found = openings(report, on=timezone.localdate(now))
    if seen_of(found) != seen:
        raise ValidationError(MOVED_ON)
    if not seen:
        raise ValidationError(NOTHING)
    # Who keeps the register may open for every force, and writes for none: asked above.
    return [open_response(force=one, report=report, by=None, now=now) for one in to_open(found)]
