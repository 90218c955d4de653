"""One sign-in for all: staff come to their work, board members to their board."""

import pytest
from django.test import Client
from django.urls import reverse

from forces.models import Role
from tests.factories import MembershipFactory, PoliceForceFactory, UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def member():
    """A board member, who is not staff."""
    user = UserFactory(is_staff=False)
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user, role=Role.BOARD_MEMBER)
    return user


def sign_in(user, password=PASSWORD, to="/admin/", follow=True):
    client = Client()
    form = {"login": user.username, "password": password, "next": to}
    return client.post(reverse("account_login"), form, follow=follow), client


def test_a_board_member_comes_to_the_boards_and_to_no_page_of_staff(member):
    answer, client = sign_in(member)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == "/board/"
    for path in ("/admin/", "/admin/responses/response/", "/admin/login/"):
        answer = client.get(path, follow=True)
        assert (answer.status_code, answer.redirect_chain[-1][0]) == (200, "/board/")


def test_a_board_member_comes_where_they_were_going(member):
    force = member.memberships.get().force
    answer, _ = sign_in(member, to=f"/board/{force.slug}/")
    assert answer.redirect_chain == [(f"/board/{force.slug}/", 302)]


def test_nobody_is_sent_to_another_site(member):
    answer, _ = sign_in(member, to="https://elsewhere.example/board/")
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == "/board/"


def test_a_wrong_password_or_a_closed_account_does_not_get_in(member):
    for password in ("wrong", ""):
        answer, client = sign_in(member, password)
        assert answer.status_code == 200
        assert client.get("/board/").status_code == 302
    member.is_active = False
    member.save()
    _, client = sign_in(member)
    assert client.get("/board/").status_code == 302


def test_a_board_member_signs_out_with_a_button_of_the_page(member):
    _, client = sign_in(member)
    assert f'action="{reverse("sign_out")}"' in client.get("/board/").content.decode()
    assert client.get(reverse("sign_out")).status_code == 405
    assert client.post(reverse("sign_out")).url == "/"
    assert client.get("/board/").status_code == 302
    assert client.post(reverse("sign_out")).url == "/"  # The session has ended already.


def test_staff_sign_out_to_the_public_pages():
    client = Client()
    client.force_login(UserFactory())
    answer = client.post("/admin/logout/")
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/admin/").status_code == 302


def test_staff_come_to_their_work_and_find_their_boards_there():
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    force = PoliceForceFactory(short_name="Ambridge")
    PoliceForceFactory(short_name="Felpersham")
    MembershipFactory(user=user, role=Role.EDITOR, force=force)
    answer, client = sign_in(user)
    # Who may write sets up a second factor first: tests/forces/sign_in.
    assert answer.redirect_chain == [("/admin/", 302), ("/account/", 302)]
    client.force_login(user)
    page = client.get("/admin/").content.decode()
    assert "Board page of Ambridge" in page
    assert "Felpersham" not in page
