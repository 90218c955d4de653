"""Every admin page that staff meet: no barrier, no sideways scroll, no console error."""

import pytest
from django.contrib import admin
from django.utils import timezone

from responses.models import Response
from responses.services import open_next_draft
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)


def draft_of_staffordshire():
    """Open the next draft of the response that Staffordshire has published; return its page."""
    response = open_next_draft(
        response=Response.objects.get(force__slug="staffordshire"), by=None, now=timezone.now()
    )
    return f"/admin/responses/response/{response.pk}/change/"


def admin_paths(page, server):
    """Return the front page, what it links to, and of each list the first row and its history.

    Of links to one page with different questions, as to a new row for each body, the first.
    """
    page.goto(f"{server}/admin/")
    linked = page.locator("#content-main a").evaluate_all(
        "links => [...new Map(links.map(link => [link.pathname, link.getAttribute('href')])"
        ".reverse()).values()].reverse()"
    )
    paths = ["/admin/", *linked]
    for path in linked:
        page.goto(server + path)
        first = page.locator("#result_list tbody th a").first
        if first.count():
            row = first.get_attribute("href")
            paths += [row, row.replace("/change/", "/history/")]
    return paths


def show_whole(page):
    """Make the window as high as the page, so that its bar of buttons lies over nothing.

    What lies half under the bar would count as too small to hit; a reader scrolls it free.
    """
    width = page.viewport_size["width"]
    page.set_viewport_size({"width": width, "height": 900})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


@pytest.mark.parametrize("width", [1280, 320])
def test_the_sign_in_page_has_no_barrier(demonstration, live_server, open_page, width):
    page = open_page(width=width)
    page.goto(f"{live_server.url}/admin/login/")
    assert violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "username", ["register-editor", "editor-staffordshire", "liaison-staffordshire"]
)
def test_staff_pages_have_no_barrier(sign_in, live_server, open_page, username, width):
    page = open_page(width=width)
    sign_in(page, username)
    faults = []
    paths = admin_paths(page, live_server.url)
    for path in paths:
        response = page.goto(live_server.url + path)
        assert response.status == 200, path
        show_whole(page)
        faults += [f"{path}: {fault}" for fault in violations(page)]
        if scrolls_sideways(page):
            faults.append(f"{path}: scrolls sideways")
    assert any(path.endswith("/change/") for path in paths)
    assert not faults, "\n".join(faults)


REFERENCES = """() => {
  const dangling = [];
  const names = ["aria-describedby", "aria-labelledby", "aria-controls", "for", "list", "headers"];
  for (const row of document.querySelectorAll(".inline-related:not(.empty-form)")) {
    for (const name of names) {
      for (const part of row.querySelectorAll(`[${name}]`)) {
        for (const id of part.getAttribute(name).split(" ")) {
          if (!row.contains(document.getElementById(id))) dangling.push(`${name}: ${id}`);
        }
      }
    }
    for (const part of row.querySelectorAll("*")) {
      for (const { name, value } of part.attributes) {
        if (value.includes("__prefix__")) dangling.push(`${name}: ${value}`);
      }
    }
  }
  return dangling;
}"""


@pytest.mark.parametrize(
    ("username", "path", "kinds"),
    [
        (
            "register-editor",
            "/admin/recommendations/inspectionreport/add/",
            {"findings": "Finding", "grades": "Grade"},
        ),
        (
            "editor-staffordshire",
            None,
            {
                "sections": "Section",
                "answers": "Answer",
                "signatories": "Signatory",
                "fields": "Row of the form",
                "wordings": "Wording as printed",
            },
        ),
    ],
)
def test_new_rows_refer_to_their_own_labels_and_help(
    sign_in, live_server, page, username, path, kinds
):
    sign_in(page, username)
    page.goto(live_server.url + (path or draft_of_staffordshire()))
    for prefix, name in kinds.items():
        group = page.locator(f"#{prefix}-group")
        for _ in range(2):
            group.get_by_role("button", name=f"Add another {name}").click()
        assert page.evaluate(REFERENCES) == []
        group.locator(".inline-deletelink").first.click()
        assert page.evaluate(REFERENCES) == []


def test_every_model_of_the_register_stands_in_the_admin(demonstration):
    registered = {model.__name__ for model in admin.site._registry}
    assert {
        "PoliceForce",
        "LocalPolicingBody",
        "Oversight",
        "OfficeHolder",
        "User",
        "InspectionReport",
        "Recommendation",
        "Addressee",
        "Assessment",
        "Response",
        "ChiefOfficerComments",
        "ProgressProposal",
        "Publication",
    } <= registered
