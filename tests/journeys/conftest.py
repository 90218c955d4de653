"""A real browser on the running site, with eyes for what goes wrong.

Every journey fails on an error in the browser's console, which includes whatever the
content security policy blocks.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.base import Template
from django.test import Client
from playwright.sync_api import sync_playwright

from forces.models import User
from tests.journeys import rows

# The one without windows does the same work in less time.
NAMES = ("chromium-headless-shell", "chromium")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.documents)


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; skips where there is none, unless REQUIRE_BROWSER is set."""
    if not CHROMIUM:
        message = "Chromium is not installed (apt-get install chromium-headless-shell)."
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    # Playwright runs its own event loop in this thread; Django's guard against
    # database calls from an event loop does not know that nothing here is async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def pages_are_rendered_as_for_readers(monkeypatch):
    """Tell nobody of each template that is rendered: these tests look at pages from outside."""

    def render(template, context):
        return template.nodelist.render(context)

    monkeypatch.setattr(Template, "_render", render)


@pytest.fixture
def open_page(chromium):
    """Return a function that opens a page of a given width, with or without script.

    `meant` is what the journey means to meet in the console, such as "status of 409".
    """
    contexts, faults = [], []

    def note(fault, meant):
        if not meant or meant not in fault:
            faults.append(fault)

    def open_page(*, width=1280, script=True, meant="", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, **options
        )
        contexts.append(context)
        context.set_default_timeout(20_000)  # Milliseconds; all cores may be at work.
        context.on("console", lambda line: line.type == "error" and note(line.text, meant))
        context.on("weberror", lambda fault: note(str(fault.error), meant))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, faults


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture(scope="session")
def rows_of_the_demonstration():
    """The rows of the demonstration as it was loaded, none before it was; one dict in a run."""
    return {}


@pytest.fixture
def demonstration(transactional_db, settings, rows_of_the_demonstration):
    """The demonstration, loaded; returns the password of its sign-ins."""
    settings.DEMONSTRATION = True
    settings.DEMO_PASSWORD = "a long demonstration password"
    if rows_of_the_demonstration:
        rows.put_back(rows_of_the_demonstration)
    else:
        settings.DEBUG = True
        call_command("demo", "--no-serve", verbosity=0)
        settings.DEBUG = False
        rows_of_the_demonstration.update(rows.take())
    return settings.DEMO_PASSWORD


@pytest.fixture
def sign_in(live_server, demonstration):
    """Return a function that signs `page` in as the demonstration's `username`, without a form."""

    def sign_in(page, username):
        client = Client()
        client.force_login(User.objects.get(username=username))
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])

    return sign_in


@pytest.fixture
def sign_in_by_hand(live_server, demonstration):
    """Return a function that signs `page` in to the admin by its form, as `username`."""

    def sign_in_by_hand(page, username):
        page.goto(f"{live_server.url}/admin/login/?next=/admin/")
        page.get_by_label("Username").fill(username)
        page.get_by_label("Password").fill(demonstration)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{live_server.url}/admin/")

    return sign_in_by_hand
