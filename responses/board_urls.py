"""The addresses of the board: for people who are signed in, and only read."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .views import board


def for_boards(route, view, name):
    """Return a path that is only read, and of which no cache keeps a copy."""
    return path(route, never_cache(require_safe(view)), name=name)


urlpatterns = [
    for_boards("", board.boards, "boards"),
    for_boards("over-time/", board.all_over_time, "all_over_time"),
    for_boards("over-time.svg", board.all_over_time_drawn, "all_over_time_drawn"),
    for_boards("reports/<slug:report>/", board.report_board, "report_board"),
    for_boards("<slug:force>/", board.board, "board"),
]
