"""The OpenID Connect providers of an installation, as their setting gives them."""

import json

from django.core.exceptions import ImproperlyConfigured

NAMES = {"id", "name", "server_url", "client_id", "secret"}
SWITCHES = {"second_factor", "email_is_verified"}
REFUSAL = (
    "OPENID_PROVIDERS must be a list of providers in JSON, each with "
    f"{', '.join(sorted(NAMES))} (docs/sign-in.md)."
)


def providers(text):
    """Return what allauth wants to know of the providers that `text` lists in JSON.

    Raises ImproperlyConfigured where the text is no such list, or an entry says too
    little or what is not known here.
    """
    try:
        listed = json.loads(text or "[]")
        if not isinstance(listed, list):
            raise ImproperlyConfigured(REFUSAL)
        return {"APPS": [_app(**one) for one in listed], "OAUTH_PKCE_ENABLED": True}
    except (ValueError, TypeError) as error:
        raise ImproperlyConfigured(REFUSAL) from error


def _app(**given):
    if given.keys() - SWITCHES != NAMES or any(
        not isinstance(given[name], str) or not given[name] for name in NAMES
    ):
        raise ImproperlyConfigured(REFUSAL)
    switches = {name: given.get(name) is True for name in SWITCHES}
    return {
        "provider_id": given["id"],
        "name": given["name"],
        "client_id": given["client_id"],
        "secret": given["secret"],
        "settings": {"server_url": given["server_url"].rstrip("/"), **switches},
    }
