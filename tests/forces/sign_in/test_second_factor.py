"""Who may write gives a second factor before all else; a code is accepted once."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from forces import policies
from forces.models import Role
from forces.sign_in import second_factor
from tests.factories import MembershipFactory, PoliceForceFactory, UserFactory

from .people import PASSWORD, code_of, gets_in, give_code, give_password, person, with_app

pytestmark = pytest.mark.django_db
WRITERS = [Role.EDITOR, Role.LIAISON, Role.APPROVER, Role.REGISTER_EDITOR]


@pytest.mark.parametrize("role", WRITERS)
def test_whoever_may_write_is_led_to_set_up_a_second_factor_before_all_else(role):
    user = person(role)
    answer, client = give_password(user, to="/admin/")
    assert answer.url == "/admin/"
    for path in ("/admin/", "/admin/responses/response/", "/board/", "/account/password/"):
        for method in ("get", "post"):
            assert getattr(client, method)(path).url == "/account/", path
    assert "Set up a second step" in client.get("/account/").content.decode()
    for place in ("/account/", "/account/app/", "/account/passkeys/add/"):
        shown = client.get(place, follow=True)
        assert shown.status_code == 200
        assert "Your work" not in shown.content.decode(), place
    assert client.get("/").status_code == 200
    assert client.post("/sign-out/").url == "/"


def test_an_owner_of_the_installation_needs_one_too_and_a_board_member_does_not():
    _, owner = give_password(person(is_superuser=True))
    assert owner.get("/admin/").url == "/account/"
    _, member = give_password(person(Role.BOARD_MEMBER, is_staff=False))
    assert member.get("/board/").status_code == 200


@pytest.mark.parametrize("role", list(Role))
def test_the_rule_is_every_role_but_the_board(role):
    user = UserFactory()
    MembershipFactory(
        user=user, role=role, force=None if role == "register_editor" else PoliceForceFactory()
    )
    assert policies.needs_second_factor(user) is (role != Role.BOARD_MEMBER)


def test_a_role_given_meanwhile_asks_for_one_at_the_next_request():
    user = person(Role.BOARD_MEMBER)
    _, client = give_password(user)
    assert client.get("/board/").status_code == 200
    MembershipFactory(user=user, role=Role.EDITOR)
    assert client.get("/board/").url == "/account/"


def test_a_demonstration_does_without_and_says_so(settings):
    settings.DEMONSTRATION = True
    assert "the password alone is enough here" in Client().get("/sign-in/").content.decode()
    _, client = give_password(person(Role.EDITOR))
    assert gets_in(client)
    settings.DEMONSTRATION = False
    assert "the password alone" not in Client().get("/sign-in/").content.decode()
    assert not gets_in(client)


def set_up_app(client):
    """Set up an app as the page asks; return its secret and the answer."""
    page = client.get("/account/app/").content.decode()
    secret = re.search(r"<code>([A-Z2-7 ]{39})</code>", page)[1].replace(" ", "")
    return secret, client.post("/account/app/", {"code": code_of(secret)})


def test_an_app_is_set_up_and_asked_for_at_the_next_sign_in():
    user = person(Role.EDITOR)
    _, client = give_password(user)
    secret, answer = set_up_app(client)
    assert answer.url == "/account/recovery-codes/"
    assert gets_in(client)
    answer, again = give_password(user, to="/admin/responses/response/")
    assert answer.url == "/sign-in/second-step/"
    assert not gets_in(again)
    assert give_code(again, code_of(secret)).status_code == 200, "It was used to set the app up."
    assert give_code(again, code_of(secret, 1)).url == "/admin/responses/response/"
    assert gets_in(again)


def on_from_the_recovery_codes(client):
    page = client.get("/account/recovery-codes/").content.decode()
    return re.search(r'href="([^"]*)">I have kept them', page)[1]


def test_the_first_set_up_leads_on_to_what_was_asked_for():
    _, client = give_password(person(Role.EDITOR))
    assert client.get("/admin/responses/response/?q=custody").url == "/account/"
    set_up_app(client)
    assert on_from_the_recovery_codes(client) == "/admin/responses/response/?q=custody"
    assert on_from_the_recovery_codes(client) == "/admin/"


def test_the_set_up_page_shows_the_key_as_a_picture_without_inline_style():
    _, client = give_password(person(Role.EDITOR))
    page = client.get("/account/app/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert "style=" not in page


def test_a_wrong_code_sets_nothing_up():
    user = person(Role.EDITOR)
    _, client = give_password(user)
    client.get("/account/app/")
    assert client.post("/account/app/", {"code": "12345"}).status_code == 200
    assert not user.authenticator_set.exists()
    assert not gets_in(client)


def test_a_code_is_accepted_once_on_every_process(settings):
    """The cache of a process is emptied in between, as another process would have its own."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    user = with_app(person(Role.EDITOR))
    code = code_of()
    _, client = give_password(user)
    assert give_code(client, code).status_code == 302
    _, again = give_password(user)
    assert give_code(again, code).status_code == 200
    assert not gets_in(again)
    assert give_code(again, code_of(ahead=1)).status_code == 302


def test_a_recovery_code_takes_the_place_of_the_code_once():
    user = person(Role.EDITOR)
    _, client = give_password(user)
    set_up_app(client)
    page = client.get("/account/recovery-codes/").content.decode()
    code = re.search(r"<code>(\w{8,})</code>", page)[1]
    _, again = give_password(user)
    assert give_code(again, code).status_code == 302
    assert gets_in(again)
    _, once_more = give_password(user)
    assert give_code(once_more, code).status_code == 200


def test_another_session_of_the_same_person_gains_nothing_by_it():
    """Somebody with the stolen password waits in their own session while the owner sets up."""
    user = person(Role.EDITOR)
    _, thief = give_password(user)
    _, client = give_password(user)
    set_up_app(client)
    assert gets_in(client)
    assert thief.get("/admin/").url == "/account/confirm/?next=%2Fadmin%2F"
    for path in ("/account/app/remove/", "/account/recovery-codes/", "/account/passkeys/add/"):
        assert thief.get(path).url.startswith("/account/confirm/code/"), path
    assert thief.post("/account/app/remove/").url.startswith("/account/confirm/code/")
    assert user.authenticator_set.filter(type="totp").exists()
    # The password alone is no longer a way to confirm.
    assert thief.post("/account/confirm/", {"password": PASSWORD}).url.startswith(
        "/account/confirm/code/"
    )
    assert not gets_in(thief)


def test_whoever_confirms_by_code_goes_on_to_where_they_were_going():
    user = person(Role.EDITOR)
    _, client = give_password(user)
    with_app(user)
    led = client.get("/admin/", follow=True).redirect_chain
    assert led[-1][0] == "/account/confirm/code/?next=%2Fadmin%2F"
    answer = client.post("/account/confirm/code/", {"code": code_of(), "next": "/admin/"})
    assert answer.url == "/admin/"
    assert gets_in(client)


def test_without_the_last_authenticator_a_new_one_is_set_up_at_once():
    user = with_app(person(Role.EDITOR))
    _, client = give_password(user)
    give_code(client)
    assert client.get("/account/app/remove/").status_code == 200
    assert client.post("/account/app/remove/").url == "/account/"
    assert not user.authenticator_set.exists()
    assert client.get("/admin/").url == "/account/"


def test_a_board_member_may_set_one_up_and_is_then_asked_for_it():
    user = person(Role.BOARD_MEMBER, is_staff=False)
    _, client = give_password(user)
    secret, _ = set_up_app(client)
    answer, again = give_password(user)
    assert answer.url == "/sign-in/second-step/"
    assert again.get("/board/").status_code == 302
    give_code(again, code_of(secret, 1))
    assert again.get("/board/").status_code == 200


def test_an_old_sign_in_shows_again_who_it_is_before_it_changes_anything():
    user = person(Role.BOARD_MEMBER, is_staff=False)
    _, client = give_password(user)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 301
    session.modified = True
    session.save()
    assert client.get("/account/app/").url == "/account/confirm/?next=%2Faccount%2Fapp%2F"
    wrong = client.post("/account/confirm/", {"password": "wrong", "next": "/account/app/"})
    assert "That is not your password." in wrong.content.decode()
    form = {"password": PASSWORD, "next": "/account/app/"}
    assert client.post("/account/confirm/", form).url == "/account/app/"
    assert client.get("/account/app/").status_code == 200


def test_public_pages_ask_for_no_session():
    _, client = give_password(person(Role.EDITOR))
    for path in ("/about/", "/accessibility/"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert all("forces_edition" in query["sql"] for query in asked)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_the_mark_is_what_the_session_carries():
    client = Client()
    client.force_login(person(Role.EDITOR))
    assert client.session[second_factor.MARK]
    assert gets_in(client)


def test_the_key_of_an_app_is_read_in_groups_of_four():
    _, client = give_password(person(Role.EDITOR))
    shown = client.get("/account/app/")
    key = re.search(r"<code>(.*?)</code>", shown.content.decode())[1]
    assert key.replace(" ", "") == shown.context["form"].secret
    assert {len(group) for group in key.split()} == {4}
