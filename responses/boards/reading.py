"""Reads of a force what its board is shown as at a day."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import cached_property

from ..pictures import days_before, over_time
from ..presenters import board as presenter
from .ratings import Ratings, actions_of, reports_without_rating


@dataclass(frozen=True)
class Found:
    """What was read of a force: its entries on the days of a period, and reports without any."""

    period: object
    ratings: Ratings
    entries: list
    before: list
    unrated: object

    @property
    def is_demonstration(self):
        """Whether any of it is of the demonstration."""
        return self.ratings.are_of_demonstration

    @cached_property
    def chart(self):
        """How its ratings stood over time, an OverTime; None where that is one month."""
        days = days_before(self.period.at)
        return over_time(days, self.ratings.states_on(days))

    def board(self, filters):
        """Return the Board of the entries that `filters` ask for."""
        on, since = self.period.at, self.period.since

        def matches(entry, day):
            return filters.matches(entry, on=day)

        moved = None
        if since:
            days = {"since": since, "on": on}
            moved = presenter.movements(self.before, self.entries, matches=matches, **days)
        after = [one for one in self.entries if matches(one, on)]
        stale_after = settings.RATING_STALE_AFTER_DAYS
        return presenter.board(
            after, on=on, stale_after=stale_after, movements=moved, filters=filters
        )

    def with_reviews(self, entries):
        """Return each of `entries` with the words that say whether it wants a review, or ""."""
        on, after = self.period.at, settings.RATING_STALE_AFTER_DAYS
        return [(one, presenter.review_words(one, on=on, stale_after=after)) for one in entries]


def read(force, period):
    """Return what of `force` a page of `period` is made of.

    What actions there were on an earlier day is not read, and what was on the register not kept.
    """
    ratings = Ratings(force, until=period.at)
    actions = actions_of(force, on=period.at) if period.is_today else {}
    entries = [
        presenter.entry(rating, course, actions.get(rating.pk))
        for rating, course in ratings.at(period.at)
    ]
    before = [presenter.entry(*one) for one in ratings.at(period.since)] if period.since else []
    unrated = reports_without_rating(force, on=period.at) if period.is_today else ()
    return Found(period, ratings, entries, before, unrated)
