"""Reads the history of forces, bodies, people, reports, ratings and accounts."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from forces.models import LocalPolicingBody, Membership, OfficeHolder, Oversight, PoliceForce, User
from recommendations.models import (
    Action,
    Addressee,
    Addressing,
    Assessment,
    Evidence,
    Grade,
    InspectionReport,
    Recommendation,
)

from ..models import CoveringLetter
from .ratings import rows_of_rating
from .reading import names_in, rows_in
from .timeline import Timeline

M2M = {InspectionReport: "forces"}
# The parts that a row is written with, each with the field that says to which row it belongs.
PARTS = {
    InspectionReport: ((Recommendation, "report"), (Grade, "report")),
    Recommendation: ((Addressing, "recommendation"),),
    User: ((Membership, "user"),),
    Assessment: ((Action, "assessment"), (Evidence, "assessment")),
}
# What a thing is of never changes.
OF = {Recommendation: "report"}
RELATIONS = (
    (PoliceForce, "succeeded_by", PoliceForce.objects, str),
    (LocalPolicingBody, "succeeded_by", LocalPolicingBody.objects, str),
    (Oversight, "force", PoliceForce.objects, str),
    (Oversight, "body", LocalPolicingBody.objects, str),
    (OfficeHolder, "force", PoliceForce.objects, str),
    (OfficeHolder, "body", LocalPolicingBody.objects, str),
    (Membership, "force", PoliceForce.objects, str),
    (InspectionReport, "forces", PoliceForce.objects, str),
    (InspectionReport, "follows", InspectionReport.objects, str),
    (Recommendation, "parent", Recommendation.objects, lambda row: row.name),
    (Addressing, "addressee", Addressee.objects, str),
    (Addressing, "force", PoliceForce.objects, str),
    (Grade, "force", PoliceForce.objects, str),
    (CoveringLetter, "body", LocalPolicingBody.objects, str),
)


@dataclass(frozen=True)
class Logged:
    """What Django's admin noted of an account, such as "Changed password."."""

    at: datetime
    by_id: int
    words: str
    reason: str = ""


def timeline_of_row(row):
    """Return the Timeline of `row` of the register and of the parts that it has or had."""
    model = type(row)
    return Timeline(_rows_of(model, row.pk), _logged(row), _names_of)


def _rows_of(model, pk):
    rows = []
    if model is Assessment:
        rows += rows_of_rating(pk)
    elif model is not User:  # An account keeps a log and not its old values: it holds a password.
        rows += rows_in(model.history.filter(id=pk), {"id", OF.get(model)}, M2M.get(model))
    for part, field in PARTS.get(model, ()):
        rows += rows_in(part.history.filter(**{f"{field}_id": pk}), {"id", field})
    return rows


def _names_of(saves):
    return names_in(saves, RELATIONS)


def _logged(row):
    """Yield what was noted of an account itself; its roles have a history of their own."""
    if not isinstance(row, User):
        return
    kind = ContentType.objects.get_for_model(User)
    for entry in LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)):
        if words := _of_the_account(entry):
            yield Logged(entry.action_time, entry.user_id, words)


def _of_the_account(entry):
    """Return the words of a log entry without those about parts, which name themselves."""
    try:
        notes = json.loads(entry.change_message)
    except json.JSONDecodeError:
        return entry.change_message
    own = [note for note in notes if not any("name" in what for what in note.values())]
    return LogEntry(change_message=json.dumps(own)).get_change_message() if own else ""
