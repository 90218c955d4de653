from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import policies
from recommendations.models import Assessment

from ...presenters import board as presenter
from .ratings import rated, ratings_of, reports_without_rating


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
    """Where one force stands today: the sentence, the exceptions, and what is open."""
    mine = policies.forces_of(request.user, policies.SEE_BOARD)
    row = get_object_or_404(mine, slug=force)
    on = timezone.localdate()
    entries = [presenter.entry(rating) for rating in ratings_of(row)]
    context = {
        "force": row,
        "board": presenter.board(entries, on=on, stale_after=settings.RATING_STALE_AFTER_DAYS),
        "unrated": reports_without_rating(row, on=on),
    }
    return render(request, "board/board.html", context)
