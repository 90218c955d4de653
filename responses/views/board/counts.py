"""How many ratings of each force stood in each state on a day, counted by the database."""

from collections import Counter

from django.db.models import Count, F

from recommendations.models import Assessment
from recommendations.rag import Rag

from ...boards import end_of
from ...boards.ratings import rated


def standing(ratings, *, on, today):
    """Return `ratings` that were open on the day `on`, each with its `state`, or None for none.

    Both days are London dates. Today's states stand in the ratings themselves.
    """
    if on == today:
        return ratings.annotate(state=F("rag"))
    return ratings.stood(on=on, before=end_of(on))


def counts_of(user, *, on, today):
    """Return by key of each force whose board `user` may open how many stood in each state."""
    ratings = rated(Assessment.objects.on_boards_of(user)).order_by()
    rows = standing(ratings, on=on, today=today).values_list("force", "state")
    found = {}
    for force, state, number in rows.annotate(number=Count("pk")):
        found.setdefault(force, Counter())[Rag(state or Rag.NOT_ASSESSED)] += number
    return found
