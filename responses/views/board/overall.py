"""The boards' pages over all forces that a person may see."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from forces import policies
from recommendations.models import Assessment, Recommendation
from recommendations.nesting import in_reading_order
from recommendations.rag import MEANINGS

from ...boards.ratings import rated
from ...pictures import days_before, draw_heat_map, draw_over_time
from ...presenters.board import overall as presenter
from .counts import counts_of, with_states
from .over_time import FEW_FORCES, months_of
from .period import DayForm, PeriodForm
from .reports import page_number, reports_of, reports_page


def boards(request):
    """Where each force stood on a day, whose board the person may open, and the reports."""
    today = timezone.localdate()
    form = PeriodForm(request.GET, today=today)
    if not form.is_valid():
        return render(request, "board/boards.html", {"form": form}, status=400)
    period, forces = form.period, list(_forces_of(request.user))
    page = page_number(request.GET.get("page", ""))
    reports = reports_page(request.user, forces, page=page, on=period.at, today=today)
    context = {"form": form, "period": period, "reports": reports, "meanings": MEANINGS.items()}
    context |= _counts(request.user, forces, period, today)
    return render(request, "board/boards.html", context)


def _counts(user, forces, period, today):
    """Return what is counted of all `forces` on the days of `period`, and over time.

    A force alone has its course on its own board; that of many is counted when it is asked for.
    """
    is_drawn = 1 < len(forces) <= FEW_FORCES
    months = days_before(period.at) if is_drawn else []
    days = {period.at, *([period.since] if period.since else []), *months}
    found = counts_of(user, sorted(days), today=today)
    now, before = found[period.at], found[period.since] if period.since else None
    chart = months_of(found, months) if is_drawn else None
    return {
        "overall": presenter.overall(forces, now, before, on=period.at, since=period.since),
        "chart": chart,
        "drawing": draw_over_time(chart) if chart else "",
        "is_drawn_elsewhere": len(forces) > FEW_FORCES,
    }


def report_board(request, report):
    """How each of the person's forces stood on each recommendation of a report on a day."""
    ratings = rated(Assessment.objects.on_boards_of(request.user))
    rated_report = reports_of(ratings).filter(slug=report).first()
    if rated_report is None:
        raise Http404("No report of that address is rated by a force of this person.")
    form = DayForm(request.GET, today=timezone.localdate())
    context = {
        "report": rated_report,
        "form": form,
        "is_demonstration": rated_report.is_demonstration,
    }
    if not form.is_valid():
        return render(request, "board/report.html", context, status=400)
    findings = Recommendation.objects.filter(report=rated_report)
    matrix = presenter.matrix(
        [one for one, _ in in_reading_order(list(findings))],
        list(_forces_of(request.user)),
        _states(ratings.filter(recommendation__report=rated_report), form),
        query=_query(request, report),
    )
    chart = matrix.heat_map
    context |= {
        "period": form.period,
        "meanings": MEANINGS.items(),
        "matrix": matrix,
        "chart": chart,
        "drawing": draw_heat_map(chart) if chart else "",
    }
    return render(request, "board/report.html", context)


def _query(request, report):
    """Return what is asked of this page, and for `report` alone, as an address has it."""
    asked = request.GET.copy()
    asked["report"] = report
    return asked.urlencode()


def _states(ratings, form):
    """Return by key of force and of finding the state in which it stood."""
    ratings, (state,) = with_states(ratings, [form.period.at], today=form.today)
    rows = ratings.values_list("force", "recommendation", state)
    return {(force, finding): state for force, finding, state in rows if state}


def _forces_of(user):
    return policies.forces_of(user, policies.SEE_BOARD).order_by("name")
