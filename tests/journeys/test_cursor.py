"""The cursor goes where somebody means to write: into a new part, and to the field of a gap."""

import pytest

from recommendations.models import Assessment
from responses.models import Answer, NarrativeSection
from tests.journeys.test_admin_pages import draft_of_staffordshire
from tests.journeys.test_kept_text import EDITOR
from tests.journeys.test_two_editors import response, save

pytestmark = pytest.mark.django_db(transaction=True)

GROUP = """() => {
  const part = document.activeElement.closest("[role=group]");
  return document.getElementById(part.getAttribute("aria-labelledby")).textContent;
}"""


@pytest.fixture
def draft(page, sign_in, live_server, demonstration):
    """The page of a draft in which nothing is written."""
    address = live_server.url + draft_of_staffordshire()
    Answer.objects.filter(response=response()).delete()
    NarrativeSection.objects.filter(response=response()).delete()
    response().fields.all().delete()
    response().wordings.all().delete()
    sign_in(page, EDITOR)
    page.goto(address)
    return page


def wait_for_focus(page, name):
    """Wait until the field `name` has the focus, or the visual editor in its place."""
    page.locator(f"[name='{name}']:focus, .prose-editor:has([name='{name}']) :focus").wait_for()


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ("Section", "sections-0-heading"),
        ("Answer", "answers-0-findings"),
        ("Signatory", "signatories-{last}-name"),
        ("Row of the form", "fields-0-label"),
        ("Wording as printed", "wordings-0-finding"),
    ],
)
def test_a_new_part_has_the_cursor_in_its_first_field(draft, part, field):
    last = draft.locator("[name=signatories-TOTAL_FORMS]").input_value()
    draft.get_by_role("button", name=f"Add another {part}").press("Enter")
    wait_for_focus(draft, field.format(last=last))
    assert draft.evaluate(GROUP).startswith(f"New {part.lower()} #")


def test_after_a_new_part_is_taken_away_the_focus_is_on_what_adds_one(draft):
    draft.get_by_role("button", name="Add another Section").press("Enter")
    wait_for_focus(draft, "sections-0-heading")
    draft.get_by_role("button", name="Remove this new section").press("Enter")
    draft.locator("#sections-group .add-row a:focus").wait_for()


def test_that_nothing_is_written_leads_into_a_new_section(draft):
    address = draft.url
    draft.goto(address.split("/admin/")[0] + "/admin/")
    draft.get_by_role("link", name="Nothing is written").click()
    draft.wait_for_url("**/change/#sections-new")
    wait_for_focus(draft, "sections-0-heading")
    draft.keyboard.type("Where we stand")
    draft.get_by_role("link", name="Nothing is written").click()
    wait_for_focus(draft, "sections-0-heading")
    assert draft.locator("[name=sections-TOTAL_FORMS]").input_value() == "1"


@pytest.mark.parametrize("name", ["Recommendation 2 is not explained", "Answer it"])
def test_a_recommendation_without_an_answer_leads_into_its_text(draft, name):
    draft.get_by_role("link", name=name).first.press("Enter")
    wait_for_focus(draft, "answers-0-action")
    draft.keyboard.type("Every beat is walked.")
    save(draft)
    draft.get_by_text("was changed successfully").wait_for()
    answer = response().answers.get()
    assert answer.action == "<p>Every beat is walked.</p>"
    assert draft.locator(":focus").count() == 0


def test_the_queue_leads_into_a_new_answer(draft):
    draft.goto(draft.url.split("/admin/")[0] + "/admin/")
    draft.locator(".queue summary").first.click()
    draft.get_by_role("link", name="Recommendation 2 is not explained").click()
    draft.wait_for_url("**?answer=**")
    wait_for_focus(draft, "answers-0-action")


def test_a_gap_leads_to_a_date_of_two_boxes(draft):
    draft.goto(f"{draft.url}#id_published_on")
    draft.reload()
    wait_for_focus(draft, "published_on_date")


def test_a_fault_in_a_visual_editor_leads_into_it(draft):
    draft.get_by_role("button", name="Add another Section").click()
    draft.evaluate("document.querySelector('#sections-0 details').open = false")
    draft.evaluate(
        """document.querySelector("main").insertAdjacentHTML(
          "afterbegin", '<a href="#id_sections-0-body">The text: this is missing</a>')"""
    )
    draft.get_by_role("link", name="The text: this is missing").click()
    wait_for_focus(draft, "sections-0-body")


def test_a_new_action_of_a_rating_has_the_cursor(page, sign_in, live_server, demonstration):
    rating = Assessment.objects.filter(force__slug="staffordshire").first()
    sign_in(page, EDITOR)
    page.goto(f"{live_server.url}/admin/recommendations/assessment/{rating.pk}/change/")
    page.get_by_role("button", name="Add another Action").press("Enter")
    page.locator("[name^=actions-][name$=-title]:focus").wait_for()


# Whether the row of what has the focus, with its label, is in view above the bar of buttons.
IS_WHOLE = """() => {
  const { top, bottom } = document.activeElement.closest(".form-row").getBoundingClientRect();
  return top >= 0 && bottom <= document.querySelector(".submit-row").getBoundingClientRect().top;
}"""


def test_on_a_phone_the_field_that_is_entered_is_in_view_with_its_label(draft):
    draft.set_viewport_size({"width": 320, "height": 900})
    draft.get_by_role("link", name="Answer it").first.press("Enter")
    wait_for_focus(draft, "answers-0-action")
    assert draft.evaluate(IS_WHOLE)
