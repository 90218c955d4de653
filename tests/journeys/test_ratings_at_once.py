"""An editor rates many at once in the browser: from the list, and by spreadsheet."""

import pytest

from recommendations.models import Assessment
from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import show_whole
from tests.recommendations.spreadsheets import edited

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

LIST = "/admin/recommendations/assessment/"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(params=[1280, 320])
def page(request, open_page, sign_in):
    page = open_page(width=request.param)
    sign_in(page, "editor-staffordshire")
    return page


def assert_no_barrier(page):
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


def said(value, field="rag"):
    ours = Assessment.objects.filter(force__slug="staffordshire")
    return ours.filter(**{field: value}).count()


def test_chosen_ratings_are_looked_at_and_recorded(page, live_server):
    page.goto(live_server.url + LIST)
    assert_no_barrier(page)
    for row in (0, 2):
        page.locator("input.action-select").nth(row).check()
    page.get_by_role("button", name="Rate those chosen together").click()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("alert").get_by_text("at least one thing").wait_for()
    assert_no_barrier(page)
    page.get_by_label("RAG").select_option("Amber")
    page.get_by_label("Owner").fill("Head of Public Protection")
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_text("2 ratings change").wait_for()
    assert_no_barrier(page)
    assert said("amber") == 0
    page.get_by_role("button", name="Record these 2 ratings").click()
    page.get_by_text("2 ratings recorded").wait_for()
    assert said("amber") == 2


def test_unsaved_rows_of_the_list_are_not_lost_unasked(page, live_server):
    page.goto(live_server.url + LIST)
    page.get_by_label("Owner: Recommendation 1,").fill("Head of Crime")
    page.locator("input.action-select").first.check()
    page.on("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.get_by_role("button", name="Rate those chosen together").click()
    assert "unsaved changes" in asked.value.message
    page.get_by_role("button", name="Save").click()
    page.get_by_text("1 rating was changed successfully").wait_for()
    assert said("Head of Crime", "owner") == 1


def test_enter_in_a_row_of_the_list_saves_it(page, live_server):
    page.goto(live_server.url + LIST)
    page.get_by_label("Owner: Recommendation 1,").fill("Head of Crime")
    page.get_by_label("Owner: Recommendation 1,").press("Enter")
    page.get_by_text("1 rating was changed successfully").wait_for()
    assert said("Head of Crime", "owner") == 1


def export(page):
    with page.expect_download() as download:
        page.get_by_role("link", name="Export this list to Excel").click()
    return download.value.path().read_bytes()


def send(page, content):
    file = {"name": "ratings.xlsx", "mimeType": EXCEL, "buffer": content}
    page.get_by_label("Spreadsheet").set_input_files(file)
    page.get_by_role("button", name="Show what would change").click()


def assert_the_faults_are_read_without_scrolling(page):
    """Beside each other, or below each other on a phone; in a table for a screen reader anyway."""
    table = page.get_by_role("table")
    headings = table.get_by_role("columnheader").all_inner_texts()
    assert headings == ["Where", "Column", "What is wrong"]
    # A browser forgets what a part of a table is once it is laid out otherwise.
    assert page.locator(".faults:not([role]), .faults :not([role])").count() == 0
    row = table.get_by_role("row", name="Row 2, column E")
    where = row.get_by_role("rowheader").bounding_box()
    what = row.get_by_role("cell").last.bounding_box()
    width = page.viewport_size["width"]
    assert (what["x"] == where["x"]) == (width < 640)
    assert what["x"] + what["width"] <= width


def test_a_spreadsheet_is_exported_mended_and_imported(page, live_server):
    page.goto(live_server.url + LIST)
    content = export(page)
    page.get_by_role("link", name="Import a spreadsheet").click()
    page.wait_for_url("**/import/")
    assert_no_barrier(page)
    send(page, edited(content, {(2, "RAG"): "Purple", (3, "Owner"): "=1+1"}))
    assert_the_faults_are_read_without_scrolling(page)
    assert_no_barrier(page)
    send(page, edited(content, {(2, "RAG"): "Amber", (3, "Owner"): "Head of Crime"}))
    page.get_by_text("2 ratings change").wait_for()
    assert_no_barrier(page)
    page.get_by_role("button", name="Record these 2 ratings").click()
    page.get_by_text("2 ratings recorded").wait_for()
    assert (said("amber"), said("Head of Crime", "owner")) == (1, 1)


def test_a_file_that_is_too_large_is_said_before_it_is_sent(page, live_server):
    page.goto(f"{live_server.url}{LIST}import/")
    send(page, b"x" * 6_000_000)
    message = page.get_by_label("Spreadsheet").evaluate("box => box.validationMessage")
    assert message == "Choose a file of at most 5 MB."
    assert page.get_by_role("alert").count() == 0


def test_ratings_and_the_button_to_save_are_in_view_at_once(open_page, sign_in, live_server):
    page = open_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    sign_in(page, "editor-staffordshire")
    page.goto(live_server.url + LIST)
    first = page.locator("#form-0").bounding_box()
    button = page.get_by_role("button", name="Save").bounding_box()
    assert first["y"] + first["height"] <= button["y"] <= 800 - button["height"]
    page.get_by_text("Filter by report, RAG or progress").click()
    page.get_by_role("link", name="Not yet assessed").click()
    page.get_by_text("Filter by report, RAG or progress: Not yet assessed").wait_for()
    assert_no_barrier(page)
