"""The next step of a response: one button, and why it is greyed."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses import services
from responses.models import Response
from responses.workflow import REFUSALS, Guard
from tests.admin_client import page, signed_in
from tests.factories import (
    AssessmentFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OversightFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.responses.publishing import make_approved, put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
PART = re.compile(r'<div class="next-step">(.*?)</div>', re.DOTALL)


@pytest.fixture
def response():
    return ResponseFactory(
        published_on=parse("29 May 2026"), report__published_on=parse("15 April 2026")
    )


def step_for(client, response):
    """Return the label of the button, and why it is greyed or None where it leads on."""
    shown = PART.search(client.get(page(Response, "change", response.pk)).content.decode())[1]
    label = re.search(r">([^<]+?)(?: …)?</(?:a|button)>", shown)[1]
    greyed = re.search(r'<p id="why-not">(.*?)</p>', shown)
    assert ("disabled" in shown) is (greyed is not None)
    return label, greyed and greyed[1]


def other_steps(client, response):
    """Return the moves that are offered beside the next step."""
    shown = client.get(page(Response, "change", response.pk)).content.decode()
    moves = re.search(r'<ul class="panel-moves">(.*?)</ul>', shown, re.DOTALL)
    return re.findall(r"/move/(\w+)/", moves[1]) if moves else []


def test_a_draft_is_submitted_once_something_is_written(response):
    editor = signed_in(Role.EDITOR, force=response.force)
    label, why_not = step_for(editor, response)
    assert label == "Submit for approval"
    assert why_not.startswith("Nothing is written yet")
    NarrativeSectionFactory(response=response)
    assert step_for(editor, response) == ("Submit for approval", None)


def test_those_whose_turn_it_is_not_are_told_whose_it_is(response):
    NarrativeSectionFactory(response=response)
    editor, approver = (
        signed_in(role, force=response.force) for role in (Role.EDITOR, Role.APPROVER)
    )
    assert step_for(approver, response)[1].startswith("An editor’s turn")
    services.submit(response=response, by=None, now=NOW)
    label, why_not = step_for(editor, response)
    assert (label, why_not) == ("Approve", "An approver’s turn: approve it, or return it.")
    # A gap asks for its reason on the page of the move, and keeps nobody from it.
    assert step_for(approver, response) == ("Approve", None)


def test_who_submitted_it_is_told_that_somebody_else_approves(response):
    NarrativeSectionFactory(response=response)
    both = signed_in(Role.EDITOR, force=response.force)
    MembershipFactory(user=both.user, role=Role.APPROVER, force=response.force)
    services.submit(response=response, by=both.user, now=NOW)
    assert step_for(both, response)[1].startswith("You submitted this response")


def test_what_changed_since_its_approval_is_approved_again_first(response):
    finding = RecommendationFactory(report=response.report)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    make_approved(response, now=NOW)
    approver = signed_in(Role.APPROVER, force=response.force)
    assert step_for(approver, response) == ("Publish version 1", None)
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    assert step_for(approver, response) == ("Approve again", None)
    assert other_steps(approver, response) == ["return"]
    shown = approver.get(page(Response, "move", response.pk, "approve")).content.decode()
    assert "<h1>Approve again</h1>" in shown
    services.approve(response=response, by=None, now=timezone.now(), reason="As a whole.")
    assert step_for(approver, response) == ("Publish version 1", None)


def test_what_was_approved_is_not_offered_to_be_approved_once_more(response):
    NarrativeSectionFactory(response=response)
    services.submit(response=response, by=None, now=NOW)
    approver = signed_in(Role.APPROVER, force=response.force)
    assert other_steps(approver, response) == ["return"]
    services.approve(response=response, by=None, now=NOW, reason="As a whole.")
    assert step_for(approver, response) == ("Publish version 1", None)
    assert other_steps(approver, response) == ["return"]


def test_who_submitted_what_changed_since_is_told_that_somebody_else_approves_it_again(response):
    rating = AssessmentFactory(
        force=response.force, recommendation=RecommendationFactory(report=response.report)
    )
    both = signed_in(Role.EDITOR, force=response.force)
    MembershipFactory(user=both.user, role=Role.APPROVER, force=response.force)
    make_approved(response, now=NOW, by=both.user)
    assert "Your turn: publish it." in both.get("/admin/").content.decode()
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    label, why_not = step_for(both, response)
    assert (label, why_not) == ("Approve again", REFUSALS[Guard.ANOTHER_PERSON])
    said = "Another approver’s turn, as you submitted it: approve it again"
    assert said in both.get("/admin/").content.decode()
    listed = both.get(page(Response, "changelist")).content.decode()
    assert "Another approver" in listed
    mine = both.get(page(Response, "changelist"), {"show": "mine"})
    assert not mine.context["cl"].result_list
    other = signed_in(Role.APPROVER, force=response.force)
    assert "Your turn: approve it again" in other.get("/admin/").content.decode()


def test_the_page_of_a_move_that_is_refused_greys_its_button_too(response):
    finding = RecommendationFactory(report=response.report)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    make_approved(response, now=NOW)
    approver = signed_in(Role.APPROVER, force=response.force)
    address = page(Response, "move", response.pk, "publish")
    button = '<button class="button default" type="submit"'
    assert f"{button}>Publish version 1" in approver.get(address).content.decode()
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    shown = approver.get(address).content.decode()
    assert f'{button} disabled aria-describedby="why-not">Publish version 1' in shown
    assert REFUSALS[Guard.AS_APPROVED] in shown.split('<p id="why-not">')[1].split("</p>")[0]


def test_what_readers_could_not_be_shown_greys_the_button_to_publish_it(response):
    make_approved(response, now=NOW)
    approver = signed_in(Role.APPROVER, force=response.force)
    assert step_for(approver, response) == ("Publish version 1", None)
    InspectionReport.objects.update(is_listed=False)
    assert "is not on the public register yet" in step_for(approver, response)[1]
    InspectionReport.objects.update(is_listed=True)
    OversightFactory(force=response.force)
    assert step_for(approver, response)[1].startswith("On the day of the response another body")
    address = page(Response, "move", response.pk, "publish")
    assert "disabled" in approver.get(address).content.decode()


def test_what_is_published_is_opened_again_by_an_editor(response):
    put_through(response, now=NOW)
    editor, approver = (
        signed_in(role, force=response.force) for role in (Role.EDITOR, Role.APPROVER)
    )
    assert step_for(editor, response) == ("Open the next draft", None)
    assert step_for(approver, response)[1].startswith("An editor opens it")


def test_a_page_whose_button_is_grey_asks_for_nothing_and_offers_what_can_be_done(response):
    NarrativeSectionFactory(response=response)
    both = signed_in(Role.EDITOR, Role.APPROVER, force=response.force)
    services.submit(response=response, by=both.user, now=NOW)
    approve = page(Response, "move", response.pk, "approve")
    shown = both.get(approve).content.decode()
    assert "disabled" in shown
    assert "id_reason" not in shown
    back = page(Response, "move", response.pk, "return")
    assert f'<a href="{back}">Return to its editors</a>' in shown
    assert page(Response, "move", response.pk, "publish") not in shown
    other = signed_in(Role.APPROVER, force=response.force)
    shown = other.get(approve).content.decode()
    assert "id_reason" in shown
    assert back not in shown


def test_nobody_is_offered_to_approve_again_what_is_as_it_was_approved(response):
    make_approved(response, now=NOW)
    response.report.is_listed = False
    response.report.save()
    approver = signed_in(Role.APPROVER, force=response.force)
    shown = approver.get(page(Response, "move", response.pk, "publish")).content.decode()
    assert page(Response, "move", response.pk, "return") in shown
    assert page(Response, "move", response.pk, "approve") not in shown
