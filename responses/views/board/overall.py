"""The boards' pages over all forces that a person may see."""

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from forces import policies
from recommendations.models import Assessment, InspectionReport, Recommendation
from recommendations.nesting import in_reading_order
from recommendations.rag import MEANINGS

from ...pictures import draw_heat_map
from ...presenters.board import overall as presenter
from .counts import counts_of, standing
from .period import DayForm, PeriodForm
from .ratings import rated


def boards(request):
    """Where each force stood on a day, whose board the person may open, and the reports."""
    today = timezone.localdate()
    form = PeriodForm(request.GET, today=today)
    if not form.is_valid():
        return render(request, "board/boards.html", {"form": form}, status=400)
    period, forces = form.period, list(_forces_of(request.user))
    now = counts_of(request.user, on=period.at, today=today)
    before = counts_of(request.user, on=period.since, today=today) if period.since else None
    context = {
        "form": form,
        "period": period,
        "overall": presenter.overall(forces, now, before, on=period.at, since=period.since),
        "reports": _reports_of(request.user),
        "meanings": MEANINGS.items(),
    }
    return render(request, "board/boards.html", context)


def report_board(request, report):
    """How each of the person's forces stood on each recommendation of a report on a day."""
    rated_report = _reports_of(request.user).filter(slug=report).first()
    if rated_report is None:
        raise Http404("No report of that address is rated by a force of this person.")
    form = DayForm(request.GET, today=timezone.localdate())
    context = {"report": rated_report, "form": form}
    if not form.is_valid():
        return render(request, "board/report.html", context, status=400)
    findings = Recommendation.objects.filter(report=rated_report)
    matrix = presenter.matrix(
        [one for one, _ in in_reading_order(list(findings))],
        list(_forces_of(request.user)),
        _states(request.user, rated_report, form),
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


def _states(user, report, form):
    """Return by key of force and of finding the state in which it stood, or None for none."""
    ratings = rated(Assessment.objects.on_boards_of(user)).filter(recommendation__report=report)
    rows = standing(ratings, on=form.period.at, today=form.today)
    rows = rows.values_list("force", "recommendation", "state")
    return {(force, finding): state for force, finding, state in rows}


def _forces_of(user):
    return policies.forces_of(user, policies.SEE_BOARD).order_by("name")


def _reports_of(user):
    """The reports of which a force whose board `user` may open rates something, newest first."""
    own = rated(Assessment.objects.on_boards_of(user)).filter(recommendation__report=OuterRef("pk"))
    return InspectionReport.objects.filter(Exists(own)).order_by("-published_on", "title", "pk")
