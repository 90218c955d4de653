"""All reports, one report with its matrix, and one recommendation across all forces."""

from django.db.models import Count, Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from recommendations.kinds import FindingKind
from recommendations.models import Addressing, InspectionReport, Recommendation
from recommendations.nesting import in_reading_order
from recommendations.rag import MEANINGS

from ...pictures import draw_heat_map
from ...presenters import standing
from ...presenters.comparison import FIELD, compare
from ...presenters.deadlines import last_day_words
from ...published import any_demonstration, current, newest, read
from ...publishing.layouts.findings import short_label
from ...publishing.record import Addressed

COMPARED = (FIELD,)


def reports(request):
    """Every listed report, with how many forces have a response here."""
    here = Q(published_answers__publication__in=current())
    answering = Count("published_answers__publication__force", filter=here, distinct=True)
    rows = list(InspectionReport.objects.listed().annotate(forces_here=answering))
    context = {
        "reports": [(row, last_day_words(row)) for row in rows],
        "is_demonstration": any_demonstration(rows),
    }
    return render(request, "public/reports.html", context)


def report(request, slug):
    """One report: its recommendations, and how every force answers them."""
    row = get_object_or_404(InspectionReport.objects.listed(), slug=slug)
    named = Addressing.objects.select_related("addressee", "force")
    findings = in_reading_order(row.findings.prefetch_related(Prefetch("addressings", named)))
    columns = [_column(row, one) for one, _ in findings if one.kind != FindingKind.PRACTICE]
    shown, gone = _shown_and_gone(row)
    records = [one.record for one in shown]
    matrix = [standing.matrix_row(record, row.slug, columns) for record in records]
    chart = standing.matrix_drawn(columns, matrix)
    concerned = row.concerned_forces(on=timezone.localdate())
    here = {one.record.force.slug for one in (*shown, *gone)}
    context = {
        "report": row,
        "last_day": last_day_words(row),
        "findings": list(_wordings(findings)),
        "columns": columns,
        "matrix": matrix,
        "chart": chart,
        "drawing": draw_heat_map(chart) if chart else "",
        "withdrawn": [(p.publication, p.record, standing.address(p.record)) for p in gone],
        "elsewhere": [force for force in concerned if force.slug not in here],
        "meanings": MEANINGS.items(),
        "is_demonstration": any_demonstration([row], records, gone),
    }
    return render(request, "public/report.html", context)


def finding(request, slug, ref):
    """One finding of a report, how each force answers it, and those asked for side by side."""
    siblings = Recommendation.objects.filter(report__slug=slug, report__is_listed=True)
    findings = [one for one, _ in in_reading_order(siblings.select_related("report"))]
    place = next((i for i, one in enumerate(findings) if one.ref == ref), None)
    if place is None:
        raise Http404
    one = findings[place]
    shown, gone = _shown_and_gone(one.report)
    records = [published.record for published in shown]
    rows = standing.standings(records, slug, ref)
    compared = compare(request.GET.getlist(FIELD), rows)
    context = {
        "report": one.report,
        "finding": one,
        "parent": next((other for other in findings if other.pk == one.parent_id), None),
        "children": [other for other in findings if other.parent_id == one.pk],
        "before": findings[place - 1] if place else None,
        "after": next(iter(findings[place + 1 :]), None),
        "addressed": _addressed(one.addressings.select_related("addressee", "force")),
        "is_rated": one.kind != FindingKind.PRACTICE,
        "rows": rows,
        "comparison": compared,
        "was_answered": bool(gone),
        "counts": standing.counts_in_words(row.rag for row in rows),
        "is_demonstration": any_demonstration([one.report], records),
    }
    status = 400 if compared.error else 200
    return render(request, "public/finding.html", context, status=status)


def _wordings(findings):
    """Yield each finding with its depth, the finding that it is part of, and its addressees."""
    by_key = {one.pk: one for one, _ in findings}
    for one, depth in findings:
        yield one, depth, by_key.get(one.parent_id), _addressed(one.addressings.all())


def _addressed(addressings):
    return [
        Addressed(one.addressee.name, one.force.name if one.force else "", one.is_inferred)
        for one in addressings
    ]


def _column(report, finding):
    label = short_label(finding.kind, finding.label, finding.ref)
    url = reverse("finding", args=[report.slug, finding.ref])
    return standing.Column(finding.ref, label, finding.name, finding.subject, url)


def _shown_and_gone(report):
    """Return what answers `report`, and what did and was withdrawn, by the name of the force."""
    found = read(newest().answering(report))
    found.sort(key=lambda one: one.record.force.short_name)
    shown = [one for one in found if not hasattr(one.publication, "withdrawal")]
    return shown, [one for one in found if hasattr(one.publication, "withdrawal")]
