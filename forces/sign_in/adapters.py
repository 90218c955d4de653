"""Where allauth asks this register: who may sign in, by what, and what they are told."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ..services import record_sign_in
from . import matching, second_factor

OPENED_BY_EDITORS = False
WRONG_CODE = (
    "That is not the right code, or it was used already. Wait for the next one and try again."
)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "The username or the password is not right. Upper and lower "
        "case matter in a password.",
        "incorrect_password": "That is not your password.",
    }

    def is_open_for_signup(self, request):
        """Nobody opens an account for themselves: a register editor does."""
        return OPENED_BY_EDITORS

    def respond_user_inactive(self, request, user):
        messages.error(request, "This account is closed. A register editor can open it again.")
        return HttpResponseRedirect(reverse("account_login"))

    def get_login_stages(self):
        return ["forces.sign_in.stages.SecondFactorStage"]

    def post_login(self, request, user, **kwargs):
        second_factor.note_sign_in(request, user)
        record_sign_in(user=user, now=timezone.now())
        return super().post_login(request, user, **kwargs)

    def get_reauthentication_methods(self, user):
        """Return how somebody shows that it is they: not by password alone if they have more."""
        methods = super().get_reauthentication_methods(user)
        has_more = user.is_authenticated and second_factor.has_one(user)
        return [one for one in methods if not has_more or one["id"] != "reauthenticate"]

    def is_reauthentication_required(self, *, app, **kwargs):
        """Whether somebody must show again that it is they: not right after they signed in."""
        required = super().is_reauthentication_required(app=app, **kwargs)
        return required and not _signed_in_lately(context.request)


def _signed_in_lately(request):
    if second_factor.has_one(request.user):
        return second_factor.age(request) < app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    newest = max((record["at"] for record in records), default=0)
    return time.time() - newest < app_settings.REAUTHENTICATION_TIMEOUT


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def get_totp_label(self, user):
        return user.get_username()

    def generate_authenticator_name(self, user, type):  # noqa: A002 - the name is allauth's
        """Return the name of a passkey that somebody does not name."""
        number = user.authenticator_set.filter(type=type).count() + 1
        return f"Passkey {number}"


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        """Nobody opens an account by signing in elsewhere: a register editor does."""
        return OPENED_BY_EDITORS

    def pre_social_login(self, request, sociallogin):
        """Tie whoever comes for the first time to their account; refuse whoever has none."""
        if sociallogin.is_existing:
            return
        user = matching.account_of(sociallogin)
        if user is None:
            raise ImmediateHttpResponse(_refused(request, sociallogin.provider, "unknown"))
        sociallogin.connect(request, user)

    def on_authentication_error(self, request, provider, error=None, **kwargs):
        reason = "cancelled" if error == "cancelled" else "failed"
        raise ImmediateHttpResponse(_refused(request, provider, reason))


def _refused(request, provider, reason):
    known = {"provider": getattr(provider, "name", ""), "reason": reason}
    return render(request, "sign_in/refused.html", known, status=403)
