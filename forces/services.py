"""What is written about accounts when people come and go."""

from django.utils import timezone


def record_sign_in(*, user, now):
    """Record that `user` signed in at `now`; every way of signing in calls it once.

    A second sign-in on one London day, as after an inactive hour, moves nothing but
    `signed_in_at`: what was new in the morning is still shown as new.
    """
    last = user.signed_in_at
    if last is not None and timezone.localdate(last) < timezone.localdate(now):
        user.previous_sign_in_at = last
    user.signed_in_at = now
    user.save(update_fields=["signed_in_at", "previous_sign_in_at"])
