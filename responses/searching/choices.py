"""What there is to choose from in a search: whose publications of which reports."""

from dataclasses import dataclass

from recommendations.models import InspectionReport
from recommendations.rag import Rag

from ..models import Passage
from ..pages import remembered


@dataclass(frozen=True)
class Choices:
    """The pairs of value and label for each box of the form."""

    force: list
    report: list
    rag: list
    body: list
    year: list


def choices():
    """Return the Choices of the register as it is now, remembered while nothing changes."""
    return remembered.value("choices of the search", _choices)


def _choices():
    listed = Passage.objects.filter(publication__report__is_listed=True).order_by()
    names = ("publication__force__slug", "publication__force__short_name", "body_name", "year")
    rows = set(listed.values_list(*names).distinct())
    answered = listed.values("publication__reports__report")
    reports = InspectionReport.objects.filter(pk__in=answered)
    return Choices(
        force=sorted({(slug, name) for slug, name, _, _ in rows}, key=lambda pair: pair[1]),
        report=[(one.slug, one.short_title) for one in reports],
        rag=Rag.choices,
        body=sorted({(body, body) for _, _, body, _ in rows}),
        year=[(str(year), str(year)) for year in sorted({row[3] for row in rows if row[3]})[::-1]],
    )
