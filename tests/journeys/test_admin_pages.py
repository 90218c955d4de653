"""Every admin page that staff meet: no barrier, no sideways scroll, no console error."""

import re

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


LINKS = """() => [...document.querySelectorAll("main a[href], #container a[href]")]
  .filter((link) => link.origin === location.origin && !link.hasAttribute("download"))
  .map((link) => link.pathname + link.search)"""
STAFF_PAGES = ("/admin/", "/account/", "/board/")
# What says which row or filter, but for a new answer: of pages of one kind, one is looked at.
WHICH = re.compile(r"\d+|\?(?!answer=).*|(?<=/board/)[^/]+")
FILES = re.compile(r"/export-|\.(xlsx|csv|pdf|docx|json)")


def kinds_of_page(page, server):
    """Go to the front page and on from page to page, to the first of each kind; yield its path.

    The page is there when its path is yielded. A file to download is none.
    """
    seen, waiting = {"/admin/"}, ["/admin/"]
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(server + path)
        assert answer.status == 200, path
        yield path
        for linked in page.evaluate(LINKS):
            kind = WHICH.sub("", linked)
            if linked.startswith(STAFF_PAGES) and kind not in seen and not FILES.search(linked):
                seen.add(kind)
                waiting.append(linked)


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


@pytest.mark.parametrize("role", ["register-editor", "editor", "liaison"])
def test_staff_pages_have_no_barrier(sign_in, live_server, open_page, role):
    draft_of_staffordshire()
    page = open_page()
    sign_in(page, role if "-" in role else f"{role}-staffordshire")
    faults, paths = [], []
    for path in kinds_of_page(page, live_server.url):
        paths.append(path)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            show_whole(page)
            faults += [f"{path} at {width}: {fault}" for fault in violations(page)]
            if scrolls_sideways(page):
                faults.append(f"{path}: scrolls sideways at {width}")
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
