from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import policies

from ...boards import read
from ...pictures import draw_over_time
from ...presenters import board as presenter
from .filters import FilterForm
from .period import PeriodForm

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


def _rows(shown, group, filters):
    """Return the entries of the table: those of `group`, else what is open or asked for by RAG."""
    if group:
        return list({entry.key: entry for entry, _ in group.rows}.values())
    return shown.entries if "rag" in filters.facets else shown.open
