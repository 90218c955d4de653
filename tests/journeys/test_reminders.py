"""Choosing one's reminders in the browser, by mouse, by keys and on a narrow screen."""

import pytest

from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import show_whole

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("username", ["editor-staffordshire", "register-editor"])
def test_the_page_has_no_barrier(sign_in, live_server, open_page, username, width):
    page = open_page(width=width)
    sign_in(page, username)
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Your reminders").click()
    page.wait_for_url("**/reminders/")
    assert page.get_by_role("heading", level=1).inner_text() == "Your reminders"
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_a_box_is_unticked_by_keys_and_stays_so(sign_in, live_server, page):
    sign_in(page, "editor-staffordshire")
    page.goto(f"{live_server.url}/admin/reminders/")
    box = page.get_by_role("checkbox", name="Ratings to review")
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Your choice is saved").wait_for()
    assert not box.is_checked()
    assert page.get_by_role("checkbox", name="Response overdue").is_checked()
    assert violations(page) == []
