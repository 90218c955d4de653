"""Whose account somebody has who comes from an OpenID Connect provider for the first time."""

from allauth.socialaccount.models import SocialAccount

from ..models import User


def account_of(sociallogin):
    """Return the active user with the e-mail address that the provider vouches for, or None.

    There must be one alone, not yet tied to another person of the same provider: an
    address can pass from one employee to the next.
    """
    trusts = sociallogin.provider.app.settings["email_is_verified"]
    given = [one.email for one in sociallogin.email_addresses if one.verified is True or trusts]
    if len(given) != 1 or not given[0]:
        return None
    found = User.objects.filter(is_active=True, email__iexact=given[0])[:2]
    if len(found) != 1 or _is_taken(found[0], sociallogin.account.provider):
        return None
    return found[0]


def _is_taken(user, provider):
    return SocialAccount.objects.filter(user=user, provider=provider).exists()
