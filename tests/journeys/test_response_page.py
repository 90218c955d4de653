"""The page of a response: its bar of buttons, its folded parts, and their order."""

import pytest

from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import draft_of_staffordshire, show_whole
from tests.journeys.test_office import write
from tests.journeys.test_two_editors import response, save, section

pytestmark = pytest.mark.django_db(transaction=True)

HIDDEN_BY_BAR = """() => {
  const focused = document.activeElement;
  const bar = document.querySelector(".submit-row");
  const { top, bottom, height } = focused.getBoundingClientRect();
  const edge = bar.getBoundingClientRect().top;
  if (bar.contains(focused) || height === 0) return "";
  const isClear = height > edge / 2 ? top < edge - 24 : bottom <= edge;
  return isClear ? "" : focused.outerHTML.slice(0, 120);
}"""

# An icon that is not in the font is spelt out.
SPELT_OUT = """icons => icons.filter(icon => icon.scrollWidth > icon.clientWidth + 8)
  .map(icon => icon.textContent)"""


@pytest.fixture
def open_draft(sign_in, live_server, open_page):
    """Return a function that opens the page of a draft in a new browser of a given width."""
    address = live_server.url + draft_of_staffordshire()

    def open_draft(**options):
        page = open_page(**options)
        sign_in(page, "editor-staffordshire")
        page.goto(address)
        page.locator("#sections-group .part-move").first.wait_for()
        return page

    return open_draft


def headings(page):
    return page.locator("#sections-group .inline_label").all_inner_texts()[:-1]


def stored():
    return [str(row) for row in response().sections.order_by("order", "pk")]


def said(page):
    return page.locator("#sections-group > [role=status]").inner_text()


def moved(names, old, new):
    names = list(names)
    names.insert(new, names.pop(old))
    return names


@pytest.mark.parametrize("size", [(1280, 720), (320, 568)])
def test_the_bar_is_in_view_and_never_over_the_focus(open_draft, size):
    width, height = size
    page = open_draft(width=width)
    page.set_viewport_size({"width": width, "height": height})
    bar = page.locator(".submit-row")
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] <= height
    assert bar.bounding_box()["height"] < height / 8
    page.locator("#sections-0 summary").click()
    page.locator("#sections-0 [role=textbox]").wait_for()
    page.locator("[name=title]").focus()
    hidden, steps = [], 0
    while page.evaluate("document.activeElement.name !== '_save'"):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(HIDDEN_BY_BAR))
        steps += 1
        assert steps < 400
    assert steps > 30
    assert [words for words in hidden if words] == []
    page.emulate_media(media="print")
    assert not bar.is_visible()


def test_sections_are_moved_by_keys(open_draft):
    page = open_draft()
    before = headings(page)
    up = page.get_by_role("button", name=f"Move {before[2]} up", exact=True)
    assert up.bounding_box()["width"] >= 24
    assert up.bounding_box()["height"] >= 24
    assert not page.locator("[name=sections-2-order]").is_visible()
    up.focus()
    page.keyboard.press("Enter")
    assert said(page) == f"{before[2]} is now 2 of {len(before)}"
    page.keyboard.press("Space")
    assert said(page) == f"{before[2]} is now 1 of {len(before)}"
    assert up.evaluate("button => button === document.activeElement")
    page.get_by_role("button", name=f"Move {before[3]} down", exact=True).press("Enter")
    expected = moved(moved(before, 2, 0), 3, 4)
    assert headings(page) == expected
    save(page)
    page.get_by_text("was changed successfully").wait_for()
    assert stored() == expected
    page.get_by_role("link", name="Preview as a statement").click()
    page.wait_for_url("**/preview/statement/")
    shown = page.locator("main :is(h2, h3, h4)").all_inner_texts()
    assert [heading for heading in shown if heading in expected] == expected


def test_sections_are_moved_by_dragging(open_draft):
    page = open_draft()
    before = headings(page)
    group = page.locator("#sections-group")
    # Onto the upper half of the row, so before it.
    group.locator("#sections-3 .part-handle").drag_to(
        group.locator("#sections-0 summary"), target_position={"x": 200, "y": 4}
    )
    expected = moved(before, 3, 0)
    assert headings(page) == expected
    assert said(page) == f"{before[3]} is now 1 of {len(before)}"
    save(page)
    page.get_by_text("was changed successfully").wait_for()
    assert stored() == expected


def test_a_new_section_is_moved_among_the_others_and_another_is_taken_away(open_draft):
    page = open_draft()
    before = headings(page)
    last = len(before)
    group = page.locator("#sections-group")
    for _ in range(2):
        group.get_by_role("button", name="Add another Section").click()
    page.locator(f"[name=sections-{last}-heading]").fill("An aside")
    write(page, f"sections-{last}-body", "Said on the way.")
    for _ in range(last):
        group.locator(f"#sections-{last} [data-way=up]").press("Enter")
    group.locator(f"#sections-{last + 1} .inline-deletelink").click()
    save(page)
    page.get_by_text("was changed successfully").wait_for()
    assert stored() == ["An aside", *before]


def test_two_editors_who_move_different_sections_are_joined(open_draft):
    one, two = open_draft(), open_draft()
    before = headings(one)
    one.locator("#sections-0 [data-way=down]").press("Enter")
    last = len(before) - 1
    two.locator(f"#sections-{last} [data-way=up]").press("Enter")
    for page in (one, two):
        save(page)
        page.get_by_text("was changed successfully").wait_for()
    assert stored() == moved(moved(before, 0, 1), last, last - 1)


def test_two_editors_who_move_the_same_section_elsewhere_are_told(open_draft):
    one, two = open_draft(), open_draft()
    before = headings(one)
    one.locator("#sections-1 [data-way=up]").press("Enter")
    two.locator("#sections-1 [data-way=down]").press("Enter")
    save(one)
    one.get_by_text("was changed successfully").wait_for()
    save(two)
    two.locator(".errornote").wait_for()
    assert stored() == moved(before, 1, 0)
    row = two.locator(".inline-related:has([name=sections-1-order])")
    assert row.locator(".versions").is_visible()
    assert two.locator("[name=sections-1-order]").is_visible()


def test_parts_are_opened_and_closed_together_and_say_how_they_begin(open_draft):
    page = open_draft()
    summary = page.locator("#sections-0 summary")
    first_words = " ".join(section().body.removeprefix("<p>").split()[:3])
    assert first_words in summary.inner_text()
    page.get_by_role("button", name="Open all sections").click()
    assert page.locator("#sections-group details:not([open])").count() == 0
    page.locator("#sections-0 .prose-menubar").wait_for()
    page.evaluate("document.fonts.load('24px \"Editor icons\"').then(() => true)")
    assert page.locator(".prose-menubar .material-icons").evaluate_all(SPELT_OUT) == []
    page.get_by_role("button", name="Close all sections").click()
    assert page.locator("#sections-group .has_original details[open]").count() == 0


def test_without_script_the_order_is_typed(sign_in, live_server, open_page):
    address = live_server.url + draft_of_staffordshire()
    page = open_page(script=False)
    sign_in(page, "editor-staffordshire")
    page.goto(address)
    page.locator("#sections-1 summary").click()
    before = stored()
    page.locator("[name=sections-1-order]").fill("")
    save(page)
    page.get_by_text("was changed successfully").wait_for()
    assert stored() == moved(before, 1, len(before) - 1)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_has_no_barrier_open_or_folded(open_draft, width):
    page = open_draft(width=width)
    show_whole(page)
    assert violations(page) == []
    page.get_by_role("button", name="Open all sections").click()
    page.get_by_role("button", name="Open all answers").click()
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_the_table_of_ratings_shows_long_dates_whole_and_faults_on_one_ground(open_draft):
    page = open_draft()
    date = page.locator("[name=ratings-1-expected_on_date]")
    date.fill("30 September 2026")
    assert date.evaluate("box => box.scrollWidth <= box.clientWidth")
    page.locator("[name=ratings-0-rag]").select_option("red")
    save(page)
    fault = page.locator(".row-faults .errorlist")
    assert fault.evaluate("list => getComputedStyle(list).backgroundColor") == "rgba(0, 0, 0, 0)"
