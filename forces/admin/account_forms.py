"""The forms of accounts, in words of those who keep the register."""

from django import forms
from django.conf import settings
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    UserChangeForm,
)

from ..models import User
from ..sign_in.password_faults import FaultsAtThePassword
from .faults import faults_of

LABELS = {
    "email": "E-mail address",
    "is_superuser": "Owner of this installation",
    "last_login": "Last signed in",
    "date_joined": "Account opened",
}
HELP = {
    "username": "What the person types to sign in: letters, figures and . - _ + @, without blanks. "
    "Example: anna.alder",
    "is_superuser": "May do everything, in every force, and make others owners. Leave it unticked "
    "for whoever is not in charge of the whole installation.",
}
ENOUGH = (
    "At least {least} characters. Neither figures alone, nor a word that many people use, nor "
    "something like the person’s name or address."
)


class OpenAccountForm(forms.ModelForm):
    """An account without a password: the person sets it by a link in a mail."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "is_staff"]
        labels = LABELS
        help_texts = HELP | {
            "email": "A link to set a password is sent there once the account has what it needs. "
            "Without an address, set a password "
            "for them on the next page.",
        }

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit=commit)


class PasswordState(forms.Widget):
    """Says whether a password is set, and leads to the page that sets one."""

    template_name = "admin/password_state.html"
    read_only = True  # Django's admin asks: it is shown to those who only read, too.

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return context | {"is_set": bool(value) and User(password=value).has_usable_password()}

    def id_for_label(self, id_):
        return None


class AccountForm(UserChangeForm):
    """An account that is there."""

    password = ReadOnlyPasswordHashField(
        label="Password",
        widget=PasswordState,
        help_text="Nobody can read it here. The person sets it by a link in a mail; where there is "
        "no mail, set one for them and tell them.",
    )

    class Meta(UserChangeForm.Meta):
        model = User
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "password" in self.fields:  # Django puts words of its own where none is set.
            self.fields["password"].help_text = self.base_fields["password"].help_text


class AccountPasswordForm(FaultsAtThePassword, AdminPasswordChangeForm):
    """A password that a register editor sets for somebody."""

    @property
    def faults(self):
        """Return what is wrong, for the list at the head of the page."""
        return faults_of(self, ())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields.pop("usable_password", None)  # An account is closed on its own page.
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = "New password", "New password, once more"
        first.help_text, second.help_text = ENOUGH.format(least=settings.PASSWORD_LENGTH), ""
        first.required = second.required = True
