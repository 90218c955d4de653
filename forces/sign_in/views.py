"""The pages of signing in, and of what somebody signs in with."""

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as django_views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.generic.edit import FormView

from . import forms, second_factor
from .links import send_forgotten


class SignIn(account.LoginView):
    form_class = forms.SignInForm
    template_name = "sign_in/sign_in.html"

    def get_context_data(self, **kwargs):
        known = super().get_context_data(**kwargs)
        back = known["redirect_field_value"]
        query = f"?{urlencode({'next': back})}" if back else ""
        apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        known["providers"] = [
            (app["name"], reverse("openid_connect_login", args=[app["provider_id"]]) + query)
            for app in apps
        ]
        return known


class SecondStep(base.AuthenticateView):
    form_class = forms.SecondStepForm
    webauthn_form_class = forms.SecondStepPasskeyForm
    template_name = "sign_in/second_step.html"

    def get_context_data(self, **kwargs):
        user = self.stage.login.user
        return super().get_context_data(**kwargs) | second_factors_of(user)


def second_factors_of(user):
    """Return which second factors `user` has, for a template."""
    types = set(user.authenticator_set.values_list("type", flat=True))
    return {"has_app": "totp" in types, "has_passkey": "webauthn" in types}


class LeadsNowhereElse:
    """A page on which a second factor is set up: until there is one, it offers no way past it."""

    def get_context_data(self, **kwargs):
        known = super().get_context_data(**kwargs)
        return known | {"must_set_up": second_factor.is_wanted(self.request)}


class Account(LeadsNowhereElse, base.IndexView):
    template_name = "sign_in/account.html"


class ConfirmByPassword(LeadsNowhereElse, account.ReauthenticateView):
    form_class = forms.ConfirmByPasswordForm
    template_name = "sign_in/confirm_by_password.html"


class GivesSecondFactor:
    """A form that somebody can send only with a second factor in their hands."""

    def form_valid(self, form):
        second_factor.note(self.request)
        return super().form_valid(form)


class ConfirmByCode(GivesSecondFactor, base.ReauthenticateView):
    form_class = forms.ConfirmByCodeForm
    template_name = "sign_in/confirm_by_code.html"


class ConfirmByPasskey(GivesSecondFactor, webauthn.ReauthenticateWebAuthnView):
    form_class = forms.ConfirmByPasskeyForm
    template_name = "sign_in/confirm_by_passkey.html"

    def form_invalid(self, form):
        messages.error(self.request, "That passkey was not recognised. Try again.")
        return HttpResponseRedirect(self.request.get_full_path())

    def get_context_data(self, **kwargs):
        """Keep what allauth's own view leaves out: where the person goes next."""
        return super().get_context_data(**kwargs) | {
            "redirect_field_name": "next",
            "redirect_field_value": self.request.GET.get("next", ""),
            "reauthentication_alternatives": self.get_reauthentication_alternatives(),
        }


class SetUpApp(LeadsNowhereElse, GivesSecondFactor, totp.ActivateTOTPView):
    form_class = forms.SetUpAppForm
    template_name = "sign_in/set_up_app.html"

    def form_valid(self, form):
        """The code that shows that the app works is used up by it."""
        answer = super().form_valid(form)
        app = self.request.user.authenticator_set.get(type=Authenticator.Type.TOTP)
        forms.use_once(app, form.cleaned_data["code"])
        return answer


class RemoveApp(totp.DeactivateTOTPView):
    template_name = "sign_in/remove_app.html"

    def form_valid(self, form):
        answer = super().form_valid(form)
        second_factor.note_removal(self.request)
        return answer


class AddPasskey(LeadsNowhereElse, GivesSecondFactor, webauthn.AddWebAuthnView):
    form_class = forms.AddPasskeyForm
    template_name = "sign_in/add_passkey.html"

    def get_context_data(self, **kwargs):
        """Keep the form with its errors, which allauth's own view would make anew."""
        return super().get_context_data(**kwargs) | kwargs


class RemovePasskey(webauthn.RemoveWebAuthnView):
    template_name = "sign_in/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form):
        answer = super().form_valid(form)
        second_factor.note_removal(self.request)
        return answer


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    template_name = "sign_in/recovery_codes.html"

    def get_context_data(self, **kwargs):
        """Lead on to what was asked for before a second factor was set up."""
        known = super().get_context_data(**kwargs)
        return known | {"asked_for": second_factor.asked_for(self.request)}


class NewRecoveryCodes(recovery.GenerateRecoveryCodesView):
    template_name = "sign_in/new_recovery_codes.html"


class ChangePassword(django_views.PasswordChangeView):
    form_class = forms.ChangePasswordForm
    template_name = "sign_in/change_password.html"
    success_url = reverse_lazy("mfa_index")

    def dispatch(self, request, *args, **kwargs):
        """Whoever signs in by their office's account alone has no password here to change."""
        if not request.user.has_usable_password():
            return HttpResponseRedirect(self.success_url)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        messages.success(self.request, "Your password is changed.")
        return super().form_valid(form)


@method_decorator(login_not_required, name="dispatch")
class Forgotten(FormView):
    form_class = forms.ForgottenForm
    template_name = "sign_in/forgotten.html"
    success_url = reverse_lazy("forgotten_sent")

    def form_valid(self, form):
        """Answer alike, whether or not there is an account."""
        send_forgotten(email=form.cleaned_data["email"], now=timezone.now())
        return super().form_valid(form)


class SetPassword(django_views.PasswordResetConfirmView):
    form_class = forms.NewPasswordForm
    template_name = "sign_in/set_password.html"
    success_url = reverse_lazy("account_login")

    def form_valid(self, form):
        messages.success(self.request, "Your password is set. Sign in with it.")
        return super().form_valid(form)
