"""Opening an account, the link by which its password is set, and forgotten passwords."""

import datetime
import re
import time

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.core import mail
from django.test import Client
from django.utils import timezone

from forces.models import Role, User
from forces.sign_in import links
from tests.admin_client import page, signed_in
from tests.factories import PoliceForceFactory
from tests.html_form import form_data, with_row

from .people import PASSWORD, give_password, person

pytestmark = pytest.mark.django_db
# The link is sent once the account is kept for sure.
kept_for_sure = pytest.mark.django_db(transaction=True)
NEW = "quite another long password"
FIELDS = {
    "username": "anna",
    "first_name": "Anna",
    "last_name": "Alder",
    "email": "anna@office.example",
}


class BrokenBackend:
    """A mail server that cannot be reached."""

    def __init__(self, *args, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError("Connection refused")


BROKEN = f"{__name__}.BrokenBackend"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = "https://answers.example"


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


def open_account(keeper, **fields):
    """Open an account of a board member as the form asks; return the page that comes next."""
    role = {"role": Role.BOARD_MEMBER, "force": PoliceForceFactory().pk}
    return add_account(keeper, fields, role)


def add_account(keeper, fields=(), role=None):
    add = page(User, "add")
    form = form_data(keeper.get(add)) | FIELDS | dict(fields)
    answer = keeper.post(add, with_row(form, "memberships", **role) if role else form)
    assert answer.status_code == 302
    return keeper.get(answer.url).content.decode()


def link_in(message):
    return re.search(r"https://answers\.example(/sign-in/password/\S+)", message.body)[1]


def set_password(link, password=NEW):
    """Follow `link` and set a password; return the last answer."""
    client = Client()
    led = client.get(link, follow=True)
    if not led.redirect_chain:
        return led
    form = {"new_password1": password, "new_password2": password}
    return client.post(led.redirect_chain[-1][0], form, follow=True)


@kept_for_sure
def test_an_account_is_opened_and_the_person_sets_a_password_by_the_mailed_link(keeper):
    shown = open_account(keeper)
    assert "A link to set a password is sent to anna@office.example" in shown
    user = User.objects.get(username="anna")
    assert not user.has_usable_password()
    (message,) = mail.outbox
    assert message.to == ["anna@office.example"]
    assert "Dear Anna Alder" in message.body
    assert "Your username: anna" in message.body
    assert message.content_subtype == "plain"
    answer = set_password(link_in(message))
    assert "Your password is set. Sign in with it." in answer.content.decode()
    _, client = give_password(user, NEW)
    assert client.get("/account/").status_code == 200
    # The link works once.
    assert "no longer valid" in set_password(link_in(message)).content.decode()


@kept_for_sure
def test_an_account_says_what_it_still_lacks_and_gets_its_link_when_it_lacks_nothing(keeper):
    lacking = add_account(keeper)
    assert "Next, add a role to this account" in lacking
    assert "is sent to them once that is done" in lacking
    user = User.objects.get(username="anna")
    user.memberships.create(role=Role.EDITOR, force=PoliceForceFactory())
    change = page(User, "change", user.pk)
    for is_staff, hint in (("", True), ("on", False)):
        form = form_data(keeper.get(change)) | {"is_staff": is_staff}
        answer = keeper.post(change, form, follow=True)
        assert ("Tick “Uses the working pages”" in answer.content.decode()) == hint
        assert (mail.outbox == []) == hint
        assert "Next, add a role" not in answer.content.decode()
    user.memberships.update(role=Role.BOARD_MEMBER)
    answer = keeper.post(change, form_data(keeper.get(change)) | {"is_staff": ""}, follow=True)
    assert "Tick “Uses" not in answer.content.decode()
    assert len(mail.outbox) == 1  # One is enough.


def test_a_username_that_differs_from_another_only_in_its_capitals_is_refused(keeper):
    open_account(keeper)
    add = page(User, "add")
    answer = keeper.post(add, form_data(keeper.get(add)) | FIELDS | {"username": "ANNA"})
    assert "Another account has this username" in answer.content.decode()
    assert not User.objects.filter(username="ANNA").exists()


def test_nobody_closes_their_own_account(keeper):
    change = page(User, "change", keeper.user.pk)
    keeper.post(change, form_data(keeper.get(change)) | {"is_active": "", "is_staff": ""})
    keeper.user.refresh_from_db()
    assert (keeper.user.is_active, keeper.user.is_staff) == (True, True)


@kept_for_sure
def test_a_link_ends_after_its_days(keeper, settings):
    open_account(keeper)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "no longer valid" in set_password(link_in(mail.outbox[0])).content.decode()


def test_a_password_that_is_too_short_is_refused_at_its_field():
    user = person()
    link = links.message_for(user, asked_for_by=None).body
    answer = set_password(re.search(r"/sign-in/password/\S+", link)[0], "short")
    assert "There is a problem" in answer.content.decode()
    assert list(answer.context["form"].errors) == ["new_password1"]
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_a_confirmation_that_differs_is_told_at_its_own_field():
    _, client = give_password(person(Role.BOARD_MEMBER))
    typed = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": f"{NEW}!"}
    errors = client.post("/account/password/", typed).context["form"].errors
    assert list(errors) == ["new_password2"]
    short = typed | {"new_password1": "short", "new_password2": "short"}
    assert list(client.post("/account/password/", short).context["form"].errors) == [
        "new_password1"
    ]


@kept_for_sure
@pytest.mark.parametrize("change", [{"EMAIL_BACKEND": BROKEN}, {"SITE_ADDRESS": ""}])
def test_a_mail_that_cannot_be_sent_is_told_and_the_account_stays(keeper, settings, change):
    for name, value in change.items():
        setattr(settings, name, value)
    shown = open_account(keeper)
    assert "The mail was not sent" in shown
    user = User.objects.get(username="anna")
    assert user.link_sent_at is None
    # The register editor sets a password instead.
    form = {"usable_password": "true", "password1": NEW, "password2": NEW}
    keeper.post(f"/admin/forces/user/{user.pk}/password/", form)
    user.refresh_from_db()
    assert user.check_password(NEW)


@kept_for_sure
def test_an_account_without_an_address_gets_no_mail(keeper):
    open_account(keeper, email="")
    assert mail.outbox == []
    user = User.objects.get(username="anna")
    step = f"/admin/forces/user/{user.pk}/step/send_link/"
    assert "no e-mail address" in keeper.post(step, follow=True).content.decode()


def test_the_link_is_sent_again_as_a_step_of_the_page(keeper, settings):
    user = person(email="anna@office.example")
    account = page(User, "change", user.pk)
    assert "Send the link …" in keeper.get(account).content.decode()
    step = f"/admin/forces/user/{user.pk}/step/send_link/"
    assert keeper.get(step).status_code == 200
    assert mail.outbox == []
    assert "The link is sent." in keeper.post(step, follow=True).content.decode()
    assert "Send the link again …" in keeper.get(account).content.decode()
    assert len(mail.outbox) == 1


def test_why_a_mail_was_not_sent_stands_in_the_log_alone(keeper, settings, caplog):
    settings.EMAIL_BACKEND = BROKEN
    user = person(email="anna@office.example")
    step = f"/admin/forces/user/{user.pk}/step/send_link/"
    shown = keeper.post(step, follow=True).content.decode()
    assert "The mail was not sent: the mail server did not take it." in shown
    assert "Connection refused" not in shown
    assert "Connection refused" in caplog.text


def test_nobody_but_an_owner_sends_an_owner_a_link_or_removes_their_second_step(keeper):
    owner = person(is_superuser=True, email="owner@office.example")
    for step in ("send_link", "remove_second_factor"):
        path = f"/admin/forces/user/{owner.pk}/step/{step}/"
        assert (keeper.get(path).status_code, keeper.post(path).status_code) == (403, 403)
    assert mail.outbox == []


def test_a_lost_second_step_is_removed_by_a_register_editor(keeper):
    user = person(Role.EDITOR)
    user.authenticator_set.create(type="totp", data={"secret": "x"})
    user.authenticator_set.create(type="recovery_codes", data={"seed": "x"})
    step = f"/admin/forces/user/{user.pk}/step/remove_second_factor/"
    assert "set up a second step anew" in keeper.post(step, follow=True).content.decode()
    assert not user.authenticator_set.exists()


def ask(email, sent=0):
    """Ask for a link as somebody who forgot; return the answer when `sent` mails are out."""
    before = len(mail.outbox)
    answer = Client().post("/sign-in/forgotten/", {"email": email}, follow=True)
    until = time.monotonic() + 5
    while len(mail.outbox) < before + sent and time.monotonic() < until:
        time.sleep(0.01)
    assert len(mail.outbox) == before + sent
    return answer


def test_a_forgotten_password_is_set_anew_by_the_same_link():
    user = person(email="anna@office.example")
    ask("Anna@Office.example", sent=1)
    assert "asked for a new password" in mail.outbox[0].body
    set_password(link_in(mail.outbox[0]))
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_the_answer_is_the_same_whether_or_not_there_is_an_account(settings):
    person(email="anna@office.example")
    known = ask("anna@office.example", sent=1)
    unknown = ask("nobody@office.example")
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    # A mail server that is down does not show either.
    settings.EMAIL_BACKEND = BROKEN
    person(email="bert@office.example")
    assert ask("bert@office.example").content == unknown.content


def test_a_closed_account_and_one_without_a_password_get_no_link():
    person(email="closed@office.example", is_active=False)
    invited = person(email="invited@office.example")
    invited.set_unusable_password()
    invited.save()
    ask("closed@office.example")
    ask("invited@office.example")


def test_nobody_fills_a_letter_box_by_asking_again_and_again():
    user = person(email="anna@office.example")
    ask("anna@office.example", sent=1)
    ask("anna@office.example")
    user.refresh_from_db()
    user.link_sent_at = timezone.now() - datetime.timedelta(minutes=6)
    user.save()
    ask("anna@office.example", sent=1)


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.EDITOR])
def test_everybody_changes_the_password_on_one_page(role):
    client = signed_in(role, force=PoliceForceFactory())
    client.user.set_password(PASSWORD)
    client.user.save()
    client.force_login(client.user)
    path = "/account/password/"
    wrong = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}
    assert "That is not your password." in client.post(path, wrong).content.decode()
    answer = client.post(path, wrong | {"old_password": PASSWORD}, follow=True)
    assert "Your password is changed." in answer.content.decode()
    client.user.refresh_from_db()
    assert client.user.check_password(NEW)


def test_passwords_are_kept_as_argon2_and_older_hashes_still_open(settings):
    from config import settings as real

    settings.PASSWORD_HASHERS = real.PASSWORD_HASHERS
    assert make_password(NEW).startswith("argon2$argon2id$")
    user = person(Role.BOARD_MEMBER)
    user.password = make_password(PASSWORD, hasher="pbkdf2_sha256")
    user.save()
    give_password(user)
    user.refresh_from_db()
    assert user.password.startswith("argon2$")
    assert check_password(PASSWORD, user.password)
