import datetime

import pytest
from django.utils import timezone

from responses.publishing.record import Record, sha256
from responses.services import publish
from tests.factories import AnswerFactory, AssessmentFactory, RecommendationFactory, ResponseFactory

pytestmark = pytest.mark.django_db


def test_what_is_published_can_be_read_back_and_hashes_to_its_hash():
    response = ResponseFactory()
    finding = RecommendationFactory(report=response.report)
    AnswerFactory(response=response, findings=[finding])
    AssessmentFactory(
        force=response.force, recommendation=finding, reviewed_on=datetime.date(2026, 5, 1)
    )
    publication = publish(response=response, by=None, now=timezone.now())
    record = Record.from_json(publication.payload)
    assert record.to_json() == publication.payload
    assert sha256(publication.payload) == publication.sha256
    assert record.answers_to(record.findings[0])
    assert publication.number == 1
