"""From the chief officer's comments to a second version, as the four people who make it."""

import datetime

import pytest
from django.utils import timezone

from forces.models import PoliceForce
from recommendations.partial_dates import PartialDate
from responses.services import open_response
from tests.factories import InspectionReportFactory, RecommendationFactory
from tests.journeys.checks import violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

REPORT = "village-policing-2026"
ADDRESS = f"/forces/staffordshire/{REPORT}/"


@pytest.fixture
def draft(demonstration):
    """An open response of Staffordshire to a report of two recommendations; returns its page."""
    now = timezone.now()
    published_on = PartialDate.of(timezone.localdate(now) - datetime.timedelta(days=10))
    report = InspectionReportFactory(
        slug=REPORT, short_title="Village policing, 2026", published_on=published_on
    )
    for label, subject in (("1", "Beats"), ("2", "Bicycles")):
        RecommendationFactory(report=report, label=label, subject=subject)
    force = PoliceForce.objects.get(slug="staffordshire")
    response = open_response(force=force, report=report, by=None, now=now)
    return f"/admin/responses/response/{response.pk}/change/"


def write(page, field, text):
    page.locator(f".prose-editor:has(textarea[name='{field}']) [role=textbox]").click()
    page.keyboard.type(text)


def save(page):
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()


def make(page, move):
    """Make a move from the page of a response: its link, then the button of its own page."""
    page.get_by_role("link", name=move).click()
    page.wait_for_url("**/move/**")
    assert violations(page) == []
    page.get_by_role("button", name=move).click()
    page.wait_for_url("**/change/")


def invite(page, server, draft):
    page.goto(server + draft)
    today = timezone.localdate()
    page.locator("[name=invited_on]").fill(today.isoformat())
    page.locator("[name=reply_by_on]").fill((today + datetime.timedelta(days=14)).isoformat())
    save(page)


def comment(page, server):
    """Write the comments that are asked for, and send them."""
    page.goto(f"{server}/admin/")
    page.get_by_role("link", name="Village policing, 2026").first.click()
    write(page, "text", "The force has read the report with care.")
    page.get_by_role("button", name="Send the comments to the office").click()
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Sent").first.wait_for()


def answer_each_gap(page, server, draft):
    """Open the checklist, follow its gaps one by one, and close them."""
    page.goto(server + draft)
    for number, words in ((1, "Every beat is walked."), (2, "Two bicycles were bought.")):
        page.get_by_role("link", name=f"Recommendation {number} is not explained").click()
        write(page, f"answers-{number - 1}-action", words)
        save(page)
        page.goto(server + draft)
    page.locator("[name=makes_no_reply]").check()
    save(page)
    page.goto(server + draft)
    assert "Section 55 checklist: no gaps" in page.locator("#checklist").inner_text()


def rate(page, server, rag):
    page.goto(f"{server}/admin/recommendations/assessment/?q=Village")
    page.locator("[name=form-0-rag]").select_option(rag)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("changed successfully").wait_for()


def test_comments_answers_approval_and_two_versions(sign_in_by_hand, live_server, open_page, draft):
    server = live_server.url
    liaison, editor, approver, reader = (open_page() for _ in range(4))

    sign_in_by_hand(editor, "editor-staffordshire")
    invite(editor, server, draft)
    sign_in_by_hand(liaison, "liaison-staffordshire")
    comment(liaison, server)

    editor.goto(server + draft)
    assert "The force has read the report with care." in _preview(editor, server, draft)
    answer_each_gap(editor, server, draft)
    rate(editor, server, "amber")
    editor.goto(server + draft)
    make(editor, "Submit for approval")

    sign_in_by_hand(approver, "approver-staffordshire")
    approver.goto(server + draft)
    make(approver, "Approve")
    make(approver, "Publish version 1")

    reader.goto(server + ADDRESS)
    text = reader.locator("main").inner_text()
    for words in (
        "Version 1",
        "The force has read the report with care.",
        "Every beat is walked.",
        "Two bicycles were bought.",
        "day 11, in time",
    ):
        assert words in text
    assert "Not explained" not in text

    editor.goto(server + draft)
    make(editor, "Open the next draft")
    rate(editor, server, "green")
    editor.goto(server + draft)
    make(editor, "Submit for approval")
    approver.goto(server + draft)
    make(approver, "Approve")
    make(approver, "Publish version 2")

    reader.goto(server + ADDRESS)
    reader.get_by_role("link", name="What changed in version 2").click()
    reader.wait_for_url("**/changes/")
    changed = reader.locator("main").inner_text()
    assert "1 rating moved" in changed
    assert "Recommendation 1: Beats" in changed
    assert "Amber" in changed
    assert "Green" in changed
    assert violations(reader) == []
    reader.goto(f"{server}{ADDRESS}v1/")
    assert "superseded" in reader.locator("main").inner_text()


def _preview(page, server, draft):
    page.goto(server + draft)
    page.get_by_role("link", name="Preview as a record").click()
    page.wait_for_url("**/preview/**")
    return page.locator("main").inner_text()
