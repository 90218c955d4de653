from dataclasses import replace

from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import render

from forces import policies
from recommendations.partial_dates import PartialDate

from ...models import FrozenBoard
from ...pictures import draw_over_time
from ...publishing.board import HEADS
from ...publishing.board.words import Words, as_seen
from .asking import asked
from .reports import page_number

ROWS_A_PAGE = 100


def board(request, force):
    """Where one force stood on a day: the sentence, the exceptions, what moved, what was open.

    A day that cannot be is told at its field, with the status 400.
    """
    what = asked(request, force)
    found, form, choice = what.found, what.form, what.choice
    context = {"force": what.force, "form": form}
    if found is None:
        return render(request, "board/board.html", context, status=400)
    shown = found.board(choice.filters)
    group = shown.groups.get(request.GET.get("show", ""))
    page = Paginator(_rows(shown, group, choice.filters), ROWS_A_PAGE)
    page = page.get_page(page_number(request.GET.get("page", "")))
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
        "heads": HEADS,
        "words": Words(
            is_of_its_day=form.period.is_today,
            is_chosen=bool(choice.filters),
            has_every_state=bool(group) or choice.filters.ask_for_states,
            has_ratings=bool(shown.entries),
        ),
        "as_seen": as_seen(PartialDate.of(form.period.at), worded="are today"),
        "is_demonstration": found.is_demonstration,
        "meetings": [] if choice.filters else _meetings(request.user, what),
    }
    return render(request, "board/board.html", context)


def _meetings(user, what):
    """Return each meeting of the day with its frozen pages, and the hash of what can be frozen.

    That is "" where `user` may freeze none.
    """
    meetings = what.form.meetings_of_the_day
    may_freeze = bool(meetings) and policies.Rights(user).may(policies.KEEP_MEETINGS, what.force.pk)
    pages = FrozenBoard.objects.newest_first().defer("payload")
    prefetch_related_objects(meetings, Prefetch("frozen_boards", pages))
    record = what.record if may_freeze else None
    return [(one, one.frozen_boards.all(), _seen(record, one)) for one in meetings]


def _seen(record, meeting):
    return replace(record, meeting=meeting.name).sha256 if record else ""


def _rows(shown, group, filters):
    """Return the entries of the table: those of `group`, else those that are open or asked for."""
    if group:
        return list({entry.key: entry for entry, _ in group.rows}.values())
    return shown.entries if filters.ask_for_states else shown.open
