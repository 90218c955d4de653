"""What the page of a response may cost, however much an office has written."""

import pytest
from django.contrib.contenttypes.models import ContentType

from forces.models import Role
from forces.recipients import Recipient
from responses.models import Response
from responses.services import open_next_draft, record_dispatch, withdraw
from tests.admin_client import page, signed_in
from tests.factories import (
    ActionFactory,
    AnswerFactory,
    AssessmentFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import NOW, put_through

pytestmark = pytest.mark.django_db
QUERIES, KILOBYTES = 25, 400


def rate_and_answer(response, times):
    for _ in range(times):
        finding = RecommendationFactory(report=response.report)
        rating = AssessmentFactory(force=response.force, recommendation=finding)
        ActionFactory.create_batch(2, assessment=rating)
        AnswerFactory(response=response, findings=[finding])


@pytest.mark.parametrize("query", ["", "?answer={finding.report.slug}/{finding.ref}"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_full_response_costs_no_more_queries_and_bytes_than_allowed(
    times, query, django_assert_max_num_queries
):
    response = ResponseFactory()
    rate_and_answer(response, 16 * times)
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


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_the_next_draft_of_what_was_published_costs_no_more(
    is_withdrawn, django_assert_max_num_queries
):
    response = ResponseFactory(follows=ResponseFactory())
    rate_and_answer(response, 16)
    response.further_reports.add(RecommendationFactory().report)
    publication = put_through(response)
    day = NOW.date()
    for recipient in Recipient:
        record_dispatch(publication=publication, by=None, now=NOW, recipient=recipient, sent_on=day)
    if is_withdrawn:
        withdraw(publication=publication, by=None, now=NOW, reason="It named somebody.")
    draft = open_next_draft(response=response, by=None, now=NOW)
    editor = signed_in(Role.EDITOR, force=response.force)
    ContentType.objects.get_for_model(Response)
    with django_assert_max_num_queries(QUERIES):
        editor.get(page(Response, "change", draft.pk))
