"""The writes of responses that cross models: each one transaction, and nothing by halves."""

import dataclasses

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from forces import policies
from forces.models import Oversight
from recommendations.partial_dates import PartialDate
from recommendations.services import open_ratings

from . import workflow
from .models import Publication, PublishedReport, Response
from .publishing.build import build_record
from .publishing.record import sha256
from .workflow import Move, MoveRefusedError

NOT_LISTED = (
    "Nothing was published: “{report}” is not on the public register yet. Ask a register editor "
    "to put it there."
)
CHANGED = (
    "Nothing was published: the draft has changed since you opened the page. Read it again, then "
    "publish it."
)
NOT_ABOUT = "“{report}” is not about {force}."
NO_DAY = "Nothing was published: give the day on which the response was published."
ANSWERED_TWICE = "“{report}” is answered in another response of this force: {response}."


@transaction.atomic
def open_response(*, force, report, by, now, **values):
    """Open the draft of `force`'s response to `report`, with a rating for each finding.

    The body that answers is the one that oversees the force on the day of `now`.
    Raises ValidationError where none does, or where the force cannot answer the report,
    and PermissionDenied where `by`, unless None, does not write for the force.
    """
    policies.require(by, policies.EDIT_DRAFTS, force.pk)
    if "body" not in values:
        oversight = Oversight.objects.on(timezone.localdate(now)).filter(force=force).first()
        if oversight is None:
            raise ValidationError(f"No local policing body is recorded for {force}.")
        values["body"] = oversight.body
    refuse_to_open(force=force, report=report)
    response = Response(force=force, report=report, **values)
    response.full_clean()
    response.save()
    open_ratings(force=force, report=report)
    return response


def refuse_to_open(*, force, report):
    """Raise ValidationError, at `report`, where `force` cannot answer it in a new response."""
    if not report.may_be_answered_for(force):
        raise ValidationError({"report": NOT_ABOUT.format(report=report, force=force)})
    other = answered_elsewhere(force=force, report=report)
    if other and other.report_id != report.pk:
        message = ANSWERED_TWICE.format(report=report, response=other)
        raise ValidationError({"report": message})


def answered_elsewhere(*, force, report, apart_from=None):
    """Return a response of `force` that answers `report`, in its text or as published, or None.

    `apart_from` is the key of a response that does not count.
    """
    written = Response.objects.answering(force=force, reports=[report])
    current = Publication.objects.current().answering(report).filter(force=force)
    found = Response.objects.filter(Q(pk__in=written) | Q(publications__in=current))
    return found.exclude(pk=apart_from).first()


@transaction.atomic
def open_next_draft(*, response, by):
    """Let the text of a published response be changed again; its publications stay.

    Raises MoveRefusedError where it is not published, and PermissionDenied where `by`,
    unless None, does not write for its force.
    """
    policies.require(by, policies.EDIT_DRAFTS, response.force_id)
    response = _locked(response)
    response.status = workflow.after(response.status, Move.OPEN_NEXT_DRAFT)
    response.save(update_fields=["status"])
    return response


@transaction.atomic
def publish(*, response, by, now, seen=None):
    """Publish the draft as its next version and return the Publication.

    `seen` is the hash of the draft as the approver read it (`draft_hash`), or None.
    A response whose day of publication is not recorded is published on the London day
    of `now`. Raises MoveRefusedError where the response is not a draft or is another than
    was seen, where a report that it answers is not on the public register or has another
    response of this force, and PermissionDenied where `by`, unless None, does not approve
    for its force.
    """
    policies.require(by, policies.PUBLISH, response.force_id)
    response = _locked(response)
    reports = response.reports()
    for report in reports:
        _refuse_report(response, report)
    if response.follows:
        _refuse_unlisted(response.follows.report)
    response.status = workflow.after(response.status, Move.PUBLISH)
    if seen is not None and seen != draft_hash(response, on=timezone.localdate(now)):
        raise MoveRefusedError(CHANGED)
    last = response.publications.aggregate(last=Max("number"))["last"] or 0
    if last and not response.published_on:
        raise MoveRefusedError(NO_DAY)
    if not response.published_on:
        response.published_on = PartialDate.of(timezone.localdate(now))
    response.save(update_fields=["status", "published_on"])
    payload = build_record(response, on=timezone.localdate(now)).to_json()
    publication = Publication.objects.create(
        response=response,
        force=response.force,
        report=response.report,
        number=last + 1,
        payload=payload,
        sha256=sha256(payload),
        published_at=now,
        published_by=by,
    )
    for report in reports:
        PublishedReport.objects.create(publication=publication, report=report)
    return publication


def text_hash(response, *, on):
    """Return the hash of what the office writes in `response`: all of it but the ratings."""
    record = build_record(response, on=on)
    unrated = tuple(dataclasses.replace(finding, rating=None) for finding in record.findings)
    return sha256(dataclasses.replace(record, findings=unrated).to_json())


def draft_hash(response, *, on):
    """Return the hash of what `response` would say if it were published on the day `on`."""
    return sha256(build_record(response, on=on).to_json())


def _refuse_report(response, report):
    """Refuse to publish an answer to a report that is not there, not theirs, or answered twice."""
    _refuse_unlisted(report)
    if not report.may_be_answered_for(response.force):
        raise MoveRefusedError(NOT_ABOUT.format(report=report, force=response.force))
    other = answered_elsewhere(force=response.force, report=report, apart_from=response.pk)
    if other:
        raise MoveRefusedError(ANSWERED_TWICE.format(report=report, response=other))


def _refuse_unlisted(report):
    if not report.is_listed:
        raise MoveRefusedError(NOT_LISTED.format(report=report))


def _locked(response):
    """Return `response` as the database has it now, held until this transaction ends."""
    return (
        Response.objects.select_for_update(of=["self"])
        .select_related("force", "body", "report")
        .get(pk=response.pk)
    )
