"""The addresses of signing in, and of one's own account. What allauth has besides is not here.

The names are allauth's where its code leads from one to another.
"""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from . import openid, views
from .second_factor import comes_first


def own(route, view, name):
    """Return the path of a page of one's own account, of which no cache keeps a copy."""
    return path(route, never_cache(view.as_view()), name=name)


def own_factor(route, view, name):
    """Return the path of a page by which a second factor is set up or given."""
    return path(route, comes_first(never_cache(view.as_view())), name=name)


sent = TemplateView.as_view(template_name="sign_in/forgotten_sent.html")

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-in/second-step/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/with/<slug:provider_id>/", openid.sign_in_with, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", openid.come_back, name="openid_connect_callback"),
    path("sign-in/forgotten/", views.Forgotten.as_view(), name="forgotten"),
    path("sign-in/forgotten/sent/", login_not_required(sent), name="forgotten_sent"),
    path("sign-in/password/<uidb64>/<token>/", views.SetPassword.as_view(), name="set_password"),
    own("account/password/", views.ChangePassword, "change_password"),
    own_factor("account/", views.Account, "mfa_index"),
    own_factor("account/confirm/", views.ConfirmByPassword, "account_reauthenticate"),
    own_factor("account/confirm/code/", views.ConfirmByCode, "mfa_reauthenticate"),
    own_factor("account/confirm/passkey/", views.ConfirmByPasskey, "mfa_reauthenticate_webauthn"),
    own_factor("account/app/", views.SetUpApp, "mfa_activate_totp"),
    own_factor("account/app/remove/", views.RemoveApp, "mfa_deactivate_totp"),
    own_factor("account/passkeys/add/", views.AddPasskey, "mfa_add_webauthn"),
    own_factor("account/passkeys/<int:pk>/remove/", views.RemovePasskey, "mfa_remove_webauthn"),
    own_factor("account/recovery-codes/", views.RecoveryCodes, "mfa_view_recovery_codes"),
    own_factor(
        "account/recovery-codes/new/", views.NewRecoveryCodes, "mfa_generate_recovery_codes"
    ),
]
