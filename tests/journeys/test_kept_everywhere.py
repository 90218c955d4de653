"""Whatever staff type into a page of the admin is kept until it is saved, and offered again."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from recommendations.models import Assessment, InspectionReport
from recommendations.services import propose_progress
from responses.models import Publication, Response
from responses.services import submit
from tests.journeys.checks import comes_to_be_kept
from tests.journeys.test_admin_pages import draft_of_staffordshire, kinds_of_page
from tests.journeys.test_kept_text import EDITOR, crash, kept, notice, put_back
from tests.journeys.test_office import add_row, write

pytestmark = pytest.mark.django_db(transaction=True)

APPROVER, LIAISON, KEEPER = "approver-staffordshire", "liaison-staffordshire", "register-editor"
TYPED = "Typed at length."
RATINGS = "/admin/recommendations/assessment"
REPORTS = "/admin/recommendations/inspectionreport"


def ratings():
    return Assessment.objects.filter(force__slug="staffordshire").order_by("pk")


def response():
    return Response.objects.get(force__slug="staffordshire")


def submitted():
    """Hand a further draft in; return the address of its step that returns it."""
    draft_of_staffordshire()
    submit(response=response(), by=None, now=timezone.now())
    return f"/admin/responses/response/{response().pk}/move/return/"


def no_comments():
    draft_of_staffordshire()
    return f"/admin/responses/chiefofficercomments/{response().comments.pk}/step/decline/"


def proposed():
    made = propose_progress(
        assessment=ratings()[0], progress="in_progress", by=None, now=timezone.now()
    )
    return f"/admin/recommendations/progressproposal/{made.pk}/step/decline/"


def of_publication(step):
    made = Publication.objects.filter(response=response()).last()
    return f"/admin/responses/publication/{made.pk}/{step}/"


def together():
    return f"{RATINGS}/together/?chosen={ratings()[0].pk},{ratings()[1].pk}"


def report_page():
    return f"{REPORTS}/{InspectionReport.objects.first().pk}/change/"


def finding_page():
    return f"/admin/recommendations/recommendation/{ratings()[0].recommendation_id}/change/"


def proposal_page():
    return f"/admin/recommendations/progressproposal/add/?assessment={ratings()[0].pk}"


PAGES = {
    "change a report": (KEEPER, report_page, {"title": TYPED}),
    "change a recommendation": (KEEPER, finding_page, {"subject": TYPED}),
    "propose progress": (LIAISON, proposal_page, {"note": TYPED, "progress": "in_progress"}),
    "decline a proposal": (EDITOR, proposed, {"why": TYPED}),
    "decline comments": (EDITOR, no_comments, {"why": TYPED}),
    "return a response": (APPROVER, submitted, {"reason": TYPED}),
    "withdraw a version": (APPROVER, lambda: of_publication("withdraw"), {"reason": TYPED}),
    "record a copy": (
        EDITOR,
        lambda: of_publication("dispatch"),
        {"sent_to": TYPED, "recipient": "inspectorate", "sent_on": "2026-06-01"},
    ),
    "rate together": (EDITOR, together, {"reason": TYPED}),
}


def fill(page, values):
    for name, value in values.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("field => field.localName") == "select":
            field.select_option(value)
        else:
            field.fill(value)


def shown(page, values):
    """What the fields of `values` say on the page."""
    return {name: page.locator(f"[name={name}]").input_value() for name in values}


def press(page):
    """Press the button that saves, and on the page that shows what it would do the next one."""
    page.locator("#content form[method=post] .submit-row [type=submit]").first.click()
    page.wait_for_load_state()


def lose_the_session(page, sign_in, username, address):
    """Press the button once the session has ended; sign in and come back."""
    Session.objects.all().delete()
    press(page)
    page.get_by_text("Sign in, and it is offered again").wait_for()
    sign_in(page, username)
    page.goto(address)


@pytest.mark.parametrize("name", PAGES)
def test_it_outlives_a_lost_session_and_is_forgotten_once_saved(name, page, sign_in, live_server):
    username, place, values = PAGES[name]
    sign_in(page, username)
    address = live_server.url + place()
    page.goto(address)
    fill(page, values)
    lose_the_session(page, sign_in, username, address)
    assert TYPED not in shown(page, values).values()
    put_back(page)
    assert shown(page, values) == values
    press(page)
    if name == "rate together":
        page.get_by_text("Nothing is recorded yet").wait_for()
        assert notice(page).count() == 0
        assert len(kept(page)) == 1
        press(page)
    page.locator(".messagelist .success").wait_for()
    assert kept(page) == []


def test_a_new_report_with_its_findings_is_kept(page, sign_in, live_server):
    sign_in(page, KEEPER)
    address = f"{live_server.url}{REPORTS}/add/"
    page.goto(address)
    values = {"title": "An inspection of cows", "short_title": "Cows, 2026", "kind": "thematic"}
    values |= {"published_on_date": "1 June 2026"}
    fill(page, values)
    add_row(page, "Finding")
    finding = {"findings-0-label": "1", "findings-0-subject": "Cows"}
    fill(page, finding)
    write(page, "findings-0-text", "Count the cows.")
    lose_the_session(page, sign_in, KEEPER, address)
    put_back(page)
    assert shown(page, values | finding) == values | finding
    press(page)
    page.get_by_text("was added successfully").wait_for()
    assert kept(page) == []
    report = InspectionReport.objects.get(slug="cows-2026")
    assert "Count the cows." in report.findings.get().text


def test_what_came_back_with_errors_is_held_against_what_was_there_first(
    page, sign_in, live_server
):
    """Such a page shows what was typed as if it had been there."""
    sign_in(page, KEEPER)
    address = live_server.url + report_page()
    page.goto(address)
    fill(page, {"title": TYPED, "published_on_date": "no day at all"})
    press(page)
    page.locator(".errornote").wait_for()
    again = crash(page)
    again.goto(address)
    put_back(again)
    assert shown(again, ["title", "published_on_date"]) == {
        "title": TYPED,
        "published_on_date": "no day at all",
    }


def test_what_somebody_else_saved_since_is_shown_and_not_written_over(page, sign_in, live_server):
    sign_in(page, KEEPER)
    address = live_server.url + report_page()
    page.goto(address)
    fill(page, {"title": TYPED})
    again = crash(page)
    InspectionReport.objects.update(title="Theirs")
    again.goto(address)
    again.get_by_role("button", name="Throw it away").wait_for()
    assert TYPED in notice(again).inner_text()
    assert shown(again, ["title"]) == {"title": "Theirs"}
    assert again.get_by_role("button", name="Put it back").count() == 0


def test_what_was_typed_about_some_rows_is_not_offered_for_others(page, sign_in, live_server):
    sign_in(page, EDITOR)
    page.goto(live_server.url + together())
    fill(page, {"reason": TYPED})
    again = crash(page)
    again.goto(f"{live_server.url}{RATINGS}/together/?chosen={ratings()[2].pk}")
    assert notice(again).inner_text() == ""
    again.goto(live_server.url + together())
    put_back(again)


def test_nothing_is_kept_of_an_account(page, sign_in, live_server):
    sign_in(page, KEEPER)
    page.goto(f"{live_server.url}/admin/forces/user/add/")
    fill(page, {"username": "eddie"})
    page.wait_for_timeout(600)
    assert kept(page) == []


TEXTS = "input[type=text], input:not([type]), input[type=url], input[type=number], textarea"
# The first text of the page that can be written into, outside what is folded or hidden.
FIRST_TEXT = f"""() => {{
  const forms = [...document.querySelectorAll("#content form[method=post]")];
  const texts = forms.flatMap((form) => [...form.querySelectorAll("{TEXTS}")]);
  const text = texts.find((one) => one.checkVisibility() && !one.disabled && !one.readOnly);
  if (!text) return false;
  text.value = "7";
  text.dispatchEvent(new Event("input", {{ bubbles: true }}));
  return true;
}}"""


@pytest.mark.parametrize("username", [KEEPER, EDITOR, APPROVER, LIAISON])
def test_every_page_with_a_text_box_keeps_it(open_page, sign_in, live_server, username):
    """Also those that are still to be written."""
    draft_of_staffordshire()
    page = open_page()
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, username)
    not_kept, number = [], 0
    for path in kinds_of_page(page, live_server.url):
        if "/forces/user/" in path or not path.startswith("/admin/"):
            continue
        if page.evaluate(FIRST_TEXT):
            number += 1
            not_kept += [] if comes_to_be_kept(page) else [path]
            page.evaluate("localStorage.clear()")
    assert number
    assert not_kept == []
