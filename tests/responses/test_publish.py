import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from forces.append_only import AppendOnlyError
from forces.models import Role
from recommendations.models import Assessment
from recommendations.partial_dates import PartialDate, parse
from recommendations.services import record_rating
from responses.models import Publication, PublishedReport
from responses.publishing import chain
from responses.publishing.canonical import sha256
from responses.publishing.record import Record
from responses.services import (
    approve,
    draft_hash,
    open_next_draft,
    open_response,
    publish,
    submit,
)
from responses.workflow import MoveRefusedError, Status
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.responses.publishing import make_approved, put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)


def test_opening_a_response_names_the_body_of_the_day_and_gives_each_finding_a_rating():
    oversight = OversightFactory()
    finding = RecommendationFactory()
    response = open_response(force=oversight.force, report=finding.report, by=None, now=NOW)
    assert response.body == oversight.body
    assert response.status == Status.DRAFT
    assert Assessment.objects.get().recommendation == finding


def test_no_response_opens_where_no_body_oversees_the_force_or_one_is_there():
    report = InspectionReportFactory()
    ended = OversightFactory(ended_on=datetime.date(2026, 5, 31))
    for force in (PoliceForceFactory(), ended.force):
        with pytest.raises(ValidationError, match="No local policing body"):
            open_response(force=force, report=report, by=None, now=NOW)
    oversight = OversightFactory()
    open_response(force=oversight.force, report=report, by=None, now=NOW)
    with pytest.raises(ValidationError, match="already has a response"):
        open_response(force=oversight.force, report=report, by=None, now=NOW)


def test_what_is_published_can_be_read_back_and_hashes_to_its_hash():
    response = ResponseFactory()
    user = MembershipFactory(role=Role.APPROVER, force=response.force).user
    finding = RecommendationFactory(report=response.report)
    AnswerFactory(response=response, findings=[finding])
    AssessmentFactory(force=response.force, recommendation=finding, rag="green")
    publication = publish(response=make_approved(response, now=NOW), by=user, now=NOW)
    record = Record.from_json(publication.payload)
    assert record.to_json() == publication.payload
    assert sha256(publication.payload) == publication.sha256
    assert record.answers_to(record.findings[0])[0].action_html
    assert record.findings[0].rating.rag == "green"
    assert (publication.number, publication.published_by) == (1, user)


def test_each_version_is_chained_to_the_one_before():
    response = ResponseFactory()
    first = put_through(response, now=NOW)
    open_next_draft(response=response, by=None, now=NOW)
    second = put_through(response, now=NOW)
    previous = chain.START
    for version in (first, second):
        previous = chain.link(
            previous=previous,
            number=version.number,
            published_at=NOW,
            payload_sha256=sha256(version.payload),
        )
        assert version.chain_sha256 == previous
    assert first.chain_sha256 != second.chain_sha256


def test_a_publication_copies_and_later_changes_leave_it_as_it_was():
    response = ResponseFactory()
    section = NarrativeSectionFactory(response=response, body="<p>First.</p>")
    publication = put_through(response, now=NOW)
    response.force.name = "Another name"
    response.force.save()
    section.body = "<p>Second.</p>"
    section.save()
    stored = Publication.objects.get(pk=publication.pk)
    assert "First." in stored.payload
    assert "Another name" not in stored.payload


def test_the_next_draft_becomes_the_next_version():
    response = ResponseFactory()
    put_through(response, now=NOW)
    open_next_draft(response=response, by=None, now=timezone.now())
    put_through(response, now=NOW)
    assert list(response.publications.values_list("number", flat=True)) == [1, 2]
    assert Publication.objects.current().get().number == 2


def test_a_second_publish_of_the_same_draft_is_refused():
    response = ResponseFactory()
    put_through(response, now=NOW)
    with pytest.raises(MoveRefusedError):
        put_through(response, now=NOW)
    assert response.publications.count() == 1


def test_nothing_that_was_not_approved_is_published():
    response = ResponseFactory()
    NarrativeSectionFactory(response=response)
    for move in (None, submit):
        if move:
            move(response=response, by=None, now=NOW)
        with pytest.raises(MoveRefusedError, match="“Publish” is not possible"):
            publish(response=response, by=None, now=NOW)
    assert not Publication.objects.exists()


def test_a_response_to_a_report_that_readers_cannot_see_is_not_published():
    response = ResponseFactory(report__is_listed=False)
    with pytest.raises(MoveRefusedError, match="not on the public register"):
        put_through(response, now=NOW)
    response.refresh_from_db()
    assert response.status == Status.APPROVED
    assert not Publication.objects.exists()


def test_no_report_that_readers_cannot_see_is_published_beside_the_lead():
    response = ResponseFactory()
    response.further_reports.add(InspectionReportFactory(short_title="Secret", is_listed=False))
    with pytest.raises(MoveRefusedError, match="“Secret” is not on the public register"):
        put_through(response, now=NOW)


def test_a_force_answers_each_report_in_one_response():
    first = ResponseFactory()
    second = ResponseFactory(force=first.force)
    second.further_reports.add(first.report)
    for response in (first, second):
        with pytest.raises(MoveRefusedError, match="another response of this force"):
            put_through(response, now=NOW)
    OversightFactory(force=first.force)
    third = InspectionReportFactory()
    second.further_reports.add(third)
    with pytest.raises(ValidationError, match="another response of this force"):
        open_response(force=first.force, report=third, by=None, now=NOW)


def test_a_report_that_is_still_published_in_another_response_is_answered_there():
    further = InspectionReportFactory()
    first = ResponseFactory()
    first.further_reports.add(further)
    put_through(first, now=NOW)
    open_next_draft(response=first, by=None, now=timezone.now()).further_reports.clear()
    OversightFactory(force=first.force)
    with pytest.raises(ValidationError, match="another response of this force"):
        open_response(force=first.force, report=further, by=None, now=NOW)
    second = ResponseFactory(force=first.force, report=further)
    with pytest.raises(MoveRefusedError, match="another response of this force"):
        put_through(second, now=NOW)


def test_a_report_that_came_to_name_other_forces_is_not_answered():
    response = ResponseFactory(report__scope="named_forces")
    with pytest.raises(MoveRefusedError, match="is not about"):
        put_through(response, now=NOW)


def test_an_earlier_response_to_a_report_that_readers_cannot_see_is_not_named():
    earlier = ResponseFactory(report__is_listed=False)
    response = ResponseFactory(force=earlier.force, follows=earlier)
    with pytest.raises(MoveRefusedError, match="not on the public register"):
        put_through(response, now=NOW)


def test_the_lead_report_chosen_as_a_further_one_too_counts_once():
    response = ResponseFactory()
    response.further_reports.add(response.report)
    publication = put_through(response, now=NOW)
    assert publication.reports.get().report == response.report


def test_another_body_than_that_of_the_day_does_not_answer():
    response = ResponseFactory(published_on=parse("29 May 2026"))
    oversight = OversightFactory(force=response.force)
    with pytest.raises(MoveRefusedError, match="another body answered"):
        put_through(response, now=NOW)
    oversight.began_on = datetime.date(2026, 5, 30)
    oversight.save()
    assert publish(response=response, by=None, now=NOW)


def test_what_changed_after_the_approver_read_it_is_not_published():
    response = ResponseFactory()
    rating = AssessmentFactory(
        force=response.force, recommendation=RecommendationFactory(report=response.report)
    )
    make_approved(response, now=NOW)
    seen = draft_hash(response, on=NOW.date())
    record_rating(assessment=rating, by=None, now=NOW, rag="green")
    with pytest.raises(MoveRefusedError, match="has changed"):
        publish(response=response, by=None, now=NOW, seen=seen)
    response = approve(response=response, by=None, now=NOW, reason="As a whole.")
    seen = draft_hash(response, on=NOW.date())
    assert publish(response=response, by=None, now=NOW, seen=seen)


def test_a_day_of_publication_that_was_not_recorded_is_london_s_today():
    response = ResponseFactory()
    put_through(response, now=NOW)
    response.refresh_from_db()
    assert response.published_on == parse("1 June 2026")


@pytest.mark.parametrize("known", [parse("May 2026"), PartialDate(phrase="not stated")])
def test_a_day_that_was_recorded_is_kept_as_it_is(known):
    response = ResponseFactory(published_on=known)
    put_through(response, now=NOW)
    response.refresh_from_db()
    assert response.published_on == known


def test_a_response_to_two_reports_is_found_at_both():
    further = InspectionReportFactory()
    response = ResponseFactory()
    response.further_reports.add(further)
    publication = put_through(response, now=NOW)
    for report in (response.report, further):
        assert Publication.objects.current().answering(report).get() == publication
    unrelated = InspectionReportFactory()
    assert not Publication.objects.answering(unrelated).exists()


def test_publications_cannot_be_changed_or_removed():
    response = ResponseFactory()
    publication = put_through(response, now=NOW)
    for model in (Publication, PublishedReport):
        row = model.objects.get()
        for attempt in (
            row.save,
            row.delete,
            model.objects.all().delete,
            lambda model=model: model.objects.update(pk=99),
            lambda model=model, row=row: model.objects.bulk_create([row], update_conflicts=True),
        ):
            with pytest.raises(AppendOnlyError):
                attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(
            response=response,
            force=response.force,
            report=response.report,
            number=publication.number,
            payload="{}",
            sha256="",
            published_at=NOW,
        )


def test_canonical_json_sorts_its_keys_and_keeps_letters():
    response = ResponseFactory(title="Ymateb – prawf ŵ")
    payload = put_through(response, now=NOW).payload
    assert "Ymateb – prawf ŵ" in payload
    assert json.dumps(
        json.loads(payload), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ) == (payload)
