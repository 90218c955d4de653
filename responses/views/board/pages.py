from django.conf import settings
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import policies
from recommendations.kinds import FindingKind
from recommendations.models import Addressing, Assessment, AssessmentChange

from ...presenters import board as presenter


def boards(request):
    """The forces whose board the person may open, each with its counts in words."""
    forces = policies.forces_of(request.user, policies.SEE_BOARD)
    ratings = _rated(Assessment.objects.on_boards_of(request.user))
    states = {}
    for force_id, rag in ratings.values_list("force", "rag"):
        states.setdefault(force_id, []).append(rag)
    rows = [(force, presenter.counts_in_words(states.get(force.pk, ()))) for force in forces]
    return render(request, "board/boards.html", {"rows": rows})


def board(request, force):
    """Where one force stands today: the sentence, the exceptions, and what is open."""
    mine = policies.forces_of(request.user, policies.SEE_BOARD)
    row = get_object_or_404(mine, slug=force)
    ratings = _rated(Assessment.objects.filter(force=row)).select_related("recommendation__report")
    to_whom = Addressing.objects.select_related("addressee", "force")
    newest_first = AssessmentChange.objects.order_by("-recorded_at", "-pk")
    ratings = ratings.prefetch_related(
        Prefetch("recommendation__addressings", to_whom), Prefetch("changes", newest_first)
    )
    on = timezone.localdate()
    entries = [presenter.entry(rating) for rating in ratings]
    shown = presenter.board(entries, on=on, stale_after=settings.RATING_STALE_AFTER_DAYS)
    return render(request, "board/board.html", {"force": row, "board": shown, "on": on})


def _rated(ratings):
    return ratings.exclude(recommendation__kind=FindingKind.PRACTICE)
