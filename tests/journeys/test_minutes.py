"""An editor freezes the page of a meeting for the minutes, and its board reads what was frozen."""

import pytest
from django.utils import timezone

from forces.models import PoliceForce
from tests.factories import MeetingFactory
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_page_is_frozen_with_one_button_and_has_no_barrier(
    demonstration, live_server, open_page, sign_in, width
):
    force = PoliceForce.objects.get(slug="thames-valley")
    MeetingFactory(force=force, held_on=timezone.localdate(), name="Police and Crime Panel")
    page = open_page(width=width)
    sign_in(page, "editor-thames-valley")
    page.goto(f"{live_server.url}/board/thames-valley/")
    assert violations(page) == []
    page.get_by_role(
        "button", name="Freeze this page for the minutes of Police and Crime Panel"
    ).click()
    page.wait_for_url("**/minutes/**")
    assert violations(page) == []
    assert not scrolls_sideways(page)
    address = page.url
    page.go_back()
    page.get_by_role(
        "button", name="Freeze this page for the minutes of Police and Crime Panel"
    ).click()
    page.get_by_text("so it was not frozen again").wait_for()
    assert page.url == f"{address}?unchanged"
    sign_in(page, "board-thames-valley")
    page.goto(address)
    assert "Frozen on" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="the record (JSON)").click()
    assert download.value.suggested_filename.endswith(".json")
