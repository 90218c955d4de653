"""The pages of accounts, in the words of those who keep the register."""

import re

import pytest

from forces.models import Role, User
from tests.admin_client import page, signed_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LABELS = ("Account is open", "Uses the working pages", "E-mail address", "Username")
TECHNICAL = (
    *("algorithm", "hash", "argon2", "authenticat", "superuser", "staff status", "Raw password"),
    *("LDAP", "Single Sign-On", "permissions", "@/./+/-/_", "Get full name", "Last login"),
)


@pytest.fixture
def owner():
    client = signed_in(Role.REGISTER_EDITOR)
    client.user.is_superuser = True
    client.user.save()
    return client


@pytest.fixture
def account():
    """An account with a password."""
    user = UserFactory(first_name="Anna", last_name="Alder", is_staff=True)
    user.set_password("quite a long password")
    user.save()
    return user


def shown(client, address):
    """Return the text of the main part of a page."""
    html = client.get(address).content.decode()
    main = re.sub(r"<(script|style).*?</\1>", " ", html[html.index('id="content"') :], flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def password_page(user):
    return f"/admin/forces/user/{user.pk}/password/"


def test_no_page_of_an_account_speaks_to_programmers(owner, account):
    without = UserFactory()
    without.set_unusable_password()
    without.save()
    addresses = [page(User, "changelist"), page(User, "add")]
    for user in (account, without):
        addresses += [page(User, "change", user.pk), password_page(user)]
    for address in addresses:
        said = shown(owner, address).lower()
        found = [word for word in TECHNICAL if word.lower() in said]
        assert not found, (address, found)


def test_the_list_the_filters_and_the_page_say_the_same_of_an_account(owner, account):
    listed = shown(owner, page(User, "changelist"))
    for label in LABELS:
        assert label in listed
        assert label in shown(owner, page(User, "change", account.pk))
    assert "By account is open" in listed
    assert "By uses the working pages" in listed
    html = owner.get(page(User, "changelist")).content.decode()
    cells = re.findall(r'<td[^>]* class="field-(?:is_open|works_here)[^>]*>(.*?)</td>', html)
    assert set(cells) <= {"Yes", "No"}
    assert len(cells) == 2 * User.objects.count()


def test_a_password_is_said_to_be_set_or_not_and_shown_nowhere(owner, account):
    change = page(User, "change", account.pk)
    assert "A password is set. Set another password" in shown(owner, change)
    account.set_unusable_password()
    account.save()
    assert "No password is set yet. Set a password" in shown(owner, change)


def test_a_password_that_is_set_for_somebody_is_held_to_the_same_rules(owner, account):
    said = shown(owner, password_page(account))
    assert "At least 12 characters." in said
    answer = owner.post(password_page(account), {"password1": "short", "password2": "short"})
    assert list(answer.context["form"].errors) == ["password1"]
    assert "There is a problem" in answer.content.decode()
    assert "too short" in answer.content.decode()
    new = "another long password"
    answer = owner.post(password_page(account), {"password1": new, "password2": new})
    assert answer.url == page(User, "change", account.pk)
    account.refresh_from_db()
    assert account.check_password(new)
