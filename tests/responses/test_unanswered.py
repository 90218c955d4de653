"""The reports that some force has still to answer, for those who keep the register."""

import datetime

import pytest

from recommendations.deadlines import Rule
from responses.unanswered import unanswered_reports
from tests.factories import InspectionReportFactory, OversightFactory, ResponseFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def forces():
    return [OversightFactory().force for _ in range(2)]


def found():
    return [(one.report, one.concerned, set(one.forces)) for one in unanswered_reports(on=TODAY)]


def test_it_names_the_forces_without_a_response_until_there_is_none(forces):
    report = InspectionReportFactory()
    assert found() == [(report, 2, set(forces))]
    ResponseFactory(report=report, force=forces[0])
    assert found() == [(report, 2, {forces[1]})]
    other = ResponseFactory(report=report, force=forces[1])
    assert found() == []
    other.delete()
    ResponseFactory(force=forces[1], report__is_listed=False).further_reports.add(report)
    assert found() == []


def test_only_listed_reports_that_ask_for_an_answer_are_among_them(forces):
    InspectionReportFactory(is_listed=False)
    InspectionReportFactory(deadline_override=Rule.NONE, deadline_reason="It asks nothing.")
    InspectionReportFactory(kind="state_of_policing")
    named = InspectionReportFactory(scope="named_forces")
    named.forces.add(forces[0])
    assert found() == [(named, 1, {forces[0]})]


def test_three_reports_cost_the_queries_of_one(forces, django_assert_num_queries):
    for number in (1, 3):
        while len(found()) < number:
            InspectionReportFactory()
        with django_assert_num_queries(6):
            unanswered_reports(on=TODAY)
