"""Whose account it is: by an e-mail address, or by what an OpenID Connect provider says."""

from allauth.socialaccount.models import SocialAccount

from ..models import User
from ..models.user import has_email


def open_account_of(email):
    """Return the open account with the address `email`, in whatever case it stands, or None.

    No two accounts share one. The letters are compared here too: a database may take one
    of another alphabet for one of ours.
    """
    user = User.objects.filter(has_email(email), is_active=True).first()
    return user if user and user.email.casefold() == email.casefold() else None


def account_of(sociallogin):
    """Return the open account with the e-mail address that the provider vouches for, or None.

    It must not be tied yet to another person of the same provider: an address can pass
    from one employee to the next.
    """
    trusts = sociallogin.provider.app.settings["email_is_verified"]
    given = [one.email for one in sociallogin.email_addresses if one.verified is True or trusts]
    if len(given) != 1 or not given[0]:
        return None
    user = open_account_of(given[0])
    if user is None or _is_taken(user, sociallogin.account.provider):
        return None
    return user


def _is_taken(user, provider):
    return SocialAccount.objects.filter(user=user, provider=provider).exists()
