"""A board member signs in, and reads where the force stands."""

import datetime
import re

import pytest

from forces.models import User
from recommendations.models import Assessment, Recommendation
from recommendations.partial_dates import parse
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    MembershipFactory,
    RecommendationFactory,
)
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)


# What of a printed page is 273 mm wide: A4 on its side, less the margins.
PRINTED_WIDTH = 1031


def sign_in(page, site, password):
    page.goto(f"{site}/board/")
    page.get_by_label("Username").fill("board-thames-valley")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/board/")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_board_member_lands_on_the_boards_and_reads_one(
    demonstration, live_server, open_page, width
):
    page = open_page(width=width)
    sign_in(page, live_server.url, demonstration)
    assert violations(page) == []
    page.get_by_role("link", name="Thames Valley Police", exact=True).click()
    page.wait_for_url("**/board/thames-valley/")
    text = page.locator("main").inner_text()
    assert "none Red, 4 Amber, 6 Green, 6 not for this force." in text
    assert violations(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("link", name="Recommendation 6: ").click()
    page.locator("tr:target").wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{live_server.url}/")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_as_at_a_day_have_no_barrier(demonstration, live_server, open_page, width):
    page = open_page(width=width, meant="status of 400")
    sign_in(page, live_server.url, demonstration)
    for address in (
        "/board/?at=2199-01-01",
        "/board/over-time/",
        "/board/reports/online-child-sexual-abuse-2026/",
        "/board/thames-valley/?at=soon",
        "/board/thames-valley/?rag=amber&since=2026-01-01",
    ):
        page.goto(live_server.url + address)
        assert violations(page) == [], address
        assert not scrolls_sideways(page), address


@pytest.mark.parametrize("width", [1280, 720])
def test_a_report_of_many_recommendations_scrolls_in_its_own_place(
    demonstration, live_server, open_page, width
):
    report = InspectionReportFactory(slug="long-2026")
    findings = RecommendationFactory.create_batch(60, report=report)
    member = User.objects.get(username="board-thames-valley")
    forces = [member.memberships.get().force, MembershipFactory(user=member).force]
    for force in forces:
        for finding in findings[::2]:
            AssessmentFactory(force=force, recommendation=finding)
    page = open_page(width=width)
    sign_in(page, live_server.url, demonstration)
    page.goto(f"{live_server.url}/board/reports/long-2026/")
    assert page.locator(".matrix").evaluate("one => one.scrollWidth > innerWidth")
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("width", [1280, 1040])
def test_no_column_of_the_table_is_too_narrow_for_its_words(
    demonstration, live_server, open_page, width
):
    page = open_page(width=width)
    sign_in(page, live_server.url, demonstration)
    page.get_by_role("link", name="Thames Valley Police", exact=True).click()
    page.wait_for_url("**/board/thames-valley/")
    assert page.locator(".board thead").is_visible()
    assert overflowing(page) == []


def test_a_board_prints_on_its_side_with_its_heads_on_every_page(
    demonstration, live_server, open_page
):
    page = open_page(width=PRINTED_WIDTH)
    sign_in(page, live_server.url, demonstration)
    page.get_by_role("link", name="Thames Valley Police", exact=True).click()
    page.wait_for_url("**/board/thames-valley/")
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)
    page.emulate_media(media="print")
    style = "(one, name) => getComputedStyle(one)[name]"
    assert page.locator(".board thead").evaluate(style, "display") == "table-header-group"
    assert page.locator(".board tbody tr").first.evaluate(style, "breakInside") == "avoid"
    assert not scrolls_sideways(page)
    assert overflowing(page) == []


BROKEN = """
cells => cells.filter(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const word of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const tops = [...range.getClientRects()].map(one => Math.round(one.top));
            if (new Set(tops).size > 1) return true;
        }
    }
    return false;
}).map(one => one.innerText)
"""


def overflowing(page):
    """Return the text of each cell of the table in which a word is wider than the cell."""
    cells = page.locator(".board :is(th, td)")
    broken = cells.evaluate_all(BROKEN)
    page.evaluate("document.body.style.overflowWrap = 'normal'")
    wider = "cells => cells.filter(one => one.scrollWidth > one.clientWidth)"
    return broken + cells.evaluate_all(f"{wider}.map(one => one.innerText)")


@pytest.mark.parametrize("width", [1040, 1280])
def test_no_month_is_parted_in_the_table(demonstration, live_server, open_page, width):
    """The longest one, in each column of days."""
    Assessment.objects.update(
        expected_on=parse("30 September 2027"), reviewed_on=datetime.date(2026, 9, 30)
    )
    Recommendation.objects.update(due_on=parse("30 September 2027"))
    page = open_page(width=width)
    sign_in(page, live_server.url, demonstration)
    page.goto(f"{live_server.url}/board/thames-valley/")
    assert "September" in page.locator(".board tbody").inner_text()
    assert overflowing(page) == []
