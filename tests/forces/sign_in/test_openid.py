"""Signing in with the account of an office, at a provider that runs beside the tests."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from config import openid
from forces.models import Role, User

from .people import code_of, gets_in, give_password, person, with_app
from .provider import OTHER_KEY, Provider

pytestmark = pytest.mark.django_db
DOOR = "/sign-in/with/office/"
EMAIL = "anna@office.example"


@pytest.fixture(scope="module")
def running():
    provider = Provider()
    yield provider
    provider.close()


@pytest.fixture
def provider(running, settings):
    """The provider, in good order and relied upon for a second factor."""
    running.person = {"sub": "person-1", "email": EMAIL, "email_verified": True}
    running.claims, running.told, running.algorithm = {}, {}, "RS256"
    use(settings, running, second_factor=True)
    return running


def use(settings, provider, **switches):
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": openid.providers(provider.as_setting(**switches))
    }


def dance(provider, client=None, door=DOOR, change=lambda back: back):
    """Go to the provider and come back as `change` makes it; return the answer and the client."""
    client = client or Client()
    sent = client.get(door)
    assert sent.status_code == 302, sent.content
    assert sent.url.startswith(f"{provider.url}/authorise?")
    back = urlsplit(change(provider.authorise(sent.url)))
    return client.get(f"{back.path}?{back.query}"), client


def refused(answer, client):
    assert answer.status_code == 403
    assert "Not signed in" in answer.content.decode()
    assert not gets_in(client)
    return answer.content.decode()


def test_an_editor_signs_in_and_the_provider_is_relied_upon_for_the_second_factor(provider):
    user = person(Role.EDITOR, email=EMAIL)
    assert 'href="/sign-in/with/office/"' in Client().get("/sign-in/").content.decode()
    answer, client = dance(provider)
    assert answer.url == "/admin/"
    assert gets_in(client)
    assert SocialAccount.objects.get(uid="person-1").user == user


def test_the_person_comes_where_they_were_going_and_never_elsewhere(provider):
    person(Role.EDITOR, email=EMAIL)
    page = Client().get("/sign-in/?next=/admin/responses/response/").content.decode()
    assert f"{DOOR}?next=%2Fadmin%2Fresponses%2Fresponse%2F" in page
    answer, _ = dance(provider, door=f"{DOOR}?next=/admin/responses/response/")
    assert answer.url == "/admin/responses/response/"
    answer, _ = dance(provider, door=f"{DOOR}?next=https://elsewhere.example/")
    assert answer.url == "/admin/"


def test_without_the_switch_a_second_factor_is_set_up_and_asked_for_here(provider, settings):
    use(settings, provider)
    user = person(Role.EDITOR, email=EMAIL)
    _, client = dance(provider)
    assert client.get("/admin/").url == "/account/"
    with_app(user)
    answer, client = dance(provider)
    assert answer.url == "/sign-in/second-step/"
    client.post("/sign-in/second-step/", {"code": code_of()})
    assert gets_in(client)


def test_a_password_of_the_same_person_still_asks_for_a_second_factor(provider):
    user = person(Role.EDITOR, email=EMAIL)
    dance(provider)
    _, client = give_password(user)
    assert client.get("/admin/").url == "/account/"


def test_somebody_unknown_is_refused_and_nobody_is_created(provider):
    page = refused(*dance(provider))
    assert "There is no account here for the person that Office account names." in page
    assert not User.objects.exists()
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("verified", [False, None, "true", "false", 1])
def test_an_address_that_the_provider_does_not_vouch_for_is_refused(provider, verified):
    person(Role.EDITOR, email=EMAIL)
    provider.person["email_verified"] = verified
    refused(*dance(provider))
    assert not SocialAccount.objects.exists()


def test_an_office_may_vouch_for_the_addresses_of_its_own_directory(provider, settings):
    use(settings, provider, email_is_verified=True, second_factor=True)
    person(Role.EDITOR, email=EMAIL)
    del provider.person["email_verified"]
    _, client = dance(provider)
    assert gets_in(client)


def test_an_address_that_passed_to_somebody_else_does_not_open_the_account(provider):
    person(Role.EDITOR, email=EMAIL)
    dance(provider)
    provider.person["sub"] = "person-2"
    refused(*dance(provider))


def test_the_person_is_known_by_their_subject_once_they_came(provider):
    user = person(Role.EDITOR, email=EMAIL)
    dance(provider)
    user.email = "anna.alder@office.example"
    user.save()
    provider.person |= {"email": "married@office.example", "email_verified": False}
    _, client = dance(provider)
    assert gets_in(client)


def test_the_address_is_matched_in_whatever_case_and_not_in_other_letters(provider):
    user = person(Role.EDITOR, email=EMAIL.upper())
    for other in ("anna@offıce.example", "anna@offİce.example"):
        provider.person["email"] = other
        refused(*dance(provider))
    provider.person["email"] = EMAIL
    dance(provider)
    assert SocialAccount.objects.get().user == user


@pytest.mark.parametrize("before", [True, False])
def test_a_closed_account_stays_closed(provider, before):
    user = person(Role.EDITOR, email=EMAIL)
    if before:
        dance(provider)
    user.is_active = False
    user.save()
    _, client = dance(provider)
    assert not gets_in(client)
    assert client.get("/account/").status_code == 302


def test_a_wrong_state_is_refused(provider):
    person(Role.EDITOR, email=EMAIL)
    refused(*dance(provider, change=lambda back: back[:-2] + "xx"))
    refused(*dance(provider, change=lambda back: back.split("&state=")[0]))
    # What another browser was sent back with is of no use in this one.
    other = provider.authorise(Client().get(DOOR).url)
    mine = Client()
    mine.get(DOOR)
    refused(mine.get(f"{DOOR}back/?{urlsplit(other).query}"), mine)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another client"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1_700_000_000},
        {"sub": "person-2"},
    ],
    ids=lambda claims: next(iter(claims)),
)
def test_a_token_that_is_not_for_us_now_is_refused(provider, claims):
    person(Role.EDITOR, email=EMAIL)
    provider.claims = claims
    refused(*dance(provider))
    assert not SocialAccount.objects.exists()


def test_a_wrong_signature_is_refused(provider, monkeypatch):
    person(Role.EDITOR, email=EMAIL)
    monkeypatch.setattr(provider, "key", OTHER_KEY)
    refused(*dance(provider))
    monkeypatch.undo()
    for algorithm in ("none", "HS256"):
        provider.algorithm = algorithm
        refused(*dance(provider))
    assert not SocialAccount.objects.exists()


def test_userinfo_of_somebody_else_is_refused(provider):
    person(Role.EDITOR, email=EMAIL)
    provider.told = {"sub": "person-2"}
    refused(*dance(provider))


def test_what_the_token_says_stands_above_what_userinfo_says(provider):
    person(Role.EDITOR, email=EMAIL)
    provider.person["email"] = "other@office.example"
    provider.told = {"email": EMAIL}
    refused(*dance(provider))


def test_a_code_is_of_no_use_twice(provider):
    person(Role.EDITOR, email=EMAIL)
    provider.codes.clear()
    refused(*dance(provider, change=lambda back: provider.codes.clear() or back))


def test_a_person_who_stops_is_told_so(provider):
    client = Client()
    state = parse_qs(urlsplit(client.get(DOOR).url).query)["state"][0]
    answer = client.get(f"{DOOR}back/?error=access_denied&state={state}")
    assert "You did not finish signing in with Office account." in refused(answer, client)


def test_a_provider_that_is_down_is_told_and_not_an_error_of_ours(provider, settings):
    setting = provider.as_setting().replace(provider.url, "http://127.0.0.1:9")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": openid.providers(setting)}
    client = Client()
    refused(client.get(DOOR), client)


def test_whoever_is_signed_in_is_tied_to_nobody_else_by_a_link(provider):
    """A stranger's link would else tie their own account of the office to mine."""
    _, client = give_password(person(Role.BOARD_MEMBER, is_staff=False))
    answer, _ = dance(provider, client=client, door=f"{DOOR}?process=connect")
    assert answer.status_code == 403
    assert not SocialAccount.objects.exists()


def test_another_provider_is_not_found(provider):
    assert Client().get("/sign-in/with/google/").status_code == 404
    assert Client().get("/sign-in/with/google/back/").status_code == 404
    assert Client().post(DOOR).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        *("/accounts/signup/", "/sign-in/signup/", "/signup/", "/accounts/social/signup/"),
        *("/account/email/", "/account/connections/", "/account/3rdparty/", "/accounts/login/"),
    ],
)
def test_nobody_opens_an_account_for_themselves(path):
    form = {"username": "eve", "email": "eve@elsewhere.example"}
    passwords = dict.fromkeys(("password1", "password2"), "a long enough password")
    assert Client().post(path, form | passwords).status_code == 404
    assert not User.objects.exists()


@pytest.mark.parametrize("text", ["entra", "{}", '[{"id": "entra"}]', '[{"id": 1}]', "[1]"])
def test_a_setting_that_names_no_provider_in_full_is_refused(text):
    with pytest.raises(ImproperlyConfigured, match="OPENID_PROVIDERS"):
        openid.providers(text)


def test_a_switch_that_is_misspelled_is_refused(running):
    with pytest.raises(ImproperlyConfigured):
        openid.providers(running.as_setting(secondfactor=True))
