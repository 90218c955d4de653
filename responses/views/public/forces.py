"""All forces, and one force with its people, its responses and what is open."""

from django.db.models import Count, Prefetch, Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces import section_55
from forces.models import OfficeHolder, Oversight, PoliceForce
from recommendations.models import InspectionReport

from ...pictures import draw_over_time
from ...presenters import standing
from ...presenters.deadlines import last_day_words
from ...presenters.response_times import outcomes_in_words, response_times
from ...published import any_demonstration, current, moves, newest, read
from .course import course_of

# A force that has answered for years has more than a page can show.
MOST_RESPONSES = 20
MOST_OPEN = 50


def forces(request):
    """Every force of today by region, with its body and how many responses are here."""
    today = timezone.localdate()
    overseen = Oversight.objects.on(today).select_related("body")
    here = Q(publications__in=current())
    shown = Q(here, publications__report__is_demonstration=True)
    rows = (
        PoliceForce.objects.on(today)
        .annotate(
            responses_here=Count("publications", filter=here),
            demonstrations=Count("publications", filter=shown),
        )
        .prefetch_related(Prefetch("oversights", overseen, to_attr="overseen"))
        .order_by("region", "short_name")
    )
    context = {"forces": rows, "is_demonstration": any(row.demonstrations for row in rows)}
    return render(request, "public/forces.html", context)


def force(request, slug):
    """One force: its body and people today, its responses, what is open, gone or not here."""
    row = get_object_or_404(PoliceForce.objects.select_related("succeeded_by"), slug=slug)
    today = timezone.localdate()
    bodies = [
        oversight.body
        for oversight in Oversight.objects.on(today).filter(force=row).select_related("body")
    ]
    holders = list(OfficeHolder.objects.on(today).filter(Q(force=row) | Q(body__in=bodies)))
    moved = moves()
    here = read(newest().filter(force=row).newest_first(), moved)
    published = [one for one in here if not hasattr(one.publication, "withdrawal")]
    gone = [one for one in here if hasattr(one.publication, "withdrawal")]
    waiting = list(_unanswered(row, here, today))
    runs = section_55.runs_for(row, today)
    records = [one.record for one in published]
    course = course_of(row, here, moved, on=today)
    open_ones = standing.open_standings(records)
    context = {
        "force": row,
        "bodies": bodies,
        "holders": [holder for holder in holders if holder.body_id],
        "chief_officers": [holder for holder in holders if holder.force_id],
        "responses": [
            (p.publication, standing.response_row(p.record)) for p in published[:MOST_RESPONSES]
        ],
        "older": max(0, len(published) - MOST_RESPONSES),
        "times": response_times(records),
        "outcomes": outcomes_in_words(records),
        "withdrawn": [(p.publication, p.record, standing.address(p.record)) for p in gone],
        "course": course,
        "drawing": draw_over_time(course.chart) if course and course.chart else "",
        "open": standing.most_wanting(open_ones, most=MOST_OPEN),
        "open_number": len(open_ones),
        "open_counts": standing.counts_of_open(open_ones, row.slug),
        "waiting": [(report, last_day_words(report, applies=runs)) for report in waiting],
        "is_demonstration": any_demonstration(here, waiting),
    }
    return render(request, "public/force.html", context)


def _unanswered(force, published, today):
    """Return the listed reports that concern `force` and that nothing in `published` answered."""
    answered = {report.slug for one in published for report in one.record.reports}
    concerning = InspectionReport.objects.listed().concerning(force, on=today)
    return concerning.exclude(slug__in=answered)
