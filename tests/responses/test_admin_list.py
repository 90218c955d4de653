"""The list of responses: its columns, its quick filters, and what 500 of them cost."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import PartialDate
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    InspectionReportFactory,
    LocalPolicingBodyFactory,
    PoliceForceFactory,
    ResponseFactory,
)
from tests.responses.publishing import publish_response, words

pytestmark = pytest.mark.django_db
LIST = page(Response, "changelist")


@pytest.fixture
def force():
    return PoliceForceFactory(short_name="Felpersham")


def report(days):
    """Return a report that was published so many `days` ago."""
    day = timezone.localdate() - datetime.timedelta(days=days)
    return InspectionReportFactory(published_on=PartialDate.of(day))


def test_each_says_its_state_its_day_and_whose_turn_it_is(force):
    ResponseFactory(force=force, report=report(60))
    shown = words(signed_in(Role.EDITOR, force=force).get(LIST))
    for said in ("Version 1: draft", "Your turn", "Day 61 of 56, 5 days late"):
        assert said in shown
    assert "An editor" in words(signed_in(Role.APPROVER, force=force).get(LIST))


def test_the_quick_filters_show_what_they_say_of_ones_own_forces(force):
    late, soon, later = (ResponseFactory(force=force, report=report(d)) for d in (60, 50, 5))
    done = publish_response(force=force).response
    with_approver = ResponseFactory(force=force, report=report(5), status="submitted")
    ResponseFactory(report=report(60))
    client = signed_in(Role.EDITOR, force=force)
    expected = {
        "overdue": {late},
        "soon": {soon},
        "mine": {late, soon, later},
        "open": {late, soon, later, with_approver},
        "nonsense": {late, soon, later, with_approver, done},
    }
    for show, rows in expected.items():
        assert set(client.get(LIST, {"show": show}).context["cl"].result_list) == rows, show
    assert 'aria-current="true">Overdue' in client.get(LIST, {"show": "overdue"}).content.decode()


def test_the_filter_by_report_knows_a_further_report_too(force):
    further = InspectionReportFactory(short_title="Answered with another")
    one = ResponseFactory(force=force, report=report(5))
    one.further_reports.add(further)
    ResponseFactory(force=force, report=report(9))
    client = signed_in(Role.EDITOR, force=force)
    assert "Answered with another" in words(client.get(LIST))
    listed = client.get(LIST, {"report": further.pk}).context["cl"].result_list
    assert list(listed) == [one]


@pytest.mark.parametrize("show", ["", "open", "overdue", "soon", "mine"])
def test_five_hundred_responses_cost_at_most_twelve_queries(
    force, show, django_assert_max_num_queries
):
    body = LocalPolicingBodyFactory()
    forces = [force, *(PoliceForceFactory() for _ in range(49))]
    for days in range(46, 66, 2):
        one = report(days)
        Response.objects.bulk_create(
            Response(force=place, body=body, report=one) for place in forces
        )
    client = signed_in(Role.EDITOR, force=force)
    for place in forces[1:]:
        client.user.memberships.create(force=place, role=Role.EDITOR)
    with django_assert_max_num_queries(12):
        answer = client.get(LIST, {"show": show} if show else {})
    assert answer.context["cl"].full_result_count == 500
    assert len(answer.context["cl"].result_list) == 50
