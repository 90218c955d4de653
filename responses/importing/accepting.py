"""The write of what a person reviewed: one transaction, and only of what they looked at."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies
from recommendations.models import Assessment
from recommendations.partial_dates import PartialDate
from recommendations.services import record_rating

from ..services.moving import draft_hash, held
from ..workflow import OPEN
from . import shapes
from .fitting import LONGEST_DUE, LONGEST_OWNER, shortened
from .outcome import Removed, not_recorded, ratings_shortened
from .placing import Draft, assemble
from .refusal import ImportRefusedError
from .service import register_of
from .writing import MOVED_ON, take_out_text, write

NOT_OPEN = "Nothing was written: the response has been moved on, and its text cannot be changed."


class ChangedError(ImportRefusedError):
    """The response is another than the person saw; they can look again and go on."""


@dataclass(frozen=True)
class Ticked:
    """A rating that a person ticked, with the reason that some ratings need."""

    rating: object
    reason: str = ""


@dataclass(frozen=True)
class Done:
    """What was written: the draft that was made, what went, what to check, ratings recorded."""

    draft: Draft
    removed: Removed = field(default_factory=Removed)
    notes: tuple[str, ...] = ()
    rated: int = 0


def seen_of(response, *, now):
    """Return the hash of what a person sees who reviews a document for `response`."""
    return draft_hash(response, on=timezone.localdate(now))


@transaction.atomic
def accept(proposal, *, response, by, now, seen, replace, ratings=()):
    """Write the pieces of `proposal` where they are sent, and record the `ratings` ticked.

    `seen` is the hash of what was looked at; `replace` puts the pieces in the place of the
    text that is there, else they follow it. Returns Done. Raises ImportRefusedError, ChangedError
    where the response is another than was seen, ValidationError of a rating, and
    PermissionDenied, each with nothing written.
    """
    policies.require(by, policies.EDIT_DRAFTS, response.force_id)
    response = held(response)
    if response.status not in OPEN:
        raise ImportRefusedError(NOT_OPEN)
    if seen != seen_of(response, now=now):
        raise ChangedError(MOVED_ON)
    draft = assemble(proposal)
    removed = take_out_text(response) if replace else Removed()
    notes = write(response, draft, is_added=not replace, on=timezone.localdate(now))
    names = register_of(response).names
    for ticked in ratings:
        _record(ticked, response, by=by, now=now)
    cut = ratings_shortened([ticked.rating for ticked in ratings], names)
    notes = (*draft.shortened, *notes, *cut, *not_recorded(draft, names))
    return Done(draft, removed, notes, len(ratings))


def _record(ticked, response, *, by, now):
    """Record what the document says of a standing; what it does not say stays."""
    rating = ticked.rating
    found = Assessment.objects.filter(force=response.force, recommendation=rating.finding_id)
    assessment = found.first()
    if assessment is None:
        raise ValidationError(MOVED_ON)
    values = {
        "rag": rating.rag,
        "owner": shortened(rating.owner, LONGEST_OWNER),
        "reason": ticked.reason,
    }
    values = {name: value for name, value in values.items() if value}
    if rating.due:
        phrase = shortened(rating.due, LONGEST_DUE)
        values["expected_on"] = shapes.date(rating.due) or PartialDate(phrase=phrase)
    record_rating(assessment=assessment, by=by, now=now, **values)
