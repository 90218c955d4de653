"""The addresses of the board: for people who are signed in, and all but one are only read."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .views import board

DOCUMENTS, TABLES = ("pdf", "docx"), ("xlsx", "csv")


def for_boards(route, view, name, suffix=None):
    """Return a path that is only read, and of which no cache keeps a copy.

    Where it is of a file, `suffix` is told to the view, and to who asks for the address.
    """
    more = {"suffix": suffix} if suffix else {}
    return path(route, never_cache(require_safe(view)), more, name=name)


urlpatterns = [
    for_boards("", board.boards, "boards"),
    for_boards("over-time/", board.all_over_time, "all_over_time"),
    for_boards("over-time.svg", board.all_over_time_drawn, "all_over_time_drawn"),
    for_boards("reports/<slug:report>/", board.report_board, "report_board"),
    for_boards("<slug:force>/", board.board, "board"),
    *(for_boards(f"<slug:force>/pack.{one}", board.pack, "board_pack", one) for one in DOCUMENTS),
    *(for_boards(f"<slug:force>/table.{one}", board.table, "board_table", one) for one in TABLES),
    path(
        "<slug:force>/meetings/<int:pk>/freeze/",
        never_cache(require_http_methods(["GET", "HEAD", "POST"])(board.freeze_page)),
        name="freeze_board",
    ),
    for_boards("<slug:force>/minutes/<int:pk>/", board.minutes, "minutes"),
    *(
        for_boards(
            f"<slug:force>/minutes/<int:pk>/board.{one}", board.minutes_file, "minutes_file", one
        )
        for one in (*DOCUMENTS, *TABLES, "json")
    ),
]
