"""Whether a session has given a second factor, and where it is led if it has not.

The mark, which is the time at which it was given, is in the session and not in the account:
another session of the same person, perhaps not their own, gains nothing by it.
"""

import time

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from .. import policies

MARK = "second_factor"
ASKED_FOR = "asked_for"  # In the session: the page that was asked for before the set-up.
SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def comes_first(view):
    """Mark `view` as one by which a second factor is set up or given."""
    view.gives_second_factor = True
    return view


def is_where_it_is_given(view):
    """Whether `view` is marked as one by which a second factor is set up or given."""
    return getattr(view, "gives_second_factor", False)


def has_one(user):
    """Whether `user` has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=SECOND).exists()


def note(request):
    """Note that the person who makes `request` has given a second factor."""
    request.session[MARK] = int(time.time())


def age(request):
    """Return how many seconds ago the session gave a second factor; very many if it did not."""
    return time.time() - request.session.get(MARK, 0)


def is_wanted(request):
    """Whether the person who makes `request` must give a second factor before all else."""
    user = request.user
    if settings.DEMONSTRATION or not user.is_authenticated or request.session.get(MARK):
        return False
    return policies.needs_second_factor(user)


def way_to_give_it(request):
    """Return the answer that leads to where it is given or set up; None where it is not wanted."""
    if not is_wanted(request):
        return None
    if not has_one(request.user):
        if request.method == "GET":
            request.session[ASKED_FOR] = request.get_full_path()
        return HttpResponseRedirect(reverse("mfa_index"))
    back = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{back}")


def asked_for(request):
    """Return, once, the address of the page that was asked for before the set-up, or ""."""
    return request.session.pop(ASKED_FOR, "")


def note_sign_in(request, user):
    """Note a second factor if `user` gave one while signing in, here or at their provider."""
    if any(_is_second(record) for record in get_authentication_records(request, user)):
        note(request)


def note_removal(request):
    """Forget the mark with the last authenticator, unless the provider asks for its own."""
    if not has_one(request.user):
        request.session.pop(MARK, None)
        if came_by_provider_that_asks(request, request.user):
            note(request)


def remove_all(*, user, by, now):
    """Remove what `user` gives as a second factor, recovery codes too; return the user."""
    user.authenticator_set.all().delete()
    return user


def came_by_provider_that_asks(request, user):
    """Whether `user` signed in by a provider whose own second factor is relied upon."""
    records = get_authentication_records(request, user)
    return any(asks_for_one(record.get("provider")) for record in records)


def asks_for_one(provider_id):
    """Whether the settings say that the provider asks for a second factor itself."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return provider_id in {app["provider_id"] for app in apps if app["settings"]["second_factor"]}


def _is_second(record):
    return record["method"] == "mfa" or asks_for_one(record.get("provider"))
