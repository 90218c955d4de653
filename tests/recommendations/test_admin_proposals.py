"""The pages of proposed progress, and ratings as those read them who only propose."""

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import (
    Assessment,
    AssessmentChange,
    ProgressProposal,
)
from recommendations.partial_dates import parse
from recommendations.services import decline_proposal, record_rating
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, ProgressProposalFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = page(ProgressProposal, "changelist")
ADD = page(ProgressProposal, "add")
RATINGS = page(Assessment, "changelist")
SECRET = "kestrel"


@pytest.fixture
def rating():
    rating = AssessmentFactory(force__short_name="Felpersham")
    return record_rating(
        assessment=rating, by=None, now=timezone.now(), rag="amber", progress="in_progress"
    )


@pytest.fixture
def liaison(rating):
    return signed_in(Role.LIAISON, force=rating.force)


@pytest.fixture
def editor(rating):
    return signed_in(Role.EDITOR, force=rating.force)


@pytest.fixture
def theirs():
    """A proposal of another force, with its secret word."""
    return ProgressProposalFactory(
        assessment__force__short_name="Ambridge",
        assessment__recommendation__subject=f"Subject {SECRET}",
        note=SECRET,
    )


def change(proposal):
    return page(ProgressProposal, "change", proposal.pk)


def step(proposal, name):
    return page(ProgressProposal, "step", proposal.pk, name)


def messages(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def proposed(client, rating, **values):
    """Propose progress as a browser would; return the answer."""
    address = f"{ADD}?assessment={rating.pk}"
    data = form_data(client.get(address)) | {"progress": "pending_sign_off", "_save": "Propose it"}
    return client.post(address, data | values, follow=True)


def test_the_liaison_proposes_progress_on_a_rating_that_stays_as_it_is(rating, liaison):
    when = {"expected_on_date": "October 2026", "expected_on_phrase": "in the autumn"}
    answer = proposed(liaison, rating, note="Minutes of 3 May.", **when)
    assert "the office decides" in messages(answer)
    made = ProgressProposal.objects.get()
    assert (made.assessment, made.progress, made.note) == (
        *(rating, "pending_sign_off"),
        "Minutes of 3 May.",
    )
    assert str(made.expected_on) == "in the autumn (October 2026)"
    assert made.proposed_by == liaison.user
    rating.refresh_from_db()
    assert rating.progress == "in_progress"


def test_a_double_click_proposes_once_and_says_so(rating, liaison):
    proposed(liaison, rating)
    answer = proposed(liaison, rating)
    assert "waits for the office" in str(answer.context["adminform"].form.errors)
    assert ProgressProposal.objects.count() == 1


def test_a_proposal_without_progress_is_refused_at_its_field(rating, liaison):
    answer = proposed(liaison, rating, progress="")
    assert answer.context["adminform"].form.errors["progress"]
    assert not ProgressProposal.objects.exists()


def test_the_liaison_chooses_among_the_findings_of_the_own_force_alone(rating, liaison, theirs):
    for address in (ADD, f"{ADD}?assessment={theirs.assessment_id}", f"{ADD}?assessment=abc"):
        shown = liaison.get(address)
        choices = shown.context["adminform"].form.fields["assessment"].queryset
        assert list(choices) == [rating]
        assert SECRET not in shown.content.decode()
    answer = proposed(liaison, rating, assessment=theirs.assessment_id)
    assert answer.context["adminform"].form.errors["assessment"]
    assert ProgressProposal.objects.count() == 1


def test_the_liaison_sees_what_became_of_the_own_proposals(rating, liaison, theirs):
    waiting = ProgressProposalFactory(assessment=rating)
    declined = ProgressProposalFactory(assessment=rating, progress="closed")
    decline_proposal(proposal=declined, by=None, now=timezone.now(), why="Not in place yet.")
    shown = liaison.get(LIST)
    assert list(shown.context["cl"].result_list) == [declined, waiting]
    assert "Waits for the office" in shown.content.decode()
    assert "Not in place yet." in liaison.get(change(declined)).content.decode()
    assert "/step/" not in liaison.get(change(waiting)).content.decode()


def test_an_editor_accepts_and_goes_on_to_the_rating(rating, editor):
    proposal = ProgressProposalFactory(assessment=rating, expected_on=parse("October 2026"))
    assert step(proposal, "accept") in editor.get(change(proposal)).content.decode()
    asked = editor.get(step(proposal, "accept")).content.decode()
    for words in ("In progress", "Pending sign-off", "October 2026", "Amber"):
        assert words in asked
    assert not ProgressProposal.objects.get().decision
    answer = editor.post(step(proposal, "accept"), follow=True)
    assert answer.redirect_chain[-1][0] == page(Assessment, "change", rating.pk)
    assert "The RAG is still Amber" in messages(answer)
    rating.refresh_from_db()
    assert (rating.rag, rating.progress) == ("amber", "pending_sign_off")
    assert AssessmentChange.objects.last().recorded_by == editor.user


def test_an_editor_declines_and_says_why(rating, editor):
    proposal = ProgressProposalFactory(assessment=rating)
    for why in (" ", "x" * 501):
        asked = editor.post(step(proposal, "decline"), {"why": why})
        assert asked.context["form"].errors["why"]
    answer = editor.post(step(proposal, "decline"), {"why": "Not in place yet."}, follow=True)
    assert answer.redirect_chain[-1][0] == change(proposal)
    assert "Not in place yet." in answer.content.decode()
    rating.refresh_from_db()
    assert rating.progress == "in_progress"


def test_a_second_decision_is_a_message(rating, editor):
    proposal = ProgressProposalFactory(assessment=rating)
    editor.post(step(proposal, "accept"))
    entries = rating.changes.count()
    for name in ("accept", "decline"):
        for answer in (
            editor.get(step(proposal, name), follow=True),
            editor.post(step(proposal, name), follow=True),
        ):
            assert "decided already: it was accepted" in messages(answer)
    assert rating.changes.count() == entries
    assert "/step/" not in editor.get(change(proposal)).content.decode()


@pytest.mark.parametrize("role", [Role.LIAISON, Role.APPROVER])
def test_only_an_editor_decides(rating, role):
    proposal = ProgressProposalFactory(assessment=rating)
    client = signed_in(role, force=rating.force)
    assert client.get(change(proposal)).status_code == 200
    for name in ("accept", "decline"):
        assert client.get(step(proposal, name)).status_code == 403
        assert client.post(step(proposal, name), {"why": "Why"}).status_code == 403
    assert not ProgressProposal.objects.get().decision


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_only_a_liaison_proposes(rating, role):
    client = signed_in(role, force=rating.force)
    given = {"assessment": rating.pk, "progress": "closed", "expected_on_date": ""}
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, given).status_code == 403
    assert not ProgressProposal.objects.exists()


def test_nobody_changes_or_deletes_a_proposal(rating, liaison, editor):
    proposal = ProgressProposalFactory(assessment=rating, note="As it was")
    for client in (liaison, editor):
        assert client.post(change(proposal), {"note": "Another"}).status_code == 403
        path = page(ProgressProposal, "delete", proposal.pk)
        assert client.post(path, {"post": "yes"}).status_code == 403
    assert ProgressProposal.objects.get().note == "As it was"


@pytest.mark.parametrize("role", [Role.LIAISON, Role.EDITOR, Role.APPROVER])
def test_another_forces_proposals_do_not_exist(rating, theirs, role):
    client = signed_in(role, force=rating.force)
    for asked in ("", f"?q={SECRET}", f"?force={theirs.assessment.force_id}", "?outcome=open"):
        answer = client.get(LIST + asked)
        assert not answer.context["cl"].result_list
        assert "Ambridge" not in answer.content.decode()
    for view in ("change", "history"):
        assert client.get(page(ProgressProposal, view, theirs.pk)).status_code == 404
    for name in ("accept", "decline"):
        assert client.get(step(theirs, name)).status_code == 404
        assert client.post(step(theirs, name), {"why": "Why"}).status_code == 404
    theirs.refresh_from_db()
    assert not theirs.decision


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.REGISTER_EDITOR, None])
def test_other_roles_get_no_page_of_proposals(rating, role):
    proposal = ProgressProposalFactory(assessment=rating)
    client = signed_in(*([role] if role else []), force=rating.force)
    for path in (LIST, ADD, step(proposal, "accept"), step(proposal, "decline")):
        assert client.get(path).status_code == 403
    assert client.get(change(proposal)).status_code in (403, 404)


def test_the_outcome_filters_the_list(rating, liaison):
    waiting = ProgressProposalFactory(assessment=rating)
    declined = ProgressProposalFactory(assessment=rating)
    decline_proposal(proposal=declined, by=None, now=timezone.now(), why="Not yet.")
    for outcome, kept in (("open", [waiting]), ("declined", [declined]), ("accepted", [])):
        assert list(liaison.get(f"{LIST}?outcome={outcome}").context["cl"].result_list) == kept


def test_a_list_of_proposals_asks_as_often_for_three_rows_as_for_one(
    rating, liaison, django_assert_num_queries, django_assert_max_num_queries
):
    ProgressProposalFactory(assessment=rating, proposed_by=liaison.user)
    with django_assert_max_num_queries(15) as asked:
        liaison.get(LIST)
    for _ in range(2):
        another = AssessmentFactory(force=rating.force)
        ProgressProposalFactory(assessment=another, proposed_by=liaison.user)
    with django_assert_num_queries(len(asked)):
        shown = liaison.get(LIST)
    assert len(shown.context["cl"].result_list) == 3


def test_the_liaison_reads_ratings_and_changes_none(rating, liaison):
    shown = liaison.get(RATINGS).content.decode()
    assert "Amber" in shown
    assert 'name="form-' not in shown
    assert 'name="_save"' not in shown
    assert f"{ADD}?assessment={rating.pk}" in shown
    own = page(Assessment, "change", rating.pk)
    shown = liaison.get(own).content.decode()
    assert f"{ADD}?assessment={rating.pk}" in shown
    assert 'name="rag"' not in shown
    posted = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": rating.pk}
    posted |= {"form-0-rag": "green", "rag": "green", "_save": "Save"}
    for path in (RATINGS, own, page(Assessment, "add")):
        assert liaison.post(path, posted).status_code == 403
    rating.refresh_from_db()
    assert rating.rag == "amber"


def test_the_liaison_reads_no_rating_of_another_force(rating, liaison, theirs):
    assert list(liaison.get(RATINGS).context["cl"].result_list) == [rating]
    assert liaison.get(page(Assessment, "change", theirs.assessment_id)).status_code == 404
    assert SECRET not in liaison.get(RATINGS).content.decode()


def test_a_list_of_ratings_to_read_asks_as_often_for_three_rows_as_for_one(
    rating, liaison, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15) as asked:
        liaison.get(RATINGS)
    for _ in range(2):
        AssessmentFactory(force=rating.force)
    with django_assert_num_queries(len(asked)):
        shown = liaison.get(RATINGS)
    assert len(shown.context["cl"].result_list) == 3


def test_a_rating_shows_the_proposals_that_wait_newest_first(rating, editor, liaison):
    older = ProgressProposalFactory(assessment=rating)
    newer = ProgressProposalFactory(assessment=rating, progress="closed")
    decided = ProgressProposalFactory(assessment=rating, progress="superseded")
    decline_proposal(proposal=decided, by=None, now=timezone.now(), why="Not yet.")
    for client in (editor, liaison):
        shown = client.get(page(Assessment, "change", rating.pk)).content.decode()
        assert shown.index(change(newer)) < shown.index(change(older))
        assert change(decided) not in shown
    assert f"{ADD}?assessment" not in editor.get(RATINGS).content.decode()


def test_in_a_mixed_list_progress_is_proposed_for_ones_own_force_alone(rating, liaison):
    theirs = AssessmentFactory()
    liaison.user.memberships.create(force=theirs.force, role=Role.EDITOR)
    shown = liaison.get(RATINGS).content.decode()
    assert f"{ADD}?assessment={rating.pk}" in shown
    assert f"{ADD}?assessment={theirs.pk}" not in shown
