"""What a force proposes of its progress, and what its body's editor makes of it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from forces.models import Role
from recommendations.models import ProgressProposal
from recommendations.partial_dates import UNKNOWN, parse
from recommendations.services import (
    accept_proposal,
    decline_proposal,
    propose_progress,
    record_rating,
)
from tests.factories import (
    AssessmentFactory,
    MembershipFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)


@pytest.fixture
def rating():
    rating = AssessmentFactory()
    return record_rating(
        assessment=rating,
        by=None,
        now=NOW,
        rag="red",
        reason="Behind its deadline.",
        progress="in_progress",
        owner="Head of Crime",
        expected_on=parse("December 2026"),
    )


def holder(role, force):
    return MembershipFactory(role=role, force=None if role == Role.REGISTER_EDITOR else force).user


def propose(rating, by=None, **values):
    given = {"progress": "pending_sign_off", "expected_on": parse("October 2026")} | values
    return propose_progress(assessment=rating, by=by, now=NOW, **given)


def decide(decision, proposal, by=None):
    if decision == "accept":
        return accept_proposal(proposal=proposal, by=by, now=NOW)
    return decline_proposal(proposal=proposal, by=by, now=NOW, why="Not in place yet.")


def standing(rating):
    rating.refresh_from_db()
    return (rating.rag, rating.reason, rating.progress, rating.owner, str(rating.expected_on))


def test_a_proposal_is_kept_and_leaves_the_rating_as_it_is(rating):
    liaison, before = holder(Role.LIAISON, rating.force), standing(rating)
    made = propose(rating, liaison, note="  Minutes of 3 May.  ")
    made.refresh_from_db()
    assert (made.progress, made.expected_on) == ("pending_sign_off", parse("October 2026"))
    assert (made.note, made.proposed_by, made.proposed_at) == ("Minutes of 3 May.", liaison, NOW)
    assert (made.decision, made.decided_at) == ("", None)
    assert standing(rating) == before
    assert rating.changes.count() == 1


@pytest.mark.parametrize("progress", ["", "nearly"])
def test_a_proposal_without_a_known_progress_is_refused_at_its_field(rating, progress):
    with pytest.raises(ValidationError) as refusal:
        propose(rating, progress=progress)
    assert set(refusal.value.message_dict) == {"progress"}
    assert not ProgressProposal.objects.exists()


@pytest.mark.parametrize("role", Role)
def test_only_the_liaison_of_the_force_proposes(rating, role):
    if role == Role.LIAISON:
        assert propose(rating, holder(role, rating.force)).pk
    else:
        with pytest.raises(PermissionDenied):
            propose(rating, holder(role, rating.force))
    with pytest.raises(PermissionDenied):
        propose(rating, holder(role, PoliceForceFactory()))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("decision", ["accept", "decline"])
def test_only_the_editor_of_the_force_decides(rating, decision, role):
    proposal = propose(rating)
    with pytest.raises(PermissionDenied):
        decide(decision, proposal, holder(role, PoliceForceFactory()))
    by = holder(role, rating.force)
    if role == Role.EDITOR:
        assert decide(decision, proposal, by).decided_by == by
    else:
        with pytest.raises(PermissionDenied):
            decide(decision, proposal, by)
        assert not ProgressProposal.objects.get().decision


def test_accepting_records_progress_and_day_in_the_rating_and_leaves_its_rag(rating):
    editor = holder(Role.EDITOR, rating.force)
    accepted = accept_proposal(proposal=propose(rating), by=editor, now=NOW)
    assert standing(rating) == (
        *("red", "Behind its deadline."),
        *("pending_sign_off", "Head of Crime", "October 2026"),
    )
    change = rating.changes.last()
    assert (change.progress, change.rag, change.recorded_by) == ("pending_sign_off", "red", editor)
    accepted.refresh_from_db()
    assert (accepted.decision, accepted.decided_by, accepted.decided_at) == (
        *("accepted", editor),
        NOW,
    )


def test_a_proposal_without_a_day_leaves_the_day_of_the_rating(rating):
    accept_proposal(proposal=propose(rating, expected_on=UNKNOWN), by=None, now=NOW)
    assert standing(rating)[-1] == "December 2026"


def test_what_was_rated_since_the_proposal_is_kept(rating):
    proposal = propose(rating)
    record_rating(assessment=rating, by=None, now=NOW, rag="green", owner="Head of Cows")
    accept_proposal(proposal=proposal, by=None, now=NOW)
    assert standing(rating)[0] == "green"
    assert standing(rating)[3] == "Head of Cows"


def test_declining_says_why_and_changes_no_rating(rating):
    before = standing(rating)
    declined = decline_proposal(proposal=propose(rating), by=None, now=NOW, why=" Not yet. ")
    declined.refresh_from_db()
    assert (declined.decision, declined.decision_note) == ("declined", "Not yet.")
    assert standing(rating) == before
    assert rating.changes.count() == 1


@pytest.mark.parametrize("why", ["", "  ", "x" * 501])
def test_declining_without_a_reason_or_with_one_too_long_is_refused(rating, why):
    proposal = propose(rating)
    with pytest.raises(ValidationError) as refusal:
        decline_proposal(proposal=proposal, by=None, now=NOW, why=why)
    assert set(refusal.value.message_dict) == {"decision_note"}
    assert not ProgressProposal.objects.get().decision


@pytest.mark.parametrize("first", ["accept", "decline"])
@pytest.mark.parametrize("second", ["accept", "decline"])
def test_a_decided_proposal_is_not_decided_again(rating, first, second):
    proposal = propose(rating)
    decide(first, proposal)
    entries = rating.changes.count()
    with pytest.raises(ValidationError, match="decided already"):
        decide(second, proposal)
    assert rating.changes.count() == entries
    assert ProgressProposal.objects.get().decision.startswith(first)


def test_the_same_proposal_twice_is_one_until_it_is_decided(rating):
    first = propose(rating)
    with pytest.raises(ValidationError, match="proposed already"):
        propose(rating)
    propose(rating, progress="in_progress")
    with pytest.raises(ValidationError, match="proposed already"):
        propose(rating)
    decline_proposal(proposal=first, by=None, now=NOW, why="Not yet.")
    assert propose(rating).pk != first.pk


def test_a_newer_proposal_stands_beside_and_the_newest_is_first(rating):
    older, newer = propose(rating), propose(rating, progress="closed")
    assert list(rating.proposals.undecided()) == [newer, older]
    decide("accept", newer)
    assert list(rating.proposals.undecided()) == [older]


@pytest.mark.parametrize("role", Role)
def test_proposals_are_seen_by_their_force_and_its_office_alone(rating, role):
    proposal = propose(rating)
    ProgressProposalFactory()
    own = ProgressProposal.objects.visible_to(holder(role, rating.force))
    sees = role in {Role.EDITOR, Role.APPROVER, Role.LIAISON}
    assert list(own) == ([proposal] if sees else [])


def test_the_system_itself_may_decide_and_a_stranger_may_not(rating):
    proposal = propose(rating)
    with pytest.raises(PermissionDenied):
        accept_proposal(proposal=proposal, by=UserFactory(), now=NOW)
    assert accept_proposal(proposal=proposal, by=None, now=NOW).decided_by is None
