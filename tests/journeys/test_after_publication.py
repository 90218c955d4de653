"""What is done with a publication, and what readers then meet: by mouse, wide and narrow."""

import pytest
from django.utils import timezone

from recommendations.partial_dates import PartialDate
from responses.models import Publication
from responses.services import withdraw
from tests.journeys.checks import scrolls_sideways, violations
from tests.responses.publishing import publish_again

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/admin/responses/publication/"


def faults(page):
    return [*violations(page), *(["scrolls sideways"] if scrolls_sideways(page) else [])]


def as_if_found(route):
    """Let the browser show a page with the status 410 without an error in its console."""
    route.fulfill(response=route.fetch(), status=200)


@pytest.fixture
def published(demonstration):
    """Two versions of Thames Valley, the second on the day of today."""
    first = Publication.objects.get(force__slug="thames-valley")
    return first, publish_again(first, now=timezone.now())


@pytest.mark.parametrize("width", [1280, 320])
def test_old_and_withdrawn_versions_have_no_barrier(published, live_server, open_page, width):
    first, second = published
    page = open_page(width=width)
    address = live_server.url + first.get_absolute_url()
    page.goto(f"{address}v1/")
    assert page.get_by_role("note").inner_text().startswith("Version 1 is superseded.")
    assert faults(page) == []
    page.get_by_role("link", name="Read the current version").click()
    page.wait_for_url(address)
    withdraw(publication=second, by=None, now=timezone.now(), reason="It named somebody.")
    page.route("**/v2/", as_if_found)
    page.goto(f"{address}v2/")
    assert "It named somebody." in page.locator("main").inner_text()
    assert faults(page) == []


def test_an_approver_records_a_copy_and_withdraws_and_readers_are_told(
    published, sign_in, live_server, open_page
):
    staff, reader = open_page(), open_page()
    address = live_server.url + published[0].get_absolute_url()
    sign_in(staff, "approver-thames-valley")
    staff.goto(live_server.url + LIST)
    staff.locator("#result_list tbody tr", has_text="Current").get_by_role("link").first.click()
    staff.get_by_role("link", name="Record a copy of version 2").click()
    staff.get_by_label("Copy sent to").wait_for()
    assert faults(staff) == []
    staff.get_by_label("Copy sent to").select_option("The Home Secretary")
    today = timezone.localdate()
    staff.get_by_label("Sent on").fill(today.isoformat())
    staff.get_by_role("button", name="Record a copy of version 2").click()
    staff.get_by_text("The copy is recorded.").wait_for()
    assert faults(staff) == []
    reader.goto(address)
    copies = reader.locator(
        "section", has=reader.get_by_role("heading", name="Copies of this version")
    )
    assert f"The Home Secretary\n{PartialDate.of(today)}" in copies.inner_text()

    staff.get_by_role("link", name="Withdraw version 2").click()
    staff.get_by_label("Reason for withdrawing it").wait_for()
    assert faults(staff) == []
    staff.get_by_role("button", name="Withdraw version 2").click()
    problem = staff.get_by_role("alert")
    problem.get_by_role("link", name="Say why").click()
    assert staff.evaluate("document.activeElement.id") == "id_reason"
    assert staff.title().startswith("Error: Withdraw version 2")
    assert faults(staff) == []
    staff.get_by_label("Reason for withdrawing it").fill("It named somebody.")
    staff.get_by_role("button", name="Withdraw version 2").click()
    staff.get_by_text("Version 2 is withdrawn.").wait_for()
    answer = reader.request.get(address)
    assert (answer.status, "It named somebody." in answer.text()) == (410, True)
    assert reader.goto(f"{address}v1/").status == 200
