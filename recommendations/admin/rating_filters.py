"""The quick filters above the list of ratings, each in the words of those who look for them."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from forces import policies
from forces.admin.filters import QuickFilter
from forces.admin.scoping import rights

from ..deadlines import SOON
from ..models import ProgressProposal
from ..rag import Rag


def stale(ratings, *, on):
    """Return those of `ratings` that are stale on the day `on`, by this installation's setting."""
    return ratings.stale(on=on, after=settings.RATING_STALE_AFTER_DAYS)


def overdue(ratings, *, on):
    """Return the open `ratings` of findings whose own due date is past on the day `on`."""
    return ratings.open().filter(_before("recommendation__due_on", on))


def due_soon(ratings, *, on):
    """Return the open `ratings` of findings that are due in the days `SOON` from `on`, or on it."""
    end = on + datetime.timedelta(days=SOON + 1)
    within = _before("recommendation__due_on", end) & ~_before("recommendation__due_on", on)
    return ratings.open().filter(within)


def waiting_for(user, ratings, *, on):
    """Return the `ratings` that `user` may write and that want a look: nobody has assessed them
    yet, they are stale, or the force proposes progress on them.
    """
    own = ratings.filter(force__in=policies.forces_of(user, policies.RATE))
    proposed = Exists(ProgressProposal.objects.undecided().filter(assessment=OuterRef("pk")))
    old = Q(pk__in=stale(ratings, on=on).values("pk"))
    unseen = Q(pk__in=ratings.open().filter(rag=Rag.NOT_ASSESSED).values("pk"))
    return own.filter(old | unseen | proposed)


def _before(field, day):
    """Return the condition that a stored PartialDate is past on `day`: wholly, if it is a month.

    Stored dates sort as text: "2026-04 phrase" before "2026-04-15", and what is unknown
    before every year.
    """
    iso = day.isoformat()
    is_known = Q(**{f"{field}__gte": "1"})
    of_earlier_month = Q(**{f"{field}__lt": iso[:7]})
    of_this_month = Q(**{f"{field}__gte": f"{iso[:7]}-", f"{field}__lt": iso})
    return is_known & (of_earlier_month | of_this_month)


class RatingQuickFilter(QuickFilter):
    """Overdue, due soon, Red, stale, and what waits for the person."""

    def lookups(self, request, model_admin):
        own = [("mine", "Waits for me")] if rights(request).may_somewhere(policies.RATE) else []
        return [
            ("overdue", "Overdue"),
            ("soon", f"Due in {SOON} days"),
            ("red", "Red"),
            ("stale", "Stale"),
            *own,
        ]

    def queryset(self, request, queryset):
        on = timezone.localdate()
        return {
            "overdue": lambda: overdue(queryset, on=on),
            "soon": lambda: due_soon(queryset, on=on),
            "red": lambda: queryset.filter(rag=Rag.RED),
            "stale": lambda: stale(queryset, on=on),
            "mine": lambda: waiting_for(request.user, queryset, on=on),
        }.get(self.value(), lambda: queryset)()
