"""Sign-in by OpenID Connect, with what the specification leaves to the client."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


class StrictAdapter(OpenIDConnectOAuth2Adapter):
    """Holds the identity token to its signature, and what else is said to the same subject."""

    def complete_login(self, request, app, token, **kwargs):
        try:
            claims = self._verified(app, kwargs["response"]["id_token"])
            more = self._fetch_user_info(token.token)
            if more["sub"] != claims["sub"]:
                raise OAuth2Error("The provider tells of somebody else.")
            told = {"userinfo": more | claims, "id_token": claims}
            return self.get_provider().sociallogin_from_response(request, told)
        except UNREADABLE as error:
            raise OAuth2Error("The provider's answer cannot be read.") from error

    def _verified(self, app, id_token):
        return jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )


def _known_provider(request, provider_id):
    try:
        return get_adapter().get_provider(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404("No such provider.") from error


@login_not_required
@never_cache
@require_safe
def sign_in_with(request, provider_id):
    """Lead to the provider; only ever to sign in, never to tie it to who is signed in."""
    provider = _known_provider(request, provider_id)
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = None
    try:
        return provider.redirect(request, process=AuthProcess.LOGIN, next_url=back)
    except (OSError, *UNREADABLE) as error:
        return render_authentication_error(request, provider, exception=error)


@login_not_required
@never_cache
@require_safe
def come_back(request, provider_id):
    """Sign in whoever comes back from the provider with a code that it vouches for."""
    _known_provider(request, provider_id)
    return OAuth2CallbackView.adapter_view(StrictAdapter(request, provider_id))(request)
