"""Two people edit one response in their own browsers, and neither loses a word."""

import pytest

from responses.models import Response
from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import draft_of_staffordshire, show_whole
from tests.journeys.test_office import write
from tests.responses.publishing import put_through

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def open_draft(sign_in, live_server, open_page):
    """Return a function that opens the page of one draft in a new browser, its parts unfolded."""
    address = live_server.url + draft_of_staffordshire()

    def open_draft(**options):
        page = open_page(**options)
        sign_in(page, "editor-staffordshire")
        page.goto(address)
        unfold(page)
        return page

    return open_draft


@pytest.fixture
def editors(open_draft):
    return open_draft(), open_draft()


def response():
    return Response.objects.get(force__slug="staffordshire")


def section():
    """The first section of the draft, as the database has it now."""
    return response().sections.order_by("order", "pk")[0]


def unfold(page):
    page.locator("#sections-0").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def save(page):
    page.get_by_role("button", name="Save and continue editing").click()


def save_well(page):
    save(page)
    page.get_by_text("was changed successfully").wait_for()
    page.wait_for_load_state()  # The page's own scripts have run by then.
    unfold(page)


def versions_at(page, name):
    """What stands beside the control `name`: as it is now, and what was typed."""
    row = page.locator(f".form-row:has([name='{name}'])")
    return row.locator(".versions dd").all_inner_texts()


def text_of(page, name):
    return page.locator(f".prose-editor:has(textarea[name='{name}']) [role=textbox]").inner_text()


def test_the_same_text_is_refused_with_both_versions_and_saving_again_replaces(editors):
    one, two = editors
    write(one, "sections-0-body", "The first was here. ")
    one.locator("[name=published_on_date]").fill("1 June 2026")
    save_well(one)
    write(two, "sections-0-body", "The second was there. ")
    two.locator("[name=published_on_date]").fill("2 June 2026")
    save(two)
    two.locator(".errornote").wait_for()
    phrase = "not stated on the document"
    assert versions_at(two, "published_on_date") == [
        f"{phrase} (1 June 2026)",
        f"{phrase} (2 June 2026)",
    ]
    now, typed = versions_at(two, "sections-0-body")
    assert "The first was here." in now
    assert "The second was there." in typed
    assert "The first was here." in section().body
    assert "The second was there." in text_of(two, "sections-0-body")
    save_well(two)
    assert "The second was there." in section().body
    assert "The first was here." not in section().body


def test_disjoint_changes_are_both_saved(editors):
    one, two = editors
    write(one, "sections-0-body", "The first was here. ")
    one.locator("[name=title]").fill("The first one's title")
    save_well(one)
    two.locator("[name=sections-0-heading]").fill("The second one's heading")
    save_well(two)
    assert section().heading == "The second one's heading"
    assert "The first was here." in section().body
    assert two.locator("[name=title]").input_value() == "The first one's title"
    assert "The first was here." in text_of(two, "sections-0-body")


def test_a_part_that_was_removed_meanwhile_can_be_added_again(editors):
    one, two = editors
    one.get_by_role("button", name="Add another Section").click()
    last = one.locator("[name=sections-TOTAL_FORMS]").input_value()
    number = int(last) - 1
    one.locator(f"[name=sections-{number}-heading]").fill("An aside")
    write(one, f"sections-{number}-body", "Said on the way.")
    save_well(one)
    two.reload()
    unfold(two)
    one.locator(f"[name=sections-{number}-DELETE]").check()
    save_well(one)
    write(two, f"sections-{number}-body", "Worth keeping. ")
    save(two)
    two.locator("#sections-group").get_by_text("Somebody else removed this section").wait_for()
    assert "Worth keeping." in text_of(two, f"sections-{number}-body")
    assert not response().sections.filter(heading="An aside").exists()
    save_well(two)
    assert "Worth keeping." in response().sections.get(heading="An aside").body


@pytest.mark.parametrize("width", [1280, 320])
def test_the_refusal_has_no_barrier(editors, width):
    one, two = editors
    two.set_viewport_size({"width": width, "height": 900})
    for page, text in ((one, "The first was here. "), (two, "The second was there. ")):
        page.locator("[name=title]").fill(text)
        write(page, "sections-0-body", text)
        page.locator("[name=sections-0-heading]").fill(text)
    save_well(one)
    save(two)
    two.locator(".errornote").wait_for()
    body = two.locator(".prose-editor:has(textarea[name='sections-0-body']) [role=textbox]")
    body.wait_for()
    described = body.get_attribute("aria-describedby")
    assert "Somebody else changed this" in two.locator(f"#{described.split()[-1]}").inner_text()
    assert body.get_attribute("aria-invalid") == "true"
    show_whole(two)
    assert violations(two) == []
    assert not scrolls_sideways(two)


@pytest.mark.parametrize("width", [1280, 320])
def test_what_was_typed_into_what_is_published_is_shown(open_draft, width):
    page = open_draft(width=width, meant="status of 409")
    page.locator("[name=title]").fill("A title too late")
    write(page, "sections-0-body", "A sentence too late. ")
    put_through(response())
    save(page)
    page.get_by_role("heading", name="Nothing was saved").wait_for()
    text = page.locator("#content-main").inner_text()
    assert "A title too late" in text
    assert "A sentence too late." in text
    assert violations(page) == []
    assert not scrolls_sideways(page)
