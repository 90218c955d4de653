"""Who tries passwords or codes too often is locked out, by user name and address together."""

import datetime
import ipaddress
import math

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.shortcuts import render
from django.utils import timezone

# An office or a home has one network of this size, from which it takes any address.
IPV6_NETWORK = 64


def client_address(request):
    """Return the address from which `request` comes, as the nearest trusted proxy saw it.

    Of X-Forwarded-For only what settings.PROXIES_IN_FRONT proxies of our own have added
    is read. Addresses of one IPv6 network count as one.
    """
    address, trusted = request.META.get("REMOTE_ADDR"), settings.PROXIES_IN_FRONT
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if trusted and len(seen) >= trusted:
        address = seen[-trusted].strip()
    try:
        given = ipaddress.ip_address(address or "")
    except ValueError:
        return None
    if given.version == 4:
        return str(given)
    return str(ipaddress.ip_network((given, IPV6_NETWORK), strict=False).network_address)


def counted_username(request, credentials):
    """Return the user name under which a try is counted, however it was written."""
    return (credentials or {}).get("username", "").strip().casefold()[:255]


def refuse_locked(request, user):
    """Raise ValidationError where `user` is locked out from the address of `request`."""
    credentials = {"username": user.get_username()}
    if not AxesProxyHandler.is_allowed(request, credentials):
        request.axes_locked_out, request.axes_credentials = True, credentials
        raise ValidationError("Locked.")


def count_failure(request, user):
    """Count a wrong code of `user` like a wrong password."""
    credentials = {"username": user.get_username()}
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)


def locked_out(request, response, credentials):
    """Return the page that says for how long nobody signs in under that name from there."""
    minutes = minutes_left(request, credentials, now=timezone.now())
    return render(request, "sign_in/locked.html", {"minutes": minutes}, status=429)


def minutes_left(request, credentials, *, now):
    """Return after how many minutes the name in `credentials` may be tried again from there."""
    tries = AccessAttempt.objects.filter(
        username=counted_username(request, credentials), ip_address=client_address(request)
    )
    last = tries.aggregate(last=Max("attempt_time"))["last"] or now
    left = last + datetime.timedelta(minutes=settings.SIGN_IN_LOCKED_MINUTES) - now
    return max(1, math.ceil(left.total_seconds() / 60))
