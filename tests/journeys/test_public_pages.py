"""Every public page, as a reader meets it: wide, narrow, and without script."""

import pytest

from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = "online-child-sexual-abuse-2026"
PAGES = [
    "/",
    "/forces/",
    "/forces/thames-valley/",
    "/forces/cleveland/",
    "/reports/",
    f"/reports/{REPORT}/",
    f"/reports/{REPORT}/6/",
    f"/forces/thames-valley/{REPORT}/",
    f"/forces/thames-valley/{REPORT}/record/",
    f"/forces/staffordshire/{REPORT}/",
    f"/forces/staffordshire/{REPORT}/statement/",
    f"/forces/staffordshire/{REPORT}/v1/",
]
MISSING = ["/forces/atlantis/", "/reports/none/", f"/reports/{REPORT}/99/", "/nowhere/"]


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_have_no_barrier_and_never_scroll_sideways(
    demonstration, live_server, open_page, width
):
    page = open_page(width=width)
    faults = []
    for path in PAGES:
        response = page.goto(live_server.url + path)
        assert response.status == 200, path
        faults += [f"{path}: {fault}" for fault in violations(page)]
        if scrolls_sideways(page):
            faults.append(f"{path}: scrolls sideways")
    assert not faults, "\n".join(faults)


def test_a_drawing_is_in_the_readers_own_colours_where_these_are_forced(
    demonstration, live_server, open_page
):
    page = open_page(forced_colors="active", color_scheme="dark")
    page.goto(f"{live_server.url}/reports/{REPORT}/")
    colours = page.evaluate(
        """() => {
            const of = (found, name) => getComputedStyle(document.querySelector(found))[name];
            return [
                of("main p", "color"),
                of(".picture text", "fill"),
                of(".picture .tile", "stroke"),
                of(".picture .drawn-line", "stroke"),
            ];
        }"""
    )
    assert len(set(colours)) == 1, colours


def test_pages_say_the_same_without_script(demonstration, live_server, open_page):
    with_script, without = open_page(), open_page(script=False)
    for path in PAGES:
        seen = []
        for page in (with_script, without):
            page.goto(live_server.url + path)
            seen.append(page.locator("main").inner_text())
        assert seen[0] == seen[1], path
        assert len(seen[1]) > 100, path


def test_readers_get_no_cookie(demonstration, live_server, page):
    for path in PAGES:
        page.goto(live_server.url + path)
    assert page.context.cookies() == []


def test_every_link_of_every_page_leads_somewhere(demonstration, live_server, page):
    waiting, seen = ["/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if "/response." in path:  # A file, which is taken and not looked at.
            assert page.request.get(live_server.url + path).status == 200, path
            continue
        response = page.goto(live_server.url + path)
        assert response.status == 200, path
        links = page.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href').split('#')[0])"
        )
        waiting += [link for link in links if link and not link.startswith("/admin/")]
    assert set(PAGES) <= seen


@pytest.mark.parametrize("path", MISSING)
def test_what_does_not_exist_is_a_clear_404(demonstration, live_server, page, path):
    answer = page.request.get(live_server.url + path)
    assert answer.status == 404
    assert "<h1" in answer.text()
    assert "not found" in answer.text().lower()


def test_a_keyboard_reader_skips_to_the_text_and_sees_the_focus(demonstration, live_server, page):
    page.goto(f"{live_server.url}/forces/thames-valley/{REPORT}/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert "skip" in focused.inner_text().lower()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#the--content")
    assert page.evaluate("document.activeElement.id") == "the--content"
