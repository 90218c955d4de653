"""How fresh a rating is, today and by this installation's setting."""

from django.conf import settings
from django.utils import timezone

from .. import freshness


def review_of(rating):
    """Return "never reviewed", such words as "stale, 91 days", or "" where `rating` is fresh."""
    return freshness.in_words(
        rating, on=timezone.localdate(), after=settings.RATING_STALE_AFTER_DAYS
    )
