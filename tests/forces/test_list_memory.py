"""A list is shown again as its reader left it: filter and order, in the reader's own browser."""

import pytest
from django.test import Client

from forces.admin.list_memory import LONGEST
from forces.models import Role
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import MembershipFactory, PoliceForceFactory, ResponseFactory

pytestmark = pytest.mark.django_db
LIST = page(Response, "changelist")


@pytest.fixture
def force():
    return PoliceForceFactory()


@pytest.fixture
def editor(force):
    return signed_in(Role.EDITOR, force=force)


def choose(client, query):
    """Follow a link of the list, which says that it is a choice."""
    joint = "&" if query else ""
    return client.get(f"{LIST}?{query}{joint}chosen=1", follow=True)


def cookie_of(client):
    return client.cookies[f"lists_{client.user.pk}"]


def test_what_is_chosen_on_a_list_is_there_again_also_in_a_later_session(editor):
    answer = choose(editor, "status__exact=draft&o=2")
    assert answer.redirect_chain == [(f"{LIST}?status__exact=draft&o=2", 302)]
    kept = cookie_of(editor).value
    later = Client()
    later.force_login(editor.user)
    later.cookies[f"lists_{editor.user.pk}"] = kept
    again = later.get(LIST)
    assert (again.status_code, again.url) == (302, f"{LIST}?status__exact=draft&o=2")
    shown = later.get(again.url)
    assert "Shown as you last chose to see it." in shown.content.decode()


def test_every_link_of_a_list_says_that_it_is_a_choice(editor, force):
    for _ in range(2):
        ResponseFactory(force=force)
    shown = editor.get(LIST).content.decode()
    assert "?show=overdue&amp;chosen=1" in shown
    assert "?status__exact=draft&amp;chosen=1" in shown
    assert "?o=2&amp;chosen=1" in shown


def test_the_whole_list_comes_back_with_clear(editor):
    choose(editor, "status__exact=draft")
    assert 'href="?chosen=1">Clear' in editor.get(f"{LIST}?status__exact=draft").content.decode()
    answer = choose(editor, "")
    assert answer.redirect_chain == [(LIST, 302)]
    assert editor.get(LIST).status_code == 200


def test_an_address_with_a_filter_from_elsewhere_is_followed_and_not_remembered(editor):
    choose(editor, "status__exact=draft")
    answer = editor.get(f"{LIST}?show=overdue")
    assert answer.status_code == 200
    assert "Shown as you last" not in answer.content.decode()
    assert f"lists_{editor.user.pk}" not in answer.cookies
    assert editor.get(LIST).url == f"{LIST}?status__exact=draft"


def test_a_page_of_the_list_and_what_is_looked_for_are_followed_and_not_remembered(editor):
    choose(editor, "o=1&p=1&q=night")
    assert editor.get(LIST).url == f"{LIST}?o=1"


def test_it_is_kept_for_this_person_alone_for_a_year_and_not_for_scripts(editor, force):
    choose(editor, "status__exact=draft")
    cookie = cookie_of(editor)
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    other = signed_in(Role.EDITOR, force=force)
    other.cookies[f"lists_{other.user.pk}"] = cookie.value
    assert other.get(LIST).status_code == 200


@pytest.mark.parametrize("value", ["", "nonsense", "e30:1:2", "{}"])
def test_a_cookie_that_was_not_written_here_is_nothing(editor, value):
    editor.cookies[f"lists_{editor.user.pk}"] = value
    assert editor.get(LIST).status_code == 200


def test_it_stays_small_whatever_is_asked(editor):
    for number in range(40):
        choose(editor, f"status__exact=draft&report={number}{'7f3a9c' * 150}{number * 977}")
    assert len(cookie_of(editor).value) <= LONGEST


def test_each_list_has_a_memory_of_its_own(editor):
    choose(editor, "status__exact=draft")
    assert editor.get("/admin/recommendations/assessment/").status_code == 200


def test_who_may_not_read_a_list_is_refused_whatever_they_ask():
    liaison = signed_in(Role.LIAISON, force=PoliceForceFactory())
    for query in ("", "?chosen=1", "?status__exact=draft&chosen=1"):
        assert liaison.get(LIST + query).status_code == 403


def test_public_pages_set_no_cookie():
    MembershipFactory()
    assert not Client().get("/forces/").cookies
