"""People who sign in, and what they do for it, with Django's test client."""

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from tests.factories import MembershipFactory, UserFactory

PASSWORD = "a long enough password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def person(role=None, force=None, **fields):
    """Return a new user with a password, who holds `role` in `force` or one of their own."""
    user = UserFactory(**fields)
    user.set_password(PASSWORD)
    user.save()
    if role:
        places = {} if force is None and role != "register_editor" else {"force": force}
        MembershipFactory(user=user, role=role, **places)
    return user


def with_app(user):
    """Give `user` an authenticator app with SECRET; return the user."""
    TOTP.activate(user, SECRET)
    return user


def code_of(secret=SECRET, ahead=0):
    """Return the code that an app shows now, or `ahead` steps of half a minute later."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + ahead))


def give_password(user, password=PASSWORD, client=None, to="", **extra):
    """Send the sign-in form; return the answer, not followed, and the client."""
    client = client or Client()
    form = {"login": user.username, "password": password, "next": to}
    return client.post("/sign-in/", form, **extra), client


def give_code(client, code=None):
    """Send the form of the second step; return the answer."""
    return client.post("/sign-in/second-step/", {"code": code or code_of()})


def gets_in(client):
    """Whether the admin opens to `client`."""
    return client.get("/admin/").status_code == 200
