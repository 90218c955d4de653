"""No link of a page takes what was typed out of sight: it stays in the page, or asks first."""

import pytest

from responses.models import Answer
from tests.journeys.test_admin_pages import draft_of_staffordshire
from tests.journeys.test_cursor import wait_for_focus
from tests.journeys.test_kept_text import EDITOR, kept, notice, settle
from tests.journeys.test_office import write
from tests.journeys.test_two_editors import response, save

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "What you typed on this page is not saved"


@pytest.fixture
def address(demonstration, live_server):
    return live_server.url + draft_of_staffordshire()


@pytest.fixture
def draft(page, sign_in, address):
    """The page of a draft without answers, whose title was typed over."""
    Answer.objects.filter(response=response()).delete()
    sign_in(page, EDITOR)
    page.goto(address)
    page.locator("[name=title]").fill("Not saved yet")
    return page


@pytest.mark.parametrize(
    "name",
    ["Its own page", "History", "Responses", "Your work", "Preview as a statement"],
)
def test_every_link_that_leaves_asks_before(draft, address, name):
    asked = []
    draft.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    with draft.expect_event("dialog"):
        draft.get_by_role("link", name=name).first.click()
    assert [WORDS in message for message in asked] == [True]
    assert draft.url == address
    assert draft.locator("[name=title]").input_value() == "Not saved yet"


def test_without_anything_typed_no_link_asks(draft, address):
    draft.goto(address)
    draft.get_by_role("button", name="Throw it away").click()
    draft.get_by_role("link", name="Its own page").first.click()
    draft.wait_for_url("**/recommendations/assessment/**")


def answer_to(page, number):
    page.get_by_role("link", name=f"Recommendation {number} is not explained").click()


def test_answers_are_opened_in_the_page_and_saved_with_all_that_was_typed(draft):
    draft.get_by_role("link", name="Answer it").first.click()
    wait_for_focus(draft, "answers-0-action")
    draft.keyboard.type("Of the first.")
    answer_to(draft, 2)
    wait_for_focus(draft, "answers-1-action")
    draft.keyboard.type("Of the second.")
    answer_to(draft, 2)
    wait_for_focus(draft, "answers-1-action")
    assert draft.locator("[name=answers-TOTAL_FORMS]").input_value() == "2"
    save(draft)
    draft.get_by_text("was changed successfully").wait_for()
    draft.wait_for_load_state()
    said = [(one.findings.get().ref, one.action) for one in response().answers.all()]
    assert said == [("1", "<p>Of the first.</p>"), ("2", "<p>Of the second.</p>")]
    assert response().title == "Not saved yet"
    assert kept(draft) == []


@pytest.mark.parametrize("name", ["Recommendation 2 is not explained", "Answer it"])
def test_an_answer_that_was_opened_and_left_is_none(draft, address, name):
    draft.goto(address)
    draft.get_by_role("button", name="Throw it away").click()
    draft.get_by_role("link", name=name).first.click()
    wait_for_focus(draft, "answers-0-action")
    draft.wait_for_timeout(600)
    assert kept(draft) == []
    save(draft)
    draft.get_by_text("was changed successfully").wait_for()
    assert not response().answers.exists()
    draft.get_by_role("link", name=name).first.click()
    wait_for_focus(draft, "answers-0-action")
    draft.get_by_role("link", name="Its own page").first.click()
    draft.wait_for_url("**/recommendations/assessment/**")


def test_a_recommendation_that_somebody_ticks_is_never_dropped_unseen(draft):
    draft.get_by_role("button", name="Add another Answer").click()
    draft.locator("[name=answers-0-findings]").first.check()
    for _ in range(2):
        save(draft)
        draft.locator(".errornote").wait_for()
        assert "Say what was or will be done" in draft.locator("#answers-0").inner_text()
        assert draft.locator("[name=answers-0-findings]").first.is_checked()


def test_who_comes_back_to_a_row_sees_first_what_is_offered(draft, address):
    settle(draft)
    draft.goto("about:blank")
    draft.goto(f"{address}#ratings-9")
    draft.wait_for_load_state()
    draft.wait_for_timeout(300)
    notice(draft).wait_for()
    assert draft.evaluate("document.activeElement.id") == "kept"
    assert notice(draft).evaluate("one => one.getBoundingClientRect().top") >= 0
    assert draft.evaluate("window.scrollY") < 400


def test_what_is_kept_says_to_what_it_answers_and_how_much_more_there_is(draft, address):
    answer_to(draft, 3)
    write(draft, "answers-0-action", "Of the third.")
    settle(draft)
    draft.goto(address)
    assert "offered after this" not in notice(draft).inner_text()
    answer_to(draft, 4)
    write(draft, "answers-0-action", "Of the fourth.")
    draft.wait_for_timeout(600)
    draft.goto(address)
    offered = notice(draft).inner_text()
    assert "Recommendation 4" in offered
    assert "Kept from other visits to this page, and offered after this: 1." in offered
    draft.get_by_role("button", name="Throw it away").click()
    assert "Recommendation 3" in notice(draft).inner_text()
    assert "offered after this" not in notice(draft).inner_text()
