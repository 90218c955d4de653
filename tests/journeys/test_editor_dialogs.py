"""The dialogs of the visual editor, by which a link or a table is put into the text."""

import pytest

from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import draft_of_staffordshire
from tests.journeys.test_two_editors import save_well, section

pytestmark = pytest.mark.django_db(transaction=True)

IS_CUT_OFF = """dialog => {
  const { left, right } = dialog.getBoundingClientRect();
  const isOutside = left < 0 || right > document.documentElement.clientWidth;
  return isOutside || dialog.scrollWidth > dialog.clientWidth;
}"""


@pytest.fixture(params=[1280, 320])
def draft(request, sign_in, live_server, open_page):
    """The page of a draft in a window of each width, the text of its first section selected."""
    page = open_page(width=request.param)
    sign_in(page, "editor-staffordshire")
    page.goto(live_server.url + draft_of_staffordshire())
    page.locator("#sections-0 summary").click()
    text = page.locator("#sections-0 [role=textbox]")
    text.click(position={"x": 30, "y": 20})
    text.press("ControlOrMeta+a")
    # A link is put around what the editor knows to be selected.
    page.locator("#sections-0 [data-name=link]:not(.disabled)").wait_for()
    return page


def opened(page, button):
    """Press `button` of the first section's editor; return the dialog that opens."""
    page.locator("#sections-0").get_by_role("button", name=button, exact=True).click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog


def has_no_barrier(page, dialog):
    assert violations(page) == []
    assert not scrolls_sideways(page)
    assert not dialog.evaluate(IS_CUT_OFF)
    return True


def test_a_link_is_put_into_the_text_by_a_dialog_without_a_barrier(draft):
    dialog = opened(draft, "insert link")
    assert has_no_barrier(draft, dialog)
    dialog.get_by_label("URL").fill("https://reports.example/")
    dialog.locator("[type=submit]").click()
    dialog.wait_for(state="detached")
    save_well(draft)
    assert '<a href="https://reports.example/"' in section().body


def test_a_table_is_put_into_the_text_by_a_dialog_without_a_barrier(draft):
    draft.keyboard.press("ArrowRight")
    dialog = opened(draft, "Insert table")
    assert has_no_barrier(draft, dialog)
    dialog.get_by_label("Rows").fill("2")
    dialog.get_by_label("Columns").fill("2")
    dialog.locator("[type=submit]").click()
    dialog.wait_for(state="detached")
    save_well(draft)
    assert section().body.count("<tr>") == 2
