"""Keeps the passages of what readers may see, beside the publications."""

from recommendations.models import InspectionReport

from ..models import Passage
from ..published import moves, record_of
from .pieces import pieces_of


def index(response):
    """Keep the passages of the newest version of `response`, in place of those that are kept.

    A response whose newest version is withdrawn has none. Call it in the transaction of the
    change, while the response is held. Returns how many passages it kept.
    """
    Passage.objects.filter(publication__response=response).delete()
    newest = response.publications.select_related("withdrawal").order_by("-number").first()
    if newest is None or hasattr(newest, "withdrawal"):
        return 0
    return len(Passage.objects.bulk_create(passages_of(newest)))


def passages_of(publication):
    """Return the rows, not saved yet, with the passages of `publication`."""
    record = record_of(publication, moves())
    slugs = [report.slug for report in record.reports]
    reports = dict(InspectionReport.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    return [
        Passage(
            publication=publication,
            heading=piece.heading,
            text=piece.text,
            anchor=piece.anchor,
            report_id=reports.get(piece.report_slug),
            ref=piece.ref,
            rag=piece.rag,
            body_name=record.body.name,
            year=record.published_on.earliest.year if record.published_on.is_known else None,
            published_at=publication.published_at,
        )
        for piece in pieces_of(record)
    ]
