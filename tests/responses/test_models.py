import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import RestrictedError

from responses.kinds import Position
from responses.models import Answer, NarrativeSection, PrintedWording, Response
from tests.factories import (
    AnswerFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)

pytestmark = pytest.mark.django_db


def errors_of(row):
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    return raised.value.message_dict


def test_a_force_answers_a_report_once():
    response = ResponseFactory()
    again = Response(force=response.force, report=response.report, body=response.body)
    assert "already has a response" in str(errors_of(again))
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_one_response_may_answer_further_reports_and_refer_to_an_earlier_one():
    earlier = ResponseFactory()
    response = ResponseFactory(force=earlier.force, follows=earlier)
    response.further_reports.add(InspectionReportFactory())
    response.full_clean()


def test_an_earlier_response_is_another_one_of_the_same_force():
    response = ResponseFactory(follows=ResponseFactory())
    assert "same force" in errors_of(response)["follows"][0]
    response.follows = response
    assert "itself" in errors_of(response)["follows"][0]


def test_a_joint_response_has_several_signatories_in_order():
    response = ResponseFactory()
    second = SignatoryFactory(response=response, order=2)
    first = SignatoryFactory(response=response, order=1)
    assert list(response.signatories.all()) == [first, second]


def test_an_answer_that_says_nothing_is_refused_at_the_field_and_by_the_database():
    answer = Answer(response=ResponseFactory(), action="<p> </p>")
    assert "Say what was or will be done" in errors_of(answer)["action"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        answer.save()


@pytest.mark.parametrize(
    "values",
    [
        {"action": "<p>Done.</p>", "position": Position.ACCEPTED},
        {"action": "", "why_none": "<p>Not ours.</p>", "position": Position.NOT_FOR_THIS_FORCE},
        {"action": "<p>Half.</p>", "why_none": "<p>Half not.</p>", "position": Position.PARTLY},
        {"action": "", "why_none": "<p>We disagree.</p>", "position": Position.NOT_ACCEPTED},
    ],
)
def test_every_position_with_its_explanation_is_kept(values):
    answer = AnswerFactory(**values)
    answer.full_clean()
    assert answer.position == values["position"]


def test_an_answer_may_point_to_a_section_and_cover_several_findings():
    section = NarrativeSectionFactory()
    report = section.response.report
    findings = [RecommendationFactory(report=report) for _ in range(3)]
    answer = AnswerFactory(
        response=section.response, action="", explained_in=section, findings=findings
    )
    answer.full_clean()
    assert answer.findings.count() == 3


def test_an_answer_points_to_a_section_of_its_own_response():
    answer = AnswerFactory(explained_in=NarrativeSectionFactory())
    assert "this response" in errors_of(answer)["explained_in"][0]


def test_a_section_that_an_answer_points_to_is_not_deleted_alone():
    section = NarrativeSectionFactory()
    AnswerFactory(response=section.response, action="", explained_in=section)
    with pytest.raises(RestrictedError):
        section.delete()
    section.response.delete()


def test_a_finding_has_one_printed_wording_in_a_response():
    response, finding = ResponseFactory(), RecommendationFactory()
    PrintedWording.objects.create(response=response, finding=finding, text="<p>As printed.</p>")
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintedWording.objects.create(response=response, finding=finding, text="<p>Again.</p>")


DIRTY = "<p onclick='x()'>Words<script>bad()</script></p>"


def written_by_bulk_create(section, body):
    row = NarrativeSection(response=section.response, body=body)
    return NarrativeSection.objects.bulk_create([row])[0].pk


def written_by_bulk_update(section, body):
    section.body = body
    NarrativeSection.objects.bulk_update([section], ["body"])
    return section.pk


def written_by_update(section, body):
    NarrativeSection.objects.filter(pk=section.pk).update(body=body)
    return section.pk


def written_by_save(section, body):
    section.body = body
    section.save(update_fields=["body"])
    assert section.body == "<p>Words</p>"
    return section.pk


@pytest.mark.parametrize(
    "write",
    [written_by_save, written_by_update, written_by_bulk_create, written_by_bulk_update],
)
def test_rich_text_is_cleaned_however_it_is_written(write):
    pk = write(NarrativeSectionFactory(), DIRTY)
    assert NarrativeSection.objects.get(pk=pk).body == "<p>Words</p>"
