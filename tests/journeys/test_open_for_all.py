"""A register editor opens a response for every force that a new report concerns."""

import pytest

from responses.models import Response
from tests.factories import RecommendationFactory
from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import show_whole

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_a_report_leads_to_a_response_for_every_force(
    sign_in, live_server, open_page, width
):
    page = open_page(width=width)
    sign_in(page, "register-editor")
    report = RecommendationFactory(report__is_demonstration=True).report
    page.goto(f"{live_server.url}/admin/recommendations/inspectionreport/{report.pk}/change/")
    page.get_by_role("link", name="Open a response for every force").click()
    page.get_by_role("heading", name="A response is opened for 43 forces").wait_for()
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("button", name="Open 43 responses").click()
    page.get_by_text("43 responses opened").wait_for()
    assert Response.objects.filter(report=report).count() == 43
