"""What a force said of one recommendation, from the first version of its response to the newest."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from forces.models import PoliceForce
from recommendations.kinds import FindingKind
from recommendations.models import Recommendation

from ...models import Publication
from ...presenters.finding_history import Version, course_in_words, steps_of
from ...presenters.standing import standings
from ...presenters.versions import version_url
from ...published import any_demonstration, read


def finding_history(request, force, report, ref):
    """The finding `ref` of `report` in the last response of `force` that answered it.

    Not found where no version of that held it.
    """
    listed = Recommendation.objects.filter(report__is_listed=True).select_related("report")
    finding = get_object_or_404(listed, report__slug=report, ref=ref)
    row = get_object_or_404(PoliceForce, slug=force)
    versions = _versions(row, finding)
    if not standings([version.record for version in versions], report, ref):
        raise Http404
    steps = steps_of(versions, report, ref)
    context = {
        "finding": finding,
        "report": finding.report,
        "force": row,
        "steps": steps[::-1],
        "course": course_in_words(steps),
        "newest": versions[-1],
        "is_rated": finding.kind != FindingKind.PRACTICE,
        "is_demonstration": any_demonstration([finding.report], [v.record for v in versions]),
    }
    return render(request, "public/finding_history.html", context)


def _versions(force, finding):
    """Return the Versions of the last response of `force` that answered the finding's report."""
    answering = Publication.objects.filter(force=force, reports__report=finding.report_id)
    last = answering.newest_first().values("response")[:1]
    rows = Publication.objects.filter(response__in=last, report__is_listed=True)
    rows = rows.select_related("force", "report", "withdrawal").order_by("number")
    return [
        Version(
            number=one.publication.number,
            url=version_url(one.publication),
            published_on=timezone.localdate(one.publication.published_at),
            record=one.record,
            withdrawal=getattr(one.publication, "withdrawal", None),
        )
        for one in read(rows)
    ]
