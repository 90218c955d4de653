from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import policies
from recommendations.models import Assessment

from ...presenters import board as presenter
from .period import PeriodForm
from .ratings import Ratings, actions_of, rated, reports_without_rating


def boards(request):
    """The forces whose board the person may open, each with its counts in words."""
    forces = policies.forces_of(request.user, policies.SEE_BOARD)
    ratings = rated(Assessment.objects.on_boards_of(request.user))
    states = {}
    for force_id, rag in ratings.values_list("force", "rag"):
        states.setdefault(force_id, []).append(rag)
    rows = [(force, presenter.worst_first_in_words(states.get(force.pk, ()))) for force in forces]
    return render(request, "board/boards.html", {"rows": rows})


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
    context |= _as_at(row, form.period)
    return render(request, "board/board.html", context)


def _as_at(force, period):
    ratings = Ratings(force, until=period.at)
    # What actions there were on an earlier day is not read, and what was on the register not kept.
    actions = actions_of(force, on=period.at) if period.is_today else {}
    entries = [
        presenter.entry(rating, course, actions.get(rating.pk))
        for rating, course in ratings.at(period.at)
    ]
    movements = None
    if period.since:
        before = [presenter.entry(*one) for one in ratings.at(period.since)]
        movements = presenter.movements(before, entries, since=period.since, on=period.at)
    after = settings.RATING_STALE_AFTER_DAYS
    return {
        "period": period,
        "board": presenter.board(entries, on=period.at, stale_after=after, movements=movements),
        "unrated": reports_without_rating(force, on=period.at) if period.is_today else (),
    }
