"""Publishing a response, and what happens to a publication after: sent on, or withdrawn.

Each of these derives in the same transaction what readers get, and the first makes the
documents.
"""

import dataclasses

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies
from recommendations.partial_dates import PartialDate
from recommendations.reviews import NOT_COME

from ..derived import derive
from ..documents.stored import store
from ..models import Dispatch, Event, Publication, PublishedReport, ResponseEvent, Withdrawal
from ..publishing import chain
from ..publishing.build import deadlines_of
from ..publishing.canonical import sha256
from ..publishing.record import Record
from ..workflow import Move, MoveRefusedError
from .moving import begin, finish, held, require_guards
from .showing import why_not_shown

NO_REASON = "Say why: readers see it in place of the response."
GONE = "This version is withdrawn already."


@transaction.atomic
def publish(*, response, by, now, seen=None):
    """Publish what was approved as the next version and return the Publication.

    `seen` is the hash of the draft as the approver read it (`draft_hash`), or None.
    A response whose day of publication is not recorded is published on the London day
    of `now`. Raises MoveRefusedError where the response is not approved or is another
    than was approved or seen, where a report that it answers is not on the public
    register or has another response of this force, and PermissionDenied where `by`,
    unless None, does not approve for its force.
    """
    moving = begin(Move.PUBLISH, response, by=by, now=now, seen=seen)
    response, on = moving.response, moving.on
    if refusal := why_not_shown(response, on=on):
        raise MoveRefusedError(refusal)
    require_guards(moving, reason=response.override_reason)
    last = response.publications.order_by("-number").first()
    response.published_on = response.published_on or PartialDate.of(on)
    if not moving.checklist.gaps:  # They closed since the approval, and with them the reason.
        response.override_reason = ""
    number = last.number + 1 if last else 1
    finish(moving, of=f" version {number}")
    # Of what was checked, and not of what has been saved since: ratings are not held.
    record = dataclasses.replace(
        moving.record,
        published_on=response.published_on,
        override_reason=response.override_reason,
        **deadlines_of(response),
    )
    publication = version_of(
        response, record.to_json(), number=number, after=last, published_at=now, by=by
    )
    publication.save()
    for report in response.reports():
        PublishedReport.objects.create(publication=publication, report=report)
    store(publication)
    derive(response)
    return publication


def why_not_withdraw(publication):
    """Return the sentence that refuses to withdraw `publication` as it stands, or ""."""
    return GONE if hasattr(publication, "withdrawal") else ""


@transaction.atomic
def withdraw(*, publication, by, now, reason):
    """Take `publication` from the public, with the `reason` that readers are given.

    Raises ValidationError where it is withdrawn already or no reason is given, and
    PermissionDenied where `by`, unless None, does not approve for its force.
    """
    policies.require(by, policies.WITHDRAW, publication.force_id)
    response = held(publication.response)
    publication = response.publications.get(pk=publication.pk)
    if refusal := why_not_withdraw(publication):
        raise ValidationError(refusal)
    if not reason.strip():
        raise ValidationError({"reason": NO_REASON})
    withdrawal = Withdrawal.objects.create(
        publication=publication,
        reason=reason.strip(),
        sha256=chain.withdrawal_link(
            version=publication.chain_sha256, reason=reason.strip(), withdrawn_at=now
        ),
        withdrawn_at=now,
        withdrawn_by=by,
    )
    _audit(withdrawal, response)
    derive(response)
    return withdrawal


@transaction.atomic
def record_dispatch(*, publication, by, now, recipient, sent_on, sent_to=""):
    """Record that a copy of `publication` was sent to `recipient` on the day `sent_on`.

    Police Act 1996, section 55(6). A copy of the first version may have gone before that came
    here. Raises ValidationError at `sent_on` for a day to come, or before a report that it
    answers, the response itself or the version before was published, and PermissionDenied where
    `by`, unless None, neither writes nor approves for its force.
    """
    policies.require(by, policies.RECORD_DISPATCH, publication.force_id)
    response = held(publication.response)
    if sent_on > timezone.localdate(now):
        raise ValidationError({"sent_on": NOT_COME})
    if refusal := _why_not_sent_on(publication, sent_on):
        raise ValidationError({"sent_on": refusal})
    if _is_recorded(publication, recipient, sent_on, sent_to.strip()):
        raise ValidationError({"sent_on": "This copy is recorded already."})
    dispatch = Dispatch(
        publication=publication,
        recipient=recipient,
        sent_on=sent_on,
        sent_to=sent_to.strip(),
        recorded_at=now,
        recorded_by=by,
    )
    dispatch.full_clean(exclude=["recorded_by"])
    dispatch.save()
    derive(response)
    return dispatch


def _why_not_sent_on(publication, day):
    """Return the sentence that refuses `day`, a date on which there was nothing to send, or ""."""
    record = Record.from_json(publication.payload)
    for answered in publication.reports.select_related("report").order_by("pk"):
        if _is_before(day, answered.report.published_on):
            report = f"“{answered.report}”" if record.further_reports else "the report"
            return f"This day is before {report} was published."
    if _is_before(day, record.published_on):
        return f"This day is before that of the response, {record.published_on.words}."
    return _why_not_before_version_before(publication, day)


def _is_before(day, published_on):
    """Whether `day`, any date that was typed, is before `published_on` whichever day that was."""
    return published_on.is_known and day < published_on.earliest


def _why_not_before_version_before(publication, day):
    """Return the sentence that refuses `day` where readers had an earlier version then, or "".

    A version that was withdrawn may have been published in error, after the copy went.
    """
    earlier = publication.response.publications.filter(number__lt=publication.number)
    before = earlier.filter(withdrawal=None).order_by("-number").first()
    came = timezone.localdate(before.published_at) if before else day
    if day >= came:
        return ""
    return (
        f"This day is before version {before.number} was published here, on "
        f"{PartialDate.of(came)}. Record a copy that was sent then with version {before.number}."
    )


def _is_recorded(publication, recipient, sent_on, sent_to):
    """Whether the newest entry for the recipient says the same: a double click, or forgotten."""
    newest = publication.dispatches.filter(recipient=recipient).order_by("-pk").first()
    return newest is not None and (newest.sent_on, newest.sent_to) == (sent_on, sent_to)


def version_of(response, payload, *, number, published_at, after=None, by=None):
    """Return version `number` of `response`, not saved yet, tied by its hash to the one `after`.

    `payload` is its Record as canonical JSON; `after` is the version before, or None.
    """
    digest = sha256(payload)
    return Publication(
        response=response,
        force=response.force,
        report=response.report,
        number=number,
        payload=payload,
        sha256=digest,
        chain_sha256=chain.link(
            previous=after.chain_sha256 if after else chain.START,
            number=number,
            published_at=published_at,
            payload_sha256=digest,
        ),
        published_at=published_at,
        published_by=by,
    )


def _audit(withdrawal, response):
    """Record the withdrawal among the moves of `response`, so that it can be missed."""
    ResponseEvent.objects.create(
        response=response,
        move=Event.WITHDRAWAL,
        words=f"Withdrew version {withdrawal.publication.number}",
        status=response.status,
        reason=withdrawal.reason,
        at=withdrawal.withdrawn_at,
        by=withdrawal.withdrawn_by,
    )
