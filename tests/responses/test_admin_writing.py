"""An office enters a response from nothing, and is told what is wrong beside the field."""

import datetime
import re

import pytest
from django.db import connection
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses.admin.responses import ResponseAdmin
from responses.models import Answer, NarrativeSection, Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.html_form import errors, form_data, with_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    return ResponseFactory()


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def test_choosing_force_and_report_opens_a_draft_with_its_ratings():
    oversight = OversightFactory()
    finding = RecommendationFactory()
    client = signed_in(Role.EDITOR, force=oversight.force)
    add = page(Response, "add")
    data = form_data(client.get(add)) | {"report": finding.report_id, "layout": "record"}
    answer = client.post(add, data)
    response = Response.objects.get()
    assert answer.url == page(Response, "change", response.pk)
    assert (response.force, response.body) == (oversight.force, oversight.body)
    assert (response.report, response.layout) == (finding.report, "record")
    assert Assessment.objects.get().recommendation == finding
    assert client.get(answer.url).status_code == 200


def test_a_force_for_which_nobody_answers_is_refused_at_the_field():
    force = PoliceForceFactory()
    OversightFactory(force=force, ended_on=datetime.date(2020, 1, 1))
    client = signed_in(Role.EDITOR, force=force)
    report = InspectionReportFactory()
    data = {"force": force.pk, "report": report.pk, "layout": "record"}
    answer = client.post(page(Response, "add"), data)
    assert "No local policing body" in str(answer.context["adminform"].form.errors["force"])
    assert not Response.objects.exists()


def test_a_second_response_to_the_same_report_is_refused_with_a_message(response, editor):
    OversightFactory(force=response.force, body=response.body)
    data = {"force": response.force_id, "report": response.report_id, "layout": "record"}
    answer = editor.post(page(Response, "add"), data)
    assert "already has a response" in errors(answer)
    assert Response.objects.count() == 1


def test_another_forces_response_cannot_be_opened(response, editor):
    other = OversightFactory()
    data = {"force": other.force_id, "report": response.report_id, "layout": "record"}
    answer = editor.post(page(Response, "add"), data)
    assert "force" in answer.context["adminform"].form.errors
    assert Response.objects.count() == 1


def test_sections_answers_and_signatories_are_written_together(response, editor):
    findings = [RecommendationFactory(report=response.report) for _ in range(2)]
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"published_on_date": "29 May 2026"}
    data = with_row(data, "sections", heading="Introduction", body="<p>We <b>thank</b> them.</p>")
    data = with_row(data, "sections", heading="Conclusion", body="<p>We go on.</p>")
    chosen = [finding.pk for finding in findings]
    data = with_row(data, "answers", findings=chosen, action="<p>A review by May.</p>")
    data = with_row(data, "signatories", name="A. Holder")
    answer = editor.post(change, data)
    assert answer.status_code == 302, errors(answer)
    assert [s.heading for s in response.sections.all()] == ["Introduction", "Conclusion"]
    assert response.sections.first().body == "<p>We <strong>thank</strong> them.</p>"
    assert list(response.answers.get().findings.order_by("pk")) == findings
    assert response.signatories.get().name == "A. Holder"
    response.refresh_from_db()
    assert response.published_on.words == "29 May 2026"


def test_a_row_without_an_order_comes_last(response, editor):
    NarrativeSectionFactory(response=response, heading="First", order=7)
    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "sections", heading="Second")
    assert editor.post(change, data).status_code == 302
    assert [s.heading for s in response.sections.order_by("order")] == ["First", "Second"]


def test_saving_a_page_unchanged_changes_nothing(response, editor):
    finding = RecommendationFactory(report=response.report)
    section = NarrativeSectionFactory(
        response=response, body="<p>One<br>two</p><ul><li>x</li></ul>"
    )
    AnswerFactory(response=response, findings=[finding], explained_in=section, action="")
    before = [list(model.objects.values()) for model in (NarrativeSection, Answer, Response)]
    change = page(Response, "change", response.pk)
    answer = editor.post(change, form_data(editor.get(change)))
    assert answer.status_code == 302, errors(answer)
    assert before == [list(m.objects.values()) for m in (NarrativeSection, Answer, Response)]


def test_an_answer_that_says_nothing_is_refused_at_its_field(response, editor):
    finding = RecommendationFactory(report=response.report)
    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "answers", findings=[finding.pk], action="")
    answer = editor.post(change, data)
    assert "Say what was or will be done" in errors(answer)
    assert not Answer.objects.exists()


def test_an_answer_to_no_recommendation_is_refused_at_its_field(response, editor):
    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "answers", action="<p>Done.</p>")
    answer = editor.post(change, data)
    parts = {one.formset.prefix: one.formset for one in answer.context["inline_admin_formsets"]}
    form = parts["answers"].forms[0]
    assert "findings" in form.errors
    assert not Answer.objects.exists()


def test_an_answer_covers_only_findings_of_the_responses_reports(response, editor):
    own = RecommendationFactory(report=response.report, subject="Own subject")
    further = RecommendationFactory(subject="Further subject")
    response.further_reports.add(further.report)
    stranger = RecommendationFactory(subject="Strange subject")
    change = page(Response, "change", response.pk)
    got = editor.get(change)
    shown = got.content.decode()
    assert own.subject in shown
    assert further.subject in shown
    assert stranger.subject not in shown
    data = with_row(form_data(got), "answers", findings=[stranger.pk], action="<p>Done.</p>")
    assert "not one of the available choices" in errors(editor.post(change, data))


def test_an_answer_points_to_a_section_of_its_own_response(response, editor):
    finding = RecommendationFactory(report=response.report)
    stranger = NarrativeSectionFactory(heading="Not ours")
    change = page(Response, "change", response.pk)
    got = editor.get(change)
    assert "Not ours" not in got.content.decode()
    row = {"findings": [finding.pk], "explained_in": stranger.pk}
    assert "not one of the available" in errors(
        editor.post(change, with_row(form_data(got), "answers", **row))
    )


def test_a_section_to_which_an_answer_points_is_not_removed(response, editor):
    finding = RecommendationFactory(report=response.report)
    section = NarrativeSectionFactory(response=response)
    AnswerFactory(response=response, findings=[finding], explained_in=section, action="")
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"sections-0-DELETE": "on"}
    answer = editor.post(change, data)
    assert "would require deleting" in errors(answer)
    assert NarrativeSection.objects.filter(pk=section.pk).exists()


def test_a_finding_has_one_printed_wording_even_in_one_go(response, editor):
    finding = RecommendationFactory(report=response.report)
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change))
    for text in ("<p>So it is printed.</p>", "<p>And so.</p>"):
        data = with_row(data, "wordings", finding=finding.pk, text=text)
    answer = editor.post(change, data)
    assert "has a printed wording here already" in errors(answer)
    assert not response.wordings.exists()


def test_a_further_report_brings_its_ratings_and_stays_while_it_is_answered(response, editor):
    finding = RecommendationFactory()
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"further_reports": [finding.report_id]}
    assert editor.post(change, data).status_code == 302
    assert Assessment.objects.get(force=response.force).recommendation == finding
    AnswerFactory(response=response, findings=[finding])
    data = form_data(editor.get(change))
    data.pop("further_reports")
    assert "still cover recommendations" in errors(editor.post(change, data))


def test_a_further_report_stays_while_a_printed_wording_is_of_its_finding(response, editor):
    finding = RecommendationFactory()
    response.further_reports.add(finding.report)
    response.wordings.create(finding=finding, text="<p>So it is printed.</p>")
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change))
    data.pop("further_reports")
    assert "Printed wordings still cover recommendations" in errors(editor.post(change, data))
    assert response.further_reports.get() == finding.report


def test_the_lead_report_is_not_offered_among_the_further_ones(response, editor):
    other = InspectionReportFactory()
    change = page(Response, "change", response.pk)
    got = editor.get(change)
    offered = got.context["adminform"].form.fields["further_reports"].queryset
    assert list(offered) == [other]
    data = form_data(got) | {"further_reports": [response.report_id]}
    assert "not one of the available choices" in errors(editor.post(change, data))


def test_an_impossible_date_is_refused_at_its_field(response, editor):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"published_on_date": "31 June 2026"}
    answer = editor.post(change, data)
    assert "is not a date" in str(answer.context["adminform"].form.errors["published_on"])


def test_a_clash_in_the_database_is_a_message_and_not_a_crash(response, editor, monkeypatch):
    OversightFactory(force=response.force, body=response.body)
    monkeypatch.setattr(Response, "validate_constraints", lambda *args, **kwargs: None)
    data = {"force": response.force_id, "report": response.report_id, "layout": "record"}
    answer = editor.post(page(Response, "add"), data, follow=True)
    assert answer.status_code == 200
    assert "Nothing was saved" in answer.content.decode()
    assert Response.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_key_that_fails_when_the_transaction_ends_is_a_message_too(response, editor, monkeypatch):
    """A finding is deleted by other means while an answer to it is saved: no constraint sees it."""
    finding = RecommendationFactory(report=response.report)
    change = page(Response, "change", response.pk)
    row = {"findings": str(finding.pk), "action": "<p>All of it.</p>"}
    data = with_row(form_data(editor.get(change)), "answers", **row)
    save_related = ResponseAdmin.save_related

    def save_and_lose_the_finding(*args, **kwargs):
        save_related(*args, **kwargs)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM recommendations_assessment")
            cursor.execute("DELETE FROM recommendations_recommendation")

    monkeypatch.setattr(ResponseAdmin, "save_related", save_and_lose_the_finding)
    answer = editor.post(change, data, follow=True)
    assert answer.status_code == 200
    assert "Nothing was saved" in answer.content.decode()
    assert not Answer.objects.exists()


def test_a_draft_that_was_never_published_can_be_deleted(response, editor):
    NarrativeSectionFactory(response=response)
    assert editor.post(page(Response, "delete", response.pk), {"post": "yes"}).status_code == 302
    assert not Response.objects.exists()


def test_a_report_that_is_not_about_the_force_or_answered_elsewhere_is_refused_at_the_field():
    oversight = OversightFactory()
    others = InspectionReportFactory(scope="named_forces")
    others.forces.add(PoliceForceFactory())
    answered = InspectionReportFactory()
    ResponseFactory(force=oversight.force).further_reports.add(answered)
    client = signed_in(Role.EDITOR, force=oversight.force)
    for report, words in ((others, "is not about"), (answered, "another response of this force")):
        data = {"force": oversight.force_id, "report": report.pk, "layout": "record"}
        answer = client.post(page(Response, "add"), data)
        assert words in str(answer.context["adminform"].form.errors["report"])
    assert Response.objects.count() == 1


def test_a_further_report_that_another_response_answers_is_refused_at_the_field(response, editor):
    other = ResponseFactory(force=response.force)
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"further_reports": other.report_id}
    assert "another response of this force" in errors(editor.post(change, data))


def test_a_further_report_of_a_later_day_is_refused_at_the_field(response, editor):
    later = InspectionReportFactory(published_on=parse("20 May 2026"))
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {
        "further_reports": later.pk,
        "published_on_date": "19 May 2026",
    }
    assert "was published on 20 May 2026, after the day of this" in errors(
        editor.post(change, data)
    )


def test_a_page_that_is_refused_begins_with_each_fault_and_the_way_to_it(response, editor):
    NarrativeSectionFactory(response=response, heading="Our villages")
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {
        "published_on_date": "31 June 2026",
        "sections-0-heading": "x" * 400,
    }
    shown = editor.post(change, data).content.decode()
    summary = shown.split("There is a problem</h2>")[1].split("</ul>")[0]
    assert shown.index("There is a problem") < shown.index("<h1")
    assert '<a href="#id_published_on">Response published on: “31 June 2026” is' in summary
    assert '<a href="#id_sections-0-heading">Our villages: Heading: ' in summary
    assert "<title>Error: " in shown
    for address in re.findall(r'<a href="#([^"]+)">', summary):
        assert f'id="{address}"' in shown


def test_a_refused_page_is_judged_by_what_is_stored(response, editor):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change))
    typed = {"invited_on": "2026-05-02", "reply_by_on": "2026-05-01"}
    shown = editor.post(change, data | typed).content.decode()
    assert "No invitation is recorded." in shown
    assert "Invited on 2 May 2026" not in shown


def test_a_reason_too_long_is_refused_and_not_cut_off(response, editor):
    change = page(Response, "change", response.pk)
    asked = editor.get(change).content.decode()
    box = asked.split('name="late_reason"')[1].split(">")[0]
    assert "maxlength" not in box
    answer = editor.post(change, form_data(editor.get(change)) | {"late_reason": "x" * 501})
    assert "at most 500 characters" in errors(answer)


def test_an_invitation_of_a_day_to_come_is_refused_at_the_field(response, editor):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"invited_on": "2199-10-09"}
    assert "record it when it has" in errors(editor.post(change, data))


def test_only_bodies_that_oversee_the_force_can_answer_for_it(response, editor):
    own = OversightFactory(force=response.force).body
    OversightFactory()
    form = editor.get(page(Response, "change", response.pk)).context["adminform"].form
    assert set(form.fields["body"].queryset) == {own, response.body}


def test_a_rating_that_moves_meanwhile_is_no_reason_to_refuse(response, editor):
    finding = RecommendationFactory(report=response.report)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change))
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    editor.post(change, data | {"title": "A title"})
    response.refresh_from_db()
    assert response.title == "A title"


@pytest.mark.parametrize("day", ["1800-01-01", "2999-01-01"])
def test_a_mistyped_year_is_refused_at_its_field_and_locks_nobody_out(response, editor, day):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"invited_on": day}
    answer = editor.post(change, data)
    assert "No document here is of the year" in errors(answer)
    assert editor.get(change).status_code == 200


def test_a_folded_part_says_how_its_text_begins(response, editor):
    NarrativeSectionFactory(response=response, body="<h3>Beats</h3><p>A &amp; B walk.</p>")
    html = editor.get(page(Response, "change", response.pk)).content.decode()
    assert '<span class="part-opening">Beats A &amp; B walk.</span>' in html


def test_an_earlier_response_is_another_one_of_the_same_force(response, editor):
    earlier = ResponseFactory(force=response.force)
    editor.user.memberships.create(force=ResponseFactory().force, role=Role.EDITOR)
    shown = editor.get(page(Response, "change", response.pk))
    assert list(shown.context["adminform"].form.fields["follows"].queryset) == [earlier]
