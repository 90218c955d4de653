"""The forms of signing in: allauth's and Django's, in the house's words, with one limit for all."""

import textwrap

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base import forms as codes
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.db import transaction

from . import locking
from .adapters import WRONG_CODE
from .password_faults import FaultsAtThePassword

# A code is valid for three steps of half a minute; so many are remembered as used.
REMEMBERED = 4
KEY_GROUP = 4  # Letters of the key of an app, as they are read out and typed.


class Plain:
    """Labels say what a field is; nothing stands in the field itself."""

    label_suffix = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Plain, LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["password"].help_text = ""


class ConfirmByPasswordForm(Plain, ReauthenticateForm):
    pass


class Limited:
    """Counts wrong codes and passkeys like wrong passwords."""

    def within_limit(self, clean):
        """Return what `clean` returns, unless too many tries failed; count it if it fails."""
        locking.refuse_locked(context.request, self.user)
        try:
            return clean()
        except ValidationError:
            locking.count_failure(context.request, self.user)
            raise


class CodeOnce(Limited, Plain):
    """A code of an authenticator app, which is accepted once, or a recovery code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code"
        self.fields["code"].help_text = "From your authenticator app, or a recovery code."
        self.fields["code"].widget.attrs["spellcheck"] = "false"

    def clean_code(self):
        return self.within_limit(self._clean_code)

    def _clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            use_once(self.authenticator, code)
        return code


def use_once(authenticator, code):
    """Note in the row, which all processes share, that `code` is used; refuse it if it was."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        used = row.data.get("used", [])
        if code in used:
            raise ValidationError(WRONG_CODE)
        row.data["used"] = authenticator.data["used"] = [*used, code][-REMEMBERED:]
        row.save(update_fields=["data"])


class SecondStepForm(CodeOnce, codes.AuthenticateForm):
    pass


class ConfirmByCodeForm(CodeOnce, codes.ReauthenticateForm):
    pass


class PasskeyOnce(Limited):
    def clean_credential(self):
        return self.within_limit(super().clean_credential)


class SecondStepPasskeyForm(PasskeyOnce, passkeys.AuthenticateWebAuthnForm):
    pass


class ConfirmByPasskeyForm(PasskeyOnce, passkeys.ReauthenticateWebAuthnForm):
    pass


class SetUpAppForm(Plain, ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code"
        self.fields["code"].help_text = "The six digits that the app shows now."
        self.key_in_groups = " ".join(textwrap.wrap(self.secret, KEY_GROUP))
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}


class AddPasskeyForm(Plain, passkeys.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Name"
        self.fields["name"].max_length = 60
        self.fields["name"].widget.attrs["maxlength"] = 60
        self.fields["name"].help_text = "How you know it again. Example: Office laptop."


class NewPasswordForm(FaultsAtThePassword, SetPasswordForm):
    pass


class ChangePasswordForm(FaultsAtThePassword, PasswordChangeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["old_password"].label = "Your password now"
        self.fields["new_password1"].label = "New password"
        self.fields["new_password2"].label = "New password, once more"

    def clean_old_password(self):
        """Take the password as it is now; wrong ones count like those at the door."""
        given = self.cleaned_data["old_password"]
        if not get_adapter().reauthenticate(self.user, given):
            raise ValidationError("That is not your password.")
        return given


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
