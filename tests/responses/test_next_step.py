"""The next step of a response: one button, and why it is greyed."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
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
    label, why_not = step_for(approver, response)
    assert label == "Publish version 1"
    assert why_not.startswith("This is not what was approved")
    shown = approver.get(page(Response, "change", response.pk)).content.decode()
    assert page(Response, "move", response.pk, "approve") in shown


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


def test_what_is_published_is_opened_again_by_an_editor(response):
    put_through(response, now=NOW)
    editor, approver = (
        signed_in(role, force=response.force) for role in (Role.EDITOR, Role.APPROVER)
    )
    assert step_for(editor, response) == ("Open the next draft", None)
    assert step_for(approver, response)[1].startswith("An editor opens it")
