from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import policies

from ...pictures import days_before, draw_over_time, over_time
from ...presenters import board as presenter
from .filters import FilterForm
from .period import PeriodForm
from .ratings import Ratings, actions_of, reports_without_rating

ROWS_A_PAGE = 100


def board(request, force):
    """Where one force stood on a day: the sentence, the exceptions, what moved, what was open.

    A day that cannot be is told at its field, with the status 400.
    """
    mine = policies.forces_of(request.user, policies.SEE_BOARD)
    row = get_object_or_404(mine, slug=force)
    form = PeriodForm(request.GET, meetings=row.meetings.all(), today=timezone.localdate())
    context = {"force": row, "form": form}
    if not form.is_valid():
        return render(request, "board/board.html", context, status=400)
    found = read(row, form.period)
    choice = FilterForm(request.GET, presenter.options(found.entries))
    shown = found.board(choice.filters)
    group = shown.groups.get(request.GET.get("show", ""))
    page = Paginator(_rows(shown, group, choice.filters), ROWS_A_PAGE)
    page = page.get_page(request.GET.get("page"))
    chart = None if choice.filters or group else found.chart
    context |= {
        "period": form.period,
        "board": shown,
        "choice": choice,
        "filters": choice.filters,
        "kept": choice.kept,
        "is_nothing_shown": "show" in request.GET and group is None,
        "group": group,
        "page": page,
        "rows": found.with_reviews(page),
        "on_page": {entry.key for entry in page},
        "unrated": () if choice.filters or group else found.unrated,
        "chart": chart,
        "drawing": draw_over_time(chart) if chart else "",
    }
    return render(request, "board/board.html", context)


@dataclass(frozen=True)
class Found:
    """What was read of a force: its entries on the days of a period, reports without any, and
    how its ratings stood over time.
    """

    period: object
    entries: list
    before: list
    unrated: object
    chart: object

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
        return presenter.board(after, on=on, stale_after=stale_after, movements=moved)

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
    days = days_before(period.at)
    chart = over_time(days, ratings.states_on(days))
    return Found(period, entries, before, unrated, chart)


def _rows(shown, group, filters):
    """Return the entries of the table: those of `group`, else what is open or asked for by RAG."""
    if group:
        return list({entry.key: entry for entry, _ in group.rows}.values())
    return shown.entries if "rag" in filters.facets else shown.open
