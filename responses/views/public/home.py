"""The front page."""

from django.shortcuts import render
from django.utils import timezone

from forces import section_55
from forces.models import PoliceForce
from recommendations.models import InspectionReport

from ...presenters import standing
from ...published import any_demonstration, current, read
from .search import is_asked, search

LATEST = 10


def home(request):
    """What this is, the latest responses and reports, and every force; or what is searched for."""
    if is_asked(request):
        return search(request)
    today = timezone.localdate()
    under = section_55.forces_under(today)
    latest = read(current().newest_first()[:LATEST])
    reports = list(InspectionReport.objects.listed()[:LATEST])
    context = {
        "responses": [(p.publication, standing.response_row(p.record)) for p in latest],
        "reports": reports,
        "forces": under,
        "others": PoliceForce.objects.on(today).exclude(pk__in=under.values("pk")),
        "is_demonstration": any_demonstration(latest, reports),
    }
    return render(request, "public/home.html", context)
