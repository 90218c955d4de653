"""Every admin page that staff meet: no barrier, no sideways scroll, no console error."""

import pytest
from django.contrib import admin

from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)


def admin_paths(page, server):
    """Return the front page, every page that it links to, and the first row of each list."""
    page.goto(f"{server}/admin/")
    linked = page.locator("#content-main a").evaluate_all(
        "links => [...new Set(links.map(link => link.getAttribute('href')))]"
    )
    paths = ["/admin/", *linked]
    for path in linked:
        page.goto(server + path)
        first = page.locator("#result_list tbody th a").first
        if first.count():
            paths.append(first.get_attribute("href"))
    return paths


@pytest.mark.parametrize("width", [1280, 320])
def test_the_sign_in_page_has_no_barrier(demonstration, live_server, open_page, width):
    page = open_page(width=width)
    page.goto(f"{live_server.url}/admin/login/")
    assert violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("username", ["register-editor", "editor-staffordshire"])
def test_staff_pages_have_no_barrier(sign_in, live_server, open_page, username, width):
    page = open_page(width=width)
    sign_in(page, username)
    faults = []
    paths = admin_paths(page, live_server.url)
    for path in paths:
        response = page.goto(live_server.url + path)
        assert response.status == 200, path
        faults += [f"{path}: {fault}" for fault in violations(page)]
        if scrolls_sideways(page):
            faults.append(f"{path}: scrolls sideways")
    assert any(path.endswith("/change/") for path in paths)
    assert not faults, "\n".join(faults)


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
        "Publication",
    } <= registered
