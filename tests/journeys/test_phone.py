"""The admin at 320 pixels: nothing is cut off, and every value of a list has a name."""

import pytest
from django.utils import timezone

from recommendations.models import Assessment
from recommendations.services import record_rating
from tests.journeys.checks import violations
from tests.journeys.test_admin_pages import draft_of_staffordshire, kinds_of_page, show_whole
from tests.journeys.test_kept_text import EDITOR

pytestmark = pytest.mark.django_db(transaction=True)

# What can be moved sideways within its box, or is cut off by it.
CUT_OFF = """() => [...document.querySelectorAll("#container *")].filter((box) => {
  const isCut = getComputedStyle(box).overflowX !== "visible" && box.clientWidth > 1;
  const isMeant = box.closest("input, select, textarea, .part-opening, .material-icons");
  return isCut && !isMeant && box.checkVisibility() && box.scrollWidth > box.clientWidth + 1;
}).map((box) => box.outerHTML.slice(0, 80))"""
UNFOLD = """() => {
  for (const part of document.querySelectorAll(".parts details")) part.open = true;
}"""
WITHOUT_NAME = """() => [...document.querySelectorAll("#result_list tbody > tr > *")]
  .filter((cell) => !cell.matches(".action-checkbox"))
  .filter((cell) => getComputedStyle(cell, "::before").content === "none")
  .map((cell) => cell.outerHTML.slice(0, 80))"""


@pytest.fixture
def phone(open_page):
    return open_page(width=320)


@pytest.mark.parametrize("username", ["register-editor", EDITOR, "liaison-staffordshire"])
def test_nothing_is_cut_off_and_every_value_has_a_name(phone, sign_in, live_server, username):
    draft_of_staffordshire()
    sign_in(phone, username)
    faults, lists = [], 0
    for path in kinds_of_page(phone, live_server.url):
        phone.evaluate(UNFOLD)
        lists += phone.locator("#result_list").count()
        for question in (CUT_OFF, WITHOUT_NAME):
            faults += [f"{path}: {fault}" for fault in phone.evaluate(question)]
    assert lists
    assert not faults, "\n".join(faults)


def test_the_history_of_a_rating_is_stacked(phone, sign_in, live_server, demonstration):
    rating = Assessment.objects.filter(force__slug="staffordshire").first()
    words = {"rag": "amber", "progress": "in_progress", "reason": "The rota is late."}
    record_rating(assessment=rating, by=None, now=timezone.now(), **words)
    sign_in(phone, EDITOR)
    phone.goto(f"{live_server.url}/admin/recommendations/assessment/{rating.pk}/change/")
    cell = phone.locator(".history tbody td").last
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Recorded"'
    assert phone.evaluate(CUT_OFF) == []
    show_whole(phone)
    assert violations(phone) == []


# Dates that are narrower than their day and their button.
NARROW_DATES = """() => [...document.querySelectorAll("input[type=date]")]
  .filter((box) => box.checkVisibility() && box.getBoundingClientRect().width < 160)
  .map((box) => box.name)"""


def test_dates_are_whole_where_two_fields_share_a_line(phone, sign_in, live_server, demonstration):
    draft = draft_of_staffordshire()
    rating = Assessment.objects.filter(force__slug="staffordshire").first()
    sign_in(phone, EDITOR)
    for path in (draft, f"/admin/recommendations/assessment/{rating.pk}/change/"):
        phone.goto(live_server.url + path)
        phone.locator("input[type=date]").first.wait_for()
        assert phone.evaluate(NARROW_DATES) == []


BOX = "element => element.getBoundingClientRect().toJSON()"


def test_the_head_of_the_list_of_ratings_is_flush(phone, sign_in, live_server, demonstration):
    sign_in(phone, EDITOR)
    phone.goto(f"{live_server.url}/admin/recommendations/assessment/")
    ways = [way.evaluate(BOX)["left"] for way in phone.locator(".object-tools a").all()]
    first_of_lines = [left for left in ways if left < 100]
    assert len(ways) == 4
    assert set(first_of_lines) == {16}
    assert phone.locator("label", has_text="Search").evaluate(BOX)["height"] > 16
    search, submit = phone.get_by_label("Search"), phone.get_by_role("button", name="Search")
    assert search.evaluate(BOX)["width"] == 320 - 4 * 16
    assert search.evaluate(BOX)["left"] == submit.evaluate(BOX)["left"]
    assert phone.get_by_role("button", name="Rate those chosen").evaluate(BOX)["left"] == 16
