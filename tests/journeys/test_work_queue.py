"""From the front page to what is to be done: the gap's own field, and lists as they were left."""

import datetime

import pytest
from django.utils import timezone

from forces.models import PoliceForce, User
from recommendations.models import InspectionReport
from recommendations.partial_dates import PartialDate
from responses.services import open_response
from tests.factories import RecommendationFactory
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/admin/responses/response/"


@pytest.fixture
def response(demonstration):
    """A response of Staffordshire that is due in three days, of which nothing is written."""
    day = timezone.localdate() - datetime.timedelta(days=52)
    report = InspectionReport.objects.create(
        title="Night beats", short_title="Night beats", slug="night-beats", kind="thematic",
        published_on=PartialDate.of(day), is_listed=True, is_demonstration=True,
    )  # fmt: skip
    for label in "12345":
        RecommendationFactory(report=report, label=label)
    User.objects.update(signed_in_at=timezone.now() - datetime.timedelta(days=4))
    force = PoliceForce.objects.get(slug="staffordshire")
    return open_response(force=force, report=report, by=None, now=timezone.now())


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "username",
    ["editor-staffordshire", "approver-staffordshire", "liaison-staffordshire", "register-editor"],
)
def test_the_work_queue_has_no_barrier_with_all_that_is_folded_open(
    response, sign_in_by_hand, open_page, username, width
):
    page = open_page(width=width)
    sign_in_by_hand(page, username)
    for folded in page.locator("summary").all():
        folded.click()
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_a_gap_leads_to_the_field_that_closes_it(response, sign_in_by_hand, page, live_server):
    sign_in_by_hand(page, "editor-staffordshire")
    item = page.locator(".queue-item").filter(has_text="Night beats")
    assert "3 days left" in item.inner_text()
    assert "Day 53 of 56" in item.inner_text()
    assert "by others since" in item.inner_text()
    item.get_by_role("link", name="The chief officer was not invited").click()
    page.wait_for_url("**/change/#id_invited_on")
    assert page.locator("#id_invited_on").is_visible()
    page.goto(f"{live_server.url}/admin/")
    item.locator("a[href$='#comments-step']").click()
    page.wait_for_url("**/change/#comments-step")
    step = page.locator("a:focus")
    assert step.get_attribute("href").endswith("/decline/")
    assert page.get_by_role("heading", name="Chief officer’s comments").bounding_box()["y"] > 0


def test_a_list_is_shown_as_it_was_left_until_it_is_cleared(response, sign_in, page, live_server):
    sign_in(page, "editor-staffordshire")
    page.goto(live_server.url + LIST)
    page.get_by_role("link", name="Due in 14 days").click()
    page.wait_for_url(f"{live_server.url}{LIST}?show=soon")
    page.goto(live_server.url + LIST)
    assert page.url == f"{live_server.url}{LIST}?show=soon"
    assert violations(page) == []
    page.get_by_role("link", name="Clear filter and order").click()
    page.wait_for_url(live_server.url + LIST)
    page.goto(live_server.url + LIST)
    assert page.url == live_server.url + LIST
