"""The writes of ratings: each keeps the rating and its history together."""

import copy
import datetime
import functools

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies
from forces.models import PoliceForce

from ..kinds import FindingKind
from ..models import Assessment, AssessmentChange
from ..reviews import NOT_COME, reviewed_on, too_early

STANDING = ("rag", "reason", "progress", "owner", "expected_on", "assurance", "assured_on")
DAYS = ("assured_on", "reviewed_on")
PLACE = ("force", "recommendation")


@transaction.atomic
def record_rating(*, assessment, by, now, true_on=None, **values):
    """Record where a force stands on a finding, and append it to the rating's history.

    `values` are any of `STANDING`; what is not given stays as the database has it now.
    `true_on` is the day (a London date) of which it is true, where the person gave one;
    otherwise `reviewed_on` says. Raises ValidationError, with its field, for a missing
    reason, an assurance without its day, a day that has not come and one before the report,
    and PermissionDenied where `by`, unless None, does not rate for the force.
    """
    policies.require(by, policies.RATE, assessment.force_id)
    on = timezone.localdate(now)
    before = _as_it_is(assessment)
    for name, value in values.items():
        setattr(assessment, name, value)
    assessment.reviewed_on = reviewed_on(before, assessment, given=true_on, on=on)
    if not assessment.pk:
        assessment.full_clean()
    if faults := faults_of(assessment, on=on, was=before.reviewed_on):
        raise ValidationError(faults)
    assessment.save()
    AssessmentChange.objects.create(
        assessment=assessment,
        true_on=assessment.reviewed_on,
        recorded_at=now,
        recorded_by=by,
        **{name: getattr(assessment, name) for name in STANDING},
    )
    return assessment


def _as_it_is(assessment):
    """Hold `assessment`, read it again, and return a copy of it; a blank one of a new one."""
    if not assessment.pk:
        return Assessment()
    held = Assessment.objects.select_for_update()
    assessment.refresh_from_db(fields=[*STANDING, "reviewed_on"], from_queryset=held)
    return copy.copy(assessment)


def faults_of(assessment, *, on, was):
    """Return what is wrong with what `assessment` says on the day `on`: {field: [sentences]}.

    `was` is the day of review so far, or None: one that only stays is not judged again. It asks
    the database for no other rating, so not whether the force has one of the finding already.
    """
    errors = {}
    for check in (functools.partial(assessment.clean_fields, exclude=PLACE), assessment.clean):
        try:
            check()
        except ValidationError as error:
            error.update_error_dict(errors)
    faults = {name: ValidationError(found).messages for name, found in errors.items()}
    return _impossible_days(assessment, on, was) | faults


def _impossible_days(assessment, on, was):
    found = {name: getattr(assessment, name) for name in DAYS}
    days = {name: day for name, day in found.items() if isinstance(day, datetime.date)}
    faults = {name: [NOT_COME] for name, day in days.items() if day > on}
    day = days.get("reviewed_on")
    if day not in (None, was, on):
        published = assessment.recommendation.report.published_on
        if sentence := too_early(day, published=published, on=on):
            faults["reviewed_on"] = [sentence]
    return faults


@transaction.atomic
def open_ratings(*, force, report):
    """Give `force` a rating, not yet assessed, for each finding of `report` that lacks one.

    A finding without a rating and one not yet assessed say the same, so this adds
    nothing to any history.
    """
    rated = Assessment.objects.filter(force=force, recommendation__report=report)
    answerable = report.findings.exclude(kind=FindingKind.PRACTICE)
    missing = answerable.exclude(pk__in=rated.values("recommendation"))
    Assessment.objects.bulk_create(
        [Assessment(force=force, recommendation=finding) for finding in missing],
        ignore_conflicts=True,
    )


def open_begun_ratings(report):
    """Give each force that has begun to rate `report` a rating for its new findings too."""
    for force in PoliceForce.objects.filter(assessments__recommendation__report=report).distinct():
        open_ratings(force=force, report=report)
