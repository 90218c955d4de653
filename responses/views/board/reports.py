"""The reports that a person's forces rate, a page at a time, and how many stood open in each."""

from django.db.models import Count, Exists, OuterRef

from recommendations.models import Assessment, InspectionReport

from ...boards import end_of
from ...boards.ratings import NEWEST_REPORT_FIRST, rated
from ...presenters.board.reports import Report, reports_by_forces
from .counts import with_states

REPORTS_A_PAGE = 10
FIELDS = ("pk", "slug", "short_title", "published_on")


def reports_of(ratings):
    """The reports of which `ratings` rate something, newest first."""
    own = ratings.filter(recommendation__report=OuterRef("pk"))
    return InspectionReport.objects.filter(Exists(own)).order_by("-published_on", "title", "pk")


def reports_page(user, forces, *, page, on, today):
    """Return the page of that number, the first is 1, of the reports by `forces` on a day.

    It is one query: one report more than is shown is read, which says whether a page follows.
    """
    ratings = rated(Assessment.objects.on_boards_of(user))
    there = ratings if on == today else ratings.there(on=on, before=end_of(on))
    start = (page - 1) * REPORTS_A_PAGE
    shown = reports_of(there)[start : start + REPORTS_A_PAGE + 1]
    ratings = ratings.filter(recommendation__report__in=shown).order_by(*NEWEST_REPORT_FIRST)
    ratings, (state,) = with_states(ratings, [on], today=today)
    fields = [f"recommendation__report__{name}" for name in FIELDS]
    rows = ratings.values_list(*fields, "force", state).annotate(number=Count("pk"))
    told = [(Report(*row[: len(FIELDS)]), *row[len(FIELDS) :]) for row in rows]
    return reports_by_forces(told, forces, page=page, most=REPORTS_A_PAGE)


def page_number(asked):
    """Return the number of a page that an address asks for; 1 where that is none."""
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 6 else 1
