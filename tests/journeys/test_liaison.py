"""The force and its body at one report: comments are sent and read, progress is proposed."""

import datetime

import pytest
from django.utils import timezone

from forces.models import PoliceForce
from recommendations.services import propose_progress
from responses.services import open_response
from tests.factories import InspectionReportFactory, RecommendationFactory
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)

COMMENTS = "/admin/responses/chiefofficercomments/"
PROPOSALS = "/admin/recommendations/progressproposal/"


@pytest.fixture
def response(demonstration):
    """An open response of Staffordshire, whose chief officer is asked to comment."""
    report = InspectionReportFactory(short_title="Village policing, 2026", is_demonstration=True)
    RecommendationFactory(report=report, subject="Beats")
    return open_response(
        force=PoliceForce.objects.get(slug="staffordshire"),
        report=report,
        by=None,
        now=timezone.now(),
        invited_on=datetime.date(2026, 5, 4),
        reply_by_on=datetime.date(2026, 5, 18),
    )


def write(page, text):
    page.locator(".prose-editor [role=textbox]").click()
    page.keyboard.type(text)


def response_page(response):
    return f"/admin/responses/response/{response.pk}/change/"


def test_the_force_sends_its_comments_and_the_office_reads_them(
    response, sign_in_by_hand, live_server, open_page
):
    server = live_server.url
    liaison, editor = open_page(), open_page()
    sign_in_by_hand(editor, "editor-staffordshire")
    editor.goto(f"{server}{response_page(response)}#comments-group")
    block = editor.locator("#comments-group")
    assert "Nothing is sent yet." in block.inner_text()

    sign_in_by_hand(liaison, "liaison-staffordshire")
    assert "Asked for by 18 May 2026" in liaison.locator("#content-main").inner_text()
    liaison.get_by_role("link", name="Staffordshire: Village policing, 2026").click()
    write(liaison, "The force has put a beat in every village.")
    liaison.get_by_role("button", name="Save").click()
    liaison.get_by_text("Only your force reads this until").wait_for()
    write(liaison, "And a bicycle on each. ")
    liaison.get_by_role("button", name="Send the comments to the office").click()
    liaison.get_by_role("heading", name="What is sent").wait_for()
    assert "And a bicycle on each." in liaison.locator("#content-main").inner_text()
    liaison.get_by_role("button", name="Send the comments to the office").click()
    liaison.get_by_text("the office can read the comments now").wait_for()
    assert "Received by the office on" in liaison.locator("#content-main").inner_text()

    editor.reload()
    assert "Received on" in block.inner_text()
    block.get_by_role("link", name="Read the comments").click()
    editor.wait_for_url("**/chiefofficercomments/**")
    text = editor.locator("#content-main").inner_text()
    assert "The force has put a beat in every village." in text
    editor.goto(f"{server}/admin/responses/response/{response.pk}/preview/statement/")
    assert "And a bicycle on each." in editor.locator("main").inner_text()


def test_the_force_proposes_progress_and_the_office_accepts_it(
    response, sign_in_by_hand, live_server, open_page
):
    liaison, editor = open_page(), open_page()
    sign_in_by_hand(liaison, "liaison-staffordshire")
    liaison.get_by_role("link", name="Ratings").click()
    row = liaison.locator("#result_list tr", has_text="Village policing, 2026")
    row.get_by_role("link", name="Propose progress").click()
    liaison.get_by_label("Progress").select_option(label="Pending sign-off")
    liaison.locator("[name=expected_on_date]").fill("October 2026")
    liaison.get_by_role("button", name="Propose it").click()
    liaison.get_by_text("the office decides on it").wait_for()

    sign_in_by_hand(editor, "editor-staffordshire")
    editor.get_by_role("link", name="1 proposal of the force").click()
    editor.locator("#result_list tbody th a").click()
    editor.get_by_role("link", name="Accept the proposal").click()
    editor.get_by_role("button", name="Accept the proposal").click()
    editor.get_by_text("The RAG is still Not yet assessed").wait_for()
    assert editor.get_by_label("Progress").input_value() == "pending_sign_off"

    liaison.reload()
    assert "Accepted on" in liaison.locator("#result_list").inner_text()


def faults(page, address):
    answer = page.goto(address)
    assert answer.status == 200, address
    found = [f"{address}: {fault}" for fault in violations(page)]
    return [*found, f"{address}: scrolls sideways"] if scrolls_sideways(page) else found


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_comments_and_proposals_have_no_barrier(
    response, sign_in_by_hand, live_server, open_page, width
):
    comments = response.comments
    comments.text = "<p>The force has put a beat in every village.</p>"
    comments.save()
    proposal = make_proposal(response)
    own = f"{COMMENTS}{comments.pk}/"
    made = f"{PROPOSALS}{proposal.pk}/"
    rating = f"/admin/recommendations/assessment/{proposal.assessment_id}/change/"
    pages = {
        "liaison-staffordshire": [
            *(f"{own}change/", f"{own}step/send/", f"{own}step/decline/", f"{own}history/"),
            *(f"{PROPOSALS}add/", f"{made}change/", rating),
        ],
        "editor-staffordshire": [
            *(response_page(response), f"{own}step/decline/", rating),
            *(f"{made}change/", f"{made}step/accept/", f"{made}step/decline/"),
        ],
    }
    found = []
    for username, paths in pages.items():
        page = open_page(width=width)
        sign_in_by_hand(page, username)
        for path in paths:
            page.set_viewport_size({"width": width, "height": 2400})
            found += faults(page, live_server.url + path)
    assert not found, "\n".join(found)


def make_proposal(response):
    rating = response.force.assessments.get(recommendation__report=response.report)
    return propose_progress(
        assessment=rating, by=None, now=timezone.now(), progress="closed", note="Done on 1 May."
    )


def test_a_step_without_its_reason_says_so_without_a_barrier(
    response, sign_in_by_hand, live_server, page
):
    sign_in_by_hand(page, "editor-staffordshire")
    page.goto(f"{live_server.url}{COMMENTS}{response.comments.pk}/step/decline/")
    page.get_by_role("button", name="The chief officer does not comment").click()
    page.get_by_role("alert").get_by_role("link", name="Say why, or how").wait_for()
    assert violations(page) == []
    assert page.get_by_label("Why there are none").get_attribute("aria-invalid") == "true"
    page.get_by_label("Why there are none").fill("Said so by letter.")
    page.get_by_role("button", name="The chief officer does not comment").click()
    page.get_by_text("Recorded: the chief officer does not comment").wait_for()
    assert "Said so by letter." in page.locator("#comments-group").inner_text()
