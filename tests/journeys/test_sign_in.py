"""Signing in with a second factor, in a real browser: set up, sign out, sign in, replace."""

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core.cache import cache

from forces.models import Role
from tests.factories import MembershipFactory, UserFactory
from tests.journeys.checks import scrolls_sideways, violations

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a long enough password"


@pytest.fixture
def editor(settings):
    """An editor who has a password and no second factor yet."""
    cache.clear()  # It remembers the codes of the users of earlier tests.
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    user = UserFactory(username="anna", first_name="Anna", last_name="Alder")
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user, role=Role.EDITOR)
    return user


def code_for(secret, ahead=0):
    """Return the code that an app with `secret` shows now, or `ahead` steps later."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + ahead))


def give_password(page, server):
    page.goto(f"{server}/admin/")
    page.get_by_label("Username").fill("anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()


def faults(page):
    found = violations(page)
    return [*found, "scrolls sideways"] if scrolls_sideways(page) else found


def test_an_editor_sets_up_an_app_and_signs_in_with_its_code(editor, live_server, page):
    give_password(page, live_server.url)
    page.get_by_role("heading", name="Set up a second step").wait_for()
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("heading", name="Set up a second step").wait_for()

    page.get_by_role("link", name="Set up an authenticator app").click()
    secret = page.locator(".key code").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code_for(secret))
    page.get_by_role("button", name="Set it up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    recovery = page.locator(".codes code").first.inner_text()
    page.get_by_role("link", name="go on").click()
    page.wait_for_url(f"{live_server.url}/admin/")

    sign_out(page)
    give_password(page, live_server.url)
    page.get_by_role("heading", name="Second step").wait_for()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.get_by_label("Code").fill(code_for(secret, ahead=1))
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"{live_server.url}/admin/")

    sign_out(page)
    give_password(page, live_server.url)
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"{live_server.url}/admin/")


def with_a_passkey_at_hand(page):
    """Give the browser of `page` a virtual security key that always says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key})


def test_an_editor_adds_a_passkey_signs_in_with_it_and_removes_it(editor, live_server, page):
    with_a_passkey_at_hand(page)
    give_password(page, live_server.url)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Office laptop")
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()

    sign_out(page)
    give_password(page, live_server.url)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{live_server.url}/admin/")

    page.get_by_role("link", name="Your account").click()
    page.get_by_role("link", name="Remove Office laptop").click()
    page.get_by_role("button", name="Remove the passkey").click()
    page.get_by_role("heading", name="Set up a second step").wait_for()
    assert not editor.authenticator_set.exists()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_signing_in_have_no_barrier(editor, live_server, open_page, width):
    page, found = open_page(width=width, meant="status of 429"), []

    def look(path=None):
        if path:
            page.goto(live_server.url + path)
        found.extend(f"{page.url}: {fault}" for fault in faults(page))

    for path in ("/sign-in/", "/sign-in/forgotten/", "/sign-in/forgotten/sent/"):
        look(path)
    look("/sign-in/password/MQ/used-up/")
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    look()
    give_password(page, live_server.url)
    for path in ("/account/", "/account/app/", "/account/passkeys/add/"):
        look(path)
    page.goto(f"{live_server.url}/account/app/")
    secret = page.locator(".key code").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code_for(secret))
    page.get_by_role("button", name="Set it up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    look()
    for path in ("/account/", "/account/password/", "/account/app/remove/"):
        look(path)
    look("/account/recovery-codes/new/")
    look("/account/confirm/code/")
    sign_out(page)
    give_password(page, live_server.url)
    look()
    for _ in range(settings.SIGN_IN_TRIES):
        page.get_by_label("Code").fill("1")
        page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Too many tries").wait_for()
    look()
    assert not found, "\n".join(found)
