import datetime

import pytest

from recommendations.deadlines import Outcome
from recommendations.partial_dates import parse
from responses.models import Response
from responses.publishing.build import build_record, build_records
from tests.factories import (
    AddressingFactory,
    AnswerFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


def test_office_holders_are_those_of_the_response_s_day():
    response = ResponseFactory(published_on=parse("1 May 2024"))
    common = {"body": response.body}
    OfficeHolderFactory(name="Before", ended_on=datetime.date(2024, 5, 8), **common)
    OfficeHolderFactory(name="After", began_on=datetime.date(2024, 5, 9), **common)
    OfficeHolderFactory(
        name="Acting", title="Chief Constable", capacity="acting", body=None, force=response.force
    )
    record = build_record(response, on=TODAY)
    assert record.commissioner.name == "Before"
    assert record.chief_officer.title == "Acting Chief Constable"
    response.published_on = parse("")
    assert build_record(response, on=TODAY).commissioner.name == "After"


def test_a_holder_whose_first_day_is_known_comes_before_one_whose_is_not():
    response = ResponseFactory()
    OfficeHolderFactory(name="Since when", body=response.body)
    OfficeHolderFactory(name="Known", body=response.body, began_on=datetime.date(2020, 1, 1))
    assert build_record(response, on=TODAY).commissioner.name == "Known"


def test_a_force_that_the_report_names_and_an_earlier_response_are_copied():
    earlier = ResponseFactory(report__title="An earlier inspection")
    response = ResponseFactory(force=earlier.force, follows=earlier)
    addressing = AddressingFactory(
        recommendation__report=response.report, force=response.force, addressee__name="Chiefs"
    )
    record = build_record(response, on=TODAY)
    assert record.findings[0].addressed_to[0].force == addressing.force.name
    assert record.follows.report_title == "An earlier inspection"


def test_an_office_without_a_known_holder_stays_unknown():
    OfficeHolderFactory(name="Somebody else's")
    record = build_record(ResponseFactory(), on=TODAY)
    assert record.commissioner is None
    assert record.chief_officer is None


def test_only_this_force_s_ratings_are_copied():
    response = ResponseFactory()
    finding = RecommendationFactory(report=response.report)
    AssessmentFactory(recommendation=finding, rag="red", reason="Another force's secret.")
    AssessmentFactory(recommendation=finding, force=response.force, rag="amber")
    record = build_record(response, on=TODAY)
    assert record.findings[0].rating.rag == "amber"
    assert "secret" not in record.to_json()


def test_parts_come_in_their_order_and_answers_point_to_their_sections():
    response = ResponseFactory()
    last = NarrativeSectionFactory(response=response, heading="Same", order=2)
    NarrativeSectionFactory(response=response, heading="Same", order=1)
    finding = RecommendationFactory(report=response.report)
    AnswerFactory(response=response, action="", explained_in=last, findings=[finding])
    record = build_record(response, on=TODAY)
    assert [section.anchor for section in record.sections] == ["same", "same-2"]
    answer = record.answers_to(record.findings[0])[0]
    assert (answer.section_anchor, answer.section_heading) == ("same-2", "Same")


def test_nested_findings_know_their_depth_and_open_ones_are_counted():
    response = ResponseFactory()
    cause = RecommendationFactory(
        report=response.report, kind="cause_of_concern", ref="coc-1", order=1
    )
    nested = RecommendationFactory(report=response.report, parent=cause, order=2)
    record = build_record(response, on=TODAY)
    assert [finding.depth for finding in record.findings] == [0, 1]
    assert [finding.ref for finding in record.open_findings] == [nested.ref]


def test_findings_of_a_further_report_follow_those_of_the_lead():
    further = InspectionReportFactory()
    RecommendationFactory(report=further, order=0, label="1")
    response = ResponseFactory()
    RecommendationFactory(report=response.report, order=5, label="1")
    response.further_reports.add(further)
    record = build_record(response, on=TODAY)
    assert [finding.report_slug for finding in record.findings] == [
        response.report.slug,
        further.slug,
    ]


def test_the_deadline_is_judged_by_the_report_s_rule_and_the_body_s_kind():
    response = ResponseFactory(published_on=parse("May 2026"))
    deadline = build_record(response, on=TODAY).deadline
    assert (deadline.outcome, deadline.first_possible, deadline.last_possible) == (
        Outcome.IN_TIME,
        17,
        47,
    )
    assert deadline.last_day == parse("9 June 2026")
    response.body.kind = "other_authority"
    assert build_record(response, on=TODAY).deadline.outcome == Outcome.NOT_JUDGED


def with_parts():
    """Return a response with one of each part, its ratings, people and further report."""
    response = ResponseFactory()
    response.further_reports.add(RecommendationFactory().report)
    finding = RecommendationFactory(report=response.report)
    AddressingFactory(recommendation=finding)
    AssessmentFactory(force=response.force, recommendation=finding)
    section = NarrativeSectionFactory(response=response)
    AnswerFactory(response=response, explained_in=section, findings=[finding])
    LabelledFieldFactory(response=response)
    SignatoryFactory(response=response)
    ChiefOfficerCommentsFactory(response=response, state="submitted", settled_on=TODAY)
    OfficeHolderFactory(body=response.body)
    OfficeHolderFactory(body=None, force=response.force)
    return response


def test_several_are_built_as_each_is_alone_and_with_as_many_queries(django_assert_num_queries):
    responses = [with_parts() for _ in range(3)]
    # Two offices that answer the same report, and one that answers for two forces.
    responses.append(ResponseFactory(report=responses[0].report, body=responses[1].body))
    rows = Response.objects.select_related("report", "force", "body", "follows")
    alone = {one.pk: build_record(one, on=TODAY) for one in rows}
    for read in (list(rows.all()), list(rows.all())[-1:]):
        with django_assert_num_queries(14):
            built = build_records(read, on=TODAY)
        assert built == {one.pk: alone[one.pk] for one in read}
    assert len({one.to_json() for one in alone.values()}) == 4


@pytest.mark.parametrize("rows", [1, 3])
def test_building_costs_the_same_number_of_queries_however_long_the_response(
    rows, django_assert_num_queries
):
    response = ResponseFactory()
    for _ in range(rows):
        finding = RecommendationFactory(report=response.report)
        AddressingFactory(recommendation=finding)
        AssessmentFactory(force=response.force, recommendation=finding)
        section = NarrativeSectionFactory(response=response)
        AnswerFactory(response=response, explained_in=section, findings=[finding])
        LabelledFieldFactory(response=response)
        SignatoryFactory(response=response)
    with django_assert_num_queries(14):
        build_record(response, on=TODAY)
