"""What is on the public register stays, whoever asks for its removal."""

import pytest
from django.db.models import ProtectedError

from recommendations.models import InspectionReport, Recommendation
from tests.factories import InspectionReportFactory, RecommendationFactory

pytestmark = pytest.mark.django_db


def test_neither_a_row_nor_a_queryset_removes_what_is_listed():
    finding = RecommendationFactory(report__is_listed=True)
    finding.report.is_listed = False  # Not saved: the database is what counts.
    RecommendationFactory(report__is_listed=False)
    for attempt in (
        finding.delete,
        finding.report.delete,
        Recommendation.objects.all().delete,
        InspectionReport.objects.all().delete,
    ):
        with pytest.raises(ProtectedError):
            attempt()
    assert Recommendation.objects.count() == InspectionReport.objects.count() == 2


def test_what_is_not_listed_is_removed_with_all_its_findings():
    finding = RecommendationFactory(report__is_listed=False)
    RecommendationFactory(report=finding.report)
    finding.delete()
    InspectionReport.objects.all().delete()
    InspectionReportFactory(is_listed=False).delete()
    assert not Recommendation.objects.exists()
    assert not InspectionReport.objects.exists()
