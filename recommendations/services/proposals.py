"""What a force proposes of its progress, and what the editor of its body makes of it.

Several proposals for one finding may wait side by side: a newer one replaces none, since
each says what was so on its day, and the editor decides on each.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from forces import policies

from ..models import Assessment, Decision, ProgressProposal
from ..partial_dates import UNKNOWN
from .ratings import record_rating

# These are written by the services and entered by nobody.
BY_NOBODY = {"proposed_by", "decided_at", "decided_by"}
WAITS = "This is proposed already, and waits for the office."
NO_REASON = "Say why: the force reads it."


@transaction.atomic
def propose_progress(*, assessment, by, now, progress, expected_on=UNKNOWN, note=""):
    """Propose where the force of `assessment` is on its finding; the rating stays as it is.

    `progress` is one of Progress, `expected_on` a PartialDate. Raises ValidationError, by
    field, or where the same waits for a decision already (a double click), and
    PermissionDenied where `by`, unless None, does not speak for the force.
    """
    policies.require(by, policies.PROPOSE_PROGRESS, assessment.force_id)
    assessment = Assessment.objects.select_for_update(of=["self"]).get(pk=assessment.pk)
    if waits_already(assessment, progress, expected_on, note):
        raise ValidationError(WAITS)
    proposal = ProgressProposal(
        assessment=assessment,
        progress=progress,
        expected_on=expected_on,
        note=note.strip(),
        proposed_at=now,
        proposed_by=by,
    )
    proposal.full_clean(exclude=BY_NOBODY)
    proposal.save()
    return proposal


def waits_already(assessment, progress, expected_on, note):
    """Whether a proposal that waits for a decision on `assessment` says the same."""
    same = {"progress": progress, "expected_on": expected_on, "note": note.strip()}
    return assessment.proposals.undecided().filter(**same).exists()


@transaction.atomic
def accept_proposal(*, proposal, by, now):
    """Record in the rating what the force proposes; its RAG stays as the editor has set it.

    Whoever accepts has reviewed the rating, whatever changes by it. A proposal without a day
    on which it is expected to close leaves the rating's. Raises ValidationError where the
    proposal is decided already, and PermissionDenied where `by`, unless None, does not rate
    for the force.
    """
    proposal = _undecided(proposal, by)
    proposed = {"progress": proposal.progress}
    if proposal.expected_on:
        proposed["expected_on"] = proposal.expected_on
    today = timezone.localdate(now)
    record_rating(assessment=proposal.assessment, by=by, now=now, true_on=today, **proposed)
    return _decide(proposal, Decision.ACCEPTED, by, now)


@transaction.atomic
def decline_proposal(*, proposal, by, now, why):
    """Leave the rating as it is, and tell the force why. Raises as `accept_proposal`.

    Without a reason, or with one too long, the ValidationError is at `decision_note`.
    """
    proposal = _undecided(proposal, by)
    proposal.decision_note = why.strip()
    if not proposal.decision_note:
        raise ValidationError({"decision_note": NO_REASON})
    return _decide(proposal, Decision.DECLINED, by, now)


def why_decided(proposal):
    """Return the sentence that refuses a decision on `proposal`, or "" where it waits for one."""
    if not proposal.decision:
        return ""
    return f"This proposal is decided already: it was {proposal.get_decision_display().lower()}."


def _undecided(proposal, by):
    """Return `proposal` held until this transaction ends, if `by` may decide on it still."""
    policies.require(by, policies.RATE, proposal.assessment.force_id)
    held = ProgressProposal.objects.select_for_update(of=["self"]).select_related("assessment")
    proposal = held.get(pk=proposal.pk)
    if refusal := why_decided(proposal):
        raise ValidationError(refusal)
    return proposal


def _decide(proposal, decision, by, now):
    proposal.decision, proposal.decided_at, proposal.decided_by = decision, now, by
    proposal.full_clean(exclude=BY_NOBODY)
    proposal.save()
    return proposal
