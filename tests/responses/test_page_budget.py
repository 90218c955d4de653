"""What the page of a response may cost, however much an office has written."""

import pytest
from django.contrib.contenttypes.models import ContentType

from forces.models import Role
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    ActionFactory,
    AnswerFactory,
    AssessmentFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
QUERIES, KILOBYTES = 25, 400


@pytest.mark.parametrize("query", ["", "?answer={finding.report.slug}/{finding.ref}"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_full_response_costs_no_more_queries_and_bytes_than_allowed(
    times, query, django_assert_max_num_queries
):
    response = ResponseFactory()
    for _ in range(16 * times):
        finding = RecommendationFactory(report=response.report)
        rating = AssessmentFactory(force=response.force, recommendation=finding)
        ActionFactory.create_batch(2, assessment=rating)
        AnswerFactory(response=response, findings=[finding])
    finding = RecommendationFactory(report=response.report)  # One that is not answered yet.
    for _ in range(12 * times):
        NarrativeSectionFactory(response=response, body="<p>Our villages are well.</p>" * 40)
    editor = signed_in(Role.EDITOR, force=response.force)
    ContentType.objects.get_for_model(Response)  # Asked for once in the life of a process.
    address = page(Response, "change", response.pk) + query.format(finding=finding)
    with django_assert_max_num_queries(QUERIES):
        shown = editor.get(address, headers={"accept-encoding": "gzip"})
    assert shown["Content-Encoding"] == "gzip"
    assert len(shown.content) <= KILOBYTES * 1000
