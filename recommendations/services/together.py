"""Many ratings at once: what would change, rating by rating, and the write of all of it."""

import copy
import hashlib
import json
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from forces import policies

from ..models import Assessment
from ..reviews import differ, plain, reviewed_on
from .ratings import STANDING, faults_of, record_rating

FIELDS = (*STANDING, "reviewed_on")
NOT_FOUND = "This rating is not among those that you may read."
NOT_YOURS = "You do not rate for {force}, so this stays as it is."


class OvertakenError(Exception):
    """A rating is not any more as the person saw it; `plan` says what would change now."""

    def __init__(self, plan):
        super().__init__("A rating changed since it was looked at.")
        self.plan = plan


@dataclass(frozen=True)
class Wanted:
    """What the rating `key` is to say: any of `FIELDS` by name; the rest stays as it is."""

    key: int
    values: dict


@dataclass(frozen=True)
class Planned:
    """What would become of a rating: (field, what it says, what it will say), or why nothing.

    `rating` is None where the person may not read it. `faults` are sentences by field,
    those of the whole rating by "".
    """

    wanted: Wanted
    rating: Assessment | None
    changes: tuple = ()
    faults: dict = field(default_factory=dict)

    @property
    def is_written(self):
        return bool(self.changes) and not self.faults

    @property
    def stored_changes(self):
        """What of it would be written, as the database has it: [[field, value]]."""
        return [[name, _stored_value(self.rating, name, value)] for name, _, value in self.changes]


@dataclass(frozen=True)
class Plan:
    rows: tuple[Planned, ...]

    @property
    def written(self):
        return [row for row in self.rows if row.is_written]

    @property
    def refused(self):
        return [row for row in self.rows if row.faults]

    @property
    def shared_faults(self):
        """What keeps every change from being written, sentences by field; none where one is."""
        if self.written or not self.refused:
            return {}
        first, *others = (row.faults for row in self.refused)
        return {
            name: found
            for name, found in first.items()
            if all(other.get(name) == found for other in others)
        }

    @property
    def seen(self):
        """A digest of what the ratings say now and of what is made of each."""
        state = [
            [row.wanted.key, row.is_written, row.rating and _stored(row.rating), row.stored_changes]
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(state).encode()).hexdigest()


def plan(wanted, *, by, on):
    """Return the Plan of `wanted`, a list of Wanted, for the user `by` on the day `on`.

    It asks the database as often for one as for many. A rating of a force for which `by`
    does not rate is refused by itself.
    """
    keys = [one.key for one in wanted]
    visible = Assessment.objects.visible_to(by).select_related("force", "recommendation__report")
    ratings, rights = visible.in_bulk(keys), policies.Rights(by)
    return Plan(tuple(_planned(one, ratings.get(one.key), rights, on) for one in wanted))


@transaction.atomic
def record_together(wanted, *, by, now, seen):
    """Record what is `wanted` where it changes something and is not refused; return how many.

    `seen` is that of the Plan that the person looked at. Raises OvertakenError, and
    writes nothing, where a rating or the person's rights changed since.
    """
    held = Assessment.objects.filter(pk__in=[one.key for one in wanted])
    list(held.select_for_update().order_by("pk").values_list("pk"))
    current = plan(wanted, by=by, on=timezone.localdate(now))
    if current.seen != seen:
        raise OvertakenError(current)
    for row in current.written:
        values = {name: becomes for name, _, becomes in row.changes}
        true_on = values.pop("reviewed_on", row.rating.reviewed_on)
        record_rating(assessment=row.rating, by=by, now=now, true_on=true_on, **values)
    return len(current.written)


def _planned(wanted, rating, rights, on):
    if rating is None:
        return Planned(wanted, None, faults={"": [NOT_FOUND]})
    becomes = copy.copy(rating)
    for name, value in wanted.values.items():
        setattr(becomes, name, plain(value))
    given = wanted.values.get("reviewed_on")
    becomes.reviewed_on = reviewed_on(rating, becomes, given=given, on=on)
    changes = _changes(rating, becomes)
    if not changes:
        return Planned(wanted, rating)
    if not rights.may(policies.RATE, rating.force_id):
        return Planned(wanted, rating, faults={"": [NOT_YOURS.format(force=rating.force)]})
    faults = faults_of(becomes, on=on, was=rating.reviewed_on)
    return Planned(wanted, rating, changes, faults)


def _changes(rating, becomes):
    """Return (field, before, after) of each field in which the two differ for a reader."""
    pairs = [(name, getattr(rating, name), getattr(becomes, name)) for name in FIELDS]
    return tuple((name, was, now) for name, was, now in pairs if differ(was, now))


def _stored(rating):
    return [_stored_value(rating, name, getattr(rating, name)) for name in FIELDS]


def _stored_value(rating, name, value):
    return str(rating._meta.get_field(name).get_prep_value(value))
