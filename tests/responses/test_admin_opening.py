"""Which reports the page that opens a response offers: those still to be answered."""

import pytest

from forces.models import Role
from responses.admin.forms import NONE_LEFT
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, PoliceForceFactory, ResponseFactory
from tests.responses.publishing import publish_response, put_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def force():
    return PoliceForceFactory()


def opening(force):
    return signed_in(Role.EDITOR, force=force).get(page(Response, "add"))


def offered(answer):
    field = answer.context["adminform"].form.fields["report"]
    return {key for key, _ in field.choices if key}


def test_a_report_that_is_answered_is_not_offered_again(force):
    response = ResponseFactory(force=force)
    further = InspectionReportFactory()
    response.further_reports.add(further)
    published = publish_response(force=force)
    by_another = ResponseFactory(force=PoliceForceFactory()).report_id
    left = InspectionReportFactory()
    assert offered(opening(force)) == {left.pk, by_another}
    assert published.report_id not in offered(opening(force))


def test_what_a_publication_answers_counts_though_the_next_draft_does_not(force):
    further = InspectionReportFactory()
    response = ResponseFactory(force=force)
    response.further_reports.add(further)
    put_through(response).response.further_reports.clear()
    assert offered(opening(force)) == set()


def test_who_writes_for_two_forces_is_offered_what_one_of_them_has_not_answered(force):
    report = ResponseFactory(force=force).report
    other = PoliceForceFactory()
    client = signed_in(Role.EDITOR, force=force)
    client.user.memberships.create(force=other, role=Role.EDITOR)
    assert offered(client.get(page(Response, "add"))) == {report.pk}
    ResponseFactory(force=other, report=report)
    assert offered(client.get(page(Response, "add"))) == set()


def test_where_nothing_is_left_the_field_says_so(force):
    ResponseFactory(force=force)
    assert NONE_LEFT in opening(force).content.decode()


def test_it_asks_as_often_however_many_there_are(force, django_assert_max_num_queries):
    for _ in range(6):
        ResponseFactory(force=force)
        InspectionReportFactory()
    client = signed_in(Role.EDITOR, force=force)
    with django_assert_max_num_queries(14):
        client.get(page(Response, "add"))
