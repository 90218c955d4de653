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
    f"/forces/thames-valley/{REPORT}/history/6/",
    "/privacy/",
    f"/forces/thames-valley/{REPORT}/",
    f"/forces/thames-valley/{REPORT}/record/",
    f"/forces/staffordshire/{REPORT}/",
    f"/forces/staffordshire/{REPORT}/statement/",
    f"/forces/staffordshire/{REPORT}/v1/",
]
# What a form asks for, and no link.
SEARCHES = [
    *("/?q=risk", "/?q=children&force=staffordshire", "/?rag=amber&page=1", "/?q=unicorn"),
    f"/reports/{REPORT}/6/?force=thames-valley&force=staffordshire",
]
REFUSED = ["/?q=the", "/?force=atlantis&rag=red", f"/reports/{REPORT}/6/?force=thames-valley"]
FEEDS = (".atom", "search.csv")
DATA = ("/answers.csv", "/register.json")
MISSING = ["/forces/atlantis/", "/reports/none/", f"/reports/{REPORT}/99/", "/nowhere/"]


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_have_no_barrier_and_never_scroll_sideways(
    demonstration, live_server, open_page, width
):
    page = open_page(width=width, meant="status of 400")
    faults = []
    for path in [*PAGES, *SEARCHES, *REFUSED]:
        response = page.goto(live_server.url + path)
        assert response.status == (400 if path in REFUSED else 200), path
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
    for path in [*PAGES, *SEARCHES]:
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
    waiting, seen = ["/", *SEARCHES], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        # A file, which is taken and not looked at.
        if "/response." in path or path.partition("?")[0].endswith((*FEEDS, *DATA)):
            assert page.request.get(live_server.url + path).status == 200, path
            continue
        response = page.goto(live_server.url + path)
        assert response.status == 200, path
        links = page.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href').split('#')[0])"
        )
        waiting += [link for link in links if link and not link.startswith("/admin/")]
    assert set(PAGES) <= seen


def test_a_reader_finds_a_passage_and_is_led_to_it(demonstration, live_server, page):
    page.goto(live_server.url)
    page.get_by_role("searchbox").fill("risk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=risk")
    page.get_by_text("Ask for less").click()
    page.get_by_label("Force").select_option("Staffordshire")
    page.get_by_role("button", name="Search").last.click()
    page.wait_for_url("**force=staffordshire**")
    assert page.locator(".chosen").inner_text().startswith("Force: Staffordshire")
    link = page.locator(".hits h3 a").first
    place = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**{place}")
    assert page.locator(f"[id='{place.partition('#')[2]}']").count() == 1


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
