"""RAG over time of all forces that a person may see: a page, and its drawing as a picture."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from forces import policies

from ...pictures import days_before, draw_over_time, draw_words, over_time
from .counts import counts_of
from .period import DayForm

# Where each rating stood is looked up for each month. Over more forces that takes longer than the
# page of all forces may, which then shows the drawing as a picture: it comes when it is there.
FEW_FORCES = 5
NONE = "There are no two months of ratings yet until this day."
TITLE = "How many ratings of all these forces stood in each state at the end of each month"


def months_of(counts, days):
    """Return the OverTime of `days` from what counts_of has of them, all forces together."""
    return over_time(days, (sum(counts[day].values(), Counter()) for day in days), title=TITLE)


def all_over_time(request):
    """How all of the person's forces stood at the end of each month: drawn, told and counted."""
    form, chart = _asked(request)
    context = {
        "form": form,
        "chart": chart,
        "drawing": draw_over_time(chart) if chart else "",
        "none": NONE,
    }
    if form.is_valid():
        context["period"] = form.period
    return render(request, "board/over_time.html", context, status=200 if form.is_valid() else 400)


def all_over_time_drawn(request):
    """The drawing alone, as a picture in a page; it says so where there is nothing to draw."""
    form, chart = _asked(request)
    drawing = draw_over_time(chart, is_alone=True) if chart else draw_words(NONE)
    status = 200 if form.is_valid() else 400
    return HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8", status=status)


def _asked(request):
    """Return the form of the day that is asked for, and the OverTime until then, or None."""
    form = DayForm(request.GET, today=timezone.localdate())
    if not form.is_valid() or not policies.forces_of(request.user, policies.SEE_BOARD).exists():
        return form, None
    days = days_before(form.period.at)
    return form, months_of(counts_of(request.user, days, today=form.today), days)
