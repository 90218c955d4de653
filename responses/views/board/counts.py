"""How many ratings of each force stood in each state on a day, counted by the database."""

from collections import Counter, defaultdict

from django.db.models import Count, F

from recommendations.models import Assessment
from recommendations.rag import Rag

from ...boards import end_of
from ...boards.ratings import rated

RAGS = {rag.value: rag for rag in Rag}


def with_states(ratings, days, *, today):
    """Return `ratings` with where each stood on each of `days`, and the names of these fields.

    All days are London dates. Today's states stand in the ratings themselves; a rating that was
    not there yet on a day has None for it.
    """
    names = [f"state_{number}" for number in range(len(days))]
    for name, day in zip(names, days, strict=True):
        if day == today:
            ratings = ratings.annotate(**{name: F("rag")})
        else:
            ratings = ratings.with_state(name, on=day, before=end_of(day))
    return ratings, names


def counts_of(user, days, *, today):
    """Return by day of `days`, and by key of force, how many ratings stood in each state.

    The forces are those whose board `user` may open. It is one query, whatever the days.
    """
    ratings = rated(Assessment.objects.on_boards_of(user)).order_by()
    ratings, names = with_states(ratings, days, today=today)
    found = {day: defaultdict(Counter) for day in days}
    rows = ratings.values_list("force", *names).annotate(number=Count("pk"))
    for force, *states, number in rows:
        for day, state in zip(days, states, strict=True):
            if state:
                found[day][force][RAGS[state]] += number
    return found
