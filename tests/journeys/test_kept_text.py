"""What was typed and not saved stays in the browser, and is offered again to who typed it."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from recommendations.models import Assessment
from recommendations.services import record_rating
from responses.models import Response
from tests.journeys.checks import comes_to_be_kept, scrolls_sideways, violations
from tests.journeys.test_admin_pages import draft_of_staffordshire, show_whole
from tests.journeys.test_office import write
from tests.journeys.test_two_editors import (
    response,
    save,
    save_well,
    section,
    text_of,
    unfold,
)
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db(transaction=True)

EDITOR = "editor-staffordshire"


@pytest.fixture
def address(demonstration, live_server):
    return live_server.url + draft_of_staffordshire()


@pytest.fixture
def draft(page, sign_in, address):
    """The page of a draft, its parts unfolded."""
    sign_in(page, EDITOR)
    return visit(page, address)


def visit(page, address):
    page.goto(address)
    unfold(page)
    page.locator(".prose-editor [role=textbox]").first.wait_for()
    return page


def notice(page):
    return page.locator("#kept")


def put_back(page):
    page.get_by_role("button", name="Put it back").click()
    page.get_by_text("Put back, and not saved yet.").wait_for()


def kept(page):
    """The entries that the browser keeps."""
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kept '))")


def settle(page):
    """Stop typing for as long as it takes until what was typed is kept."""
    page.wait_for_timeout(600)
    assert comes_to_be_kept(page)
    assert len(kept(page)) == 1


def crash(page):
    """Close the page as when the browser ends at once; return a new one of the same browser."""
    settle(page)
    context = page.context
    page.close(run_before_unload=False)
    return context.new_page()


def crash_and_come_back(page, address):
    return visit(crash(page), address)


def test_a_lost_session_loses_no_text(draft, sign_in_by_hand, address):
    write(draft, "sections-0-body", "Typed at length. ")
    draft.locator("[name=title]").fill("A title at length")
    draft.locator("[name=published_on_date]").fill("1 june 2026")
    draft.get_by_role("button", name="Add another Section").click()
    number = int(draft.locator("[name=sections-TOTAL_FORMS]").input_value()) - 1
    draft.locator(f"[name=sections-{number}-heading]").fill("An aside")
    write(draft, f"sections-{number}-body", "Said on the way.")
    Session.objects.all().delete()
    save(draft)
    draft.get_by_text("Sign in, and it is offered again").wait_for()
    assert not violations(draft)

    sign_in_by_hand(draft, EDITOR)
    visit(draft, address)
    assert "Typed at length." not in text_of(draft, "sections-0-body")
    text = notice(draft).inner_text()
    assert "Text that was not saved on" in text
    assert "is kept in this browser." in text
    put_back(draft)
    assert "Typed at length." in text_of(draft, "sections-0-body")
    assert "Said on the way." in text_of(draft, f"sections-{number}-body")
    save_well(draft)
    assert "Typed at length." in section().body
    assert response().title == "A title at length"
    assert response().published_on.words == "1 June 2026"
    assert "Said on the way." in response().sections.get(heading="An aside").body
    assert kept(draft) == []
    visit(draft, address)
    assert notice(draft).inner_text() == ""


def test_without_text_the_sign_in_says_nothing_of_it(page, address):
    page.goto(address)
    page.get_by_label("Password").wait_for()
    assert not page.get_by_text("Sign in, and it is offered again").is_visible()


def test_after_a_crash_text_is_offered_until_it_is_thrown_away(draft, address):
    write(draft, "sections-0-body", "Not saved. ")
    page = crash_and_come_back(draft, address)
    assert "Text that was not saved on" in notice(page).inner_text()
    page.reload()
    page.get_by_role("button", name="Throw it away").click()
    page.get_by_text("Thrown away.").wait_for()
    assert kept(page) == []
    visit(page, address)
    assert notice(page).inner_text() == ""
    assert "Not saved." not in text_of(page, "sections-0-body")


def test_nobody_else_on_the_same_browser_is_offered_it(draft, sign_in_by_hand, address):
    write(draft, "sections-0-body", "Mine alone. ")
    page = crash_and_come_back(draft, address)
    page.context.clear_cookies()
    sign_in_by_hand(page, "approver-staffordshire")
    page.goto(address)
    page.locator("#kept").wait_for(state="attached")
    assert notice(page).inner_text() == ""
    page.context.clear_cookies()
    sign_in_by_hand(page, EDITOR)
    visit(page, address)
    assert "Text that was not saved on" in notice(page).inner_text()


def test_signing_out_asks_and_throws_it_away(draft):
    write(draft, "sections-0-body", "Not for the next person here. ")
    settle(draft)
    draft.once("dialog", lambda dialog: dialog.dismiss())
    draft.get_by_role("button", name="Sign out").click()
    assert len(kept(draft)) == 1
    draft.once("dialog", lambda dialog: dialog.accept())
    draft.get_by_role("button", name="Sign out").click()
    draft.wait_for_url("**/")
    assert kept(draft) == []


def test_signing_out_at_once_asks_and_throws_away_too(draft):
    """The press on the button leaves the field, which is a change of its own."""
    asked = []
    draft.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    draft.locator("[name=title]").press_sequentially("Mine")
    draft.get_by_role("button", name="Sign out").click()
    draft.wait_for_url("**/")
    assert len(asked) == 1
    assert kept(draft) == []


def test_a_step_is_not_taken_over_what_is_not_saved(draft, address):
    draft.locator("[name=title]").fill("Not saved yet")
    draft.once("dialog", lambda dialog: dialog.dismiss())
    with draft.expect_event("dialog") as asked:
        draft.get_by_role("link", name="Submit for approval").click()
    assert "is not saved" in asked.value.message
    assert draft.url == address
    save_well(draft)
    draft.get_by_role("link", name="Submit for approval").click()
    draft.wait_for_url("**/move/submit/")


def test_what_somebody_else_changed_since_is_shown_and_not_overwritten(draft, address):
    write(draft, "sections-0-body", "Mine. ")
    draft.locator("[name=sections-0-heading]").fill("My heading")
    one = section()
    one.body = "<p>Theirs.</p>"
    one.save()
    page = crash_and_come_back(draft, address)
    text = notice(page).inner_text()
    assert "This has changed on the page since" in text
    assert "Mine." in text
    put_back(page)
    assert page.locator("[name=sections-0-heading]").input_value() == "My heading"
    assert text_of(page, "sections-0-body").strip() == "Theirs."
    assert "Mine." in notice(page).inner_text()
    save_well(page)
    assert section().heading == "My heading"
    assert section().body == "<p>Theirs.</p>"
    assert "Mine." in notice(page).inner_text()


def rating(number):
    return Assessment.objects.get(force__slug="staffordshire", recommendation__ref=number)


def test_what_was_typed_into_the_table_goes_back_to_its_own_rating(draft, address):
    """Though the recommendations stand in another order by then."""
    draft.locator("[name=ratings-0-reason]").fill("Of the first.")
    settle(draft)
    first = rating("1").recommendation
    first.order = 999
    first.save()
    page = crash_and_come_back(draft, address)
    assert "Reason: Recommendation 1, Staffordshire" in notice(page).inner_text()
    put_back(page)
    save_well(page)
    assert (rating("1").reason, rating("2").reason) == ("Of the first.", "")


def test_a_rating_that_a_colleague_changed_since_is_not_overwritten(draft, address):
    draft.locator("[name=ratings-0-reason]").fill("Mine.")
    draft.locator("[name=ratings-1-reason]").fill("Mine too.")
    settle(draft)
    record_rating(assessment=rating("1"), by=None, now=timezone.now(), reason="Theirs.")
    page = crash_and_come_back(draft, address)
    put_back(page)
    assert "Mine." in notice(page).inner_text()
    save_well(page)
    assert (rating("1").reason, rating("2").reason) == ("Theirs.", "Mine too.")


def test_what_was_typed_since_is_not_overwritten(draft, address):
    draft.locator("[name=title]").fill("The first title")
    page = crash_and_come_back(draft, address)
    page.locator("[name=title]").fill("The second title")
    page.get_by_role("button", name="Put it back").click()
    assert page.locator("[name=title]").input_value() == "The second title"
    assert "The first title" in notice(page).inner_text()


def test_a_page_that_came_back_with_errors_keeps_its_text(draft, address):
    write(draft, "sections-0-body", "Beside an error. ")
    draft.locator("[name=published_on_date]").fill("no day at all")
    save(draft)
    draft.locator(".errornote").wait_for()
    assert notice(draft).inner_text() == ""
    page = crash_and_come_back(draft, address)
    put_back(page)
    assert "Beside an error." in text_of(page, "sections-0-body")
    assert page.locator("[name=published_on_date]").input_value() == "no day at all"


def test_what_can_no_longer_be_changed_is_offered_to_be_copied(draft, address):
    write(draft, "sections-0-body", "Too late. ")
    settle(draft)
    put_through(Response.objects.get(force__slug="staffordshire"))
    draft.goto(address)
    draft.get_by_role("button", name="Throw it away").wait_for()
    assert "Too late." in notice(draft).inner_text()
    assert draft.get_by_role("button", name="Put it back").count() == 0


def test_what_is_older_than_14_days_is_dropped(draft, address):
    draft.locator("[name=title]").fill("Long ago")
    settle(draft)
    draft.evaluate(
        """() => {
          const [key] = Object.keys(localStorage);
          const entry = JSON.parse(localStorage[key]);
          localStorage[`${key}x`] = JSON.stringify({...entry, at: entry.at - 15 * 86400000});
          localStorage.removeItem(key);
        }"""
    )
    visit(draft, address)
    assert kept(draft) == []
    assert notice(draft).inner_text() == ""


def test_the_browser_asks_before_leaving_only_where_nothing_can_be_kept(draft, address):
    asked = []
    draft.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    draft.locator("[name=title]").fill("Kept")
    draft.goto(address)
    assert asked == []
    draft.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full') })")
    draft.locator("[name=title]").fill("Not kept")
    draft.goto(address)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("width", [1280, 320])
def test_the_offer_has_no_barrier(draft, address, width):
    draft.set_viewport_size({"width": width, "height": 900})
    write(draft, "sections-0-body", "Mine. ")
    draft.locator("[name=title]").fill("My title")
    one = section()
    one.body = "<p>Theirs.</p>"
    one.save()
    page = crash_and_come_back(draft, address)
    page.set_viewport_size({"width": width, "height": 900})
    page.get_by_role("button", name="Put it back").wait_for()
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_the_reason_of_a_rating_is_kept_too(page, sign_in, live_server, demonstration):
    rating = Assessment.objects.filter(force__slug="staffordshire").first()
    address = f"{live_server.url}/admin/recommendations/assessment/{rating.pk}/change/"
    sign_in(page, EDITOR)
    page.goto(address)
    page.locator("[name=reason]").fill("Typed at length.")
    again = crash(page)
    again.goto(address)
    put_back(again)
    save(again)
    again.get_by_text("was changed successfully").wait_for()
    rating.refresh_from_db()
    assert rating.reason == "Typed at length."
    assert kept(again) == []


@pytest.fixture
def ratings(page, sign_in, live_server, demonstration):
    """The list of ratings."""
    sign_in(page, EDITOR)
    page.goto(f"{live_server.url}/admin/recommendations/assessment/")
    return page


def owner(page, number):
    return page.get_by_label(f"Owner: Recommendation {number},")


def save_the_list(page):
    page.get_by_role("button", name="Save").click()
    page.get_by_text("changed successfully").wait_for()


def test_unsaved_rows_of_the_list_of_ratings_outlive_a_lost_session(ratings, sign_in_by_hand):
    address = ratings.url
    owner(ratings, 1).fill("Head of Crime")
    owner(ratings, 2).fill("Head of Cows")
    ratings.locator("input.action-select").nth(2).check()
    Session.objects.all().delete()
    ratings.get_by_role("button", name="Save").click()
    ratings.get_by_label("Password").wait_for()
    sign_in_by_hand(ratings, EDITOR)
    ratings.goto(address)
    offered = notice(ratings).get_by_role("listitem").all_inner_texts()
    assert offered == [f"Owner: Recommendation {number}, Staffordshire" for number in (1, 2)]
    put_back(ratings)
    save_the_list(ratings)
    assert (rating("1").owner, rating("2").owner) == ("Head of Crime", "Head of Cows")
    assert kept(ratings) == []


def test_a_row_that_the_list_does_not_show_is_put_back_where_it_does(ratings):
    address = ratings.url
    owner(ratings, 1).fill("Head of Crime")
    again = crash(ratings)
    again.goto(f"{address}?q=nothing+like+it")
    assert "rows that this list does not show now" in notice(again).inner_text()
    assert violations(again) == []
    assert again.get_by_role("button", name="Put it back").count() == 0
    again.goto(address)
    assert "does not show now" not in notice(again).inner_text()
    put_back(again)
    assert owner(again, 1).input_value() == "Head of Crime"


def test_the_list_of_ratings_is_not_left_over_unsaved_rows(ratings):
    asked = []
    ratings.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    owner(ratings, 1).fill("Head of Crime")
    with ratings.expect_event("dialog"):
        ratings.get_by_role("link", name="Your work").first.click()
    assert owner(ratings, 1).input_value() == "Head of Crime"
    assert asked == ["beforeunload"]
    save_the_list(ratings)
    ratings.get_by_role("link", name="Your work").first.click()
    ratings.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]


def test_the_chief_officers_comments_are_kept_too(page, sign_in, address, live_server):
    comments = response().comments
    page_of_comments = f"/admin/responses/chiefofficercomments/{comments.pk}/change/"
    sign_in(page, "liaison-staffordshire")
    page.goto(live_server.url + page_of_comments)
    write(page, "text", "Typed at length.")
    again = crash(page)
    again.goto(live_server.url + page_of_comments)
    put_back(again)
    again.get_by_role("button", name="Save").click()
    again.get_by_text("Only your force reads this until").wait_for()
    comments.refresh_from_db()
    assert "Typed at length." in comments.text
    assert kept(again) == []
