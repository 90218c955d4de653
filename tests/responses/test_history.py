"""Each change of a draft stands in its history: who, when, what it said and says."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses.history.timeline import timeline_of, timeline_of_comments
from responses.importing.reading import from_text
from responses.importing.service import import_document
from responses.models import ChiefOfficerComments, NarrativeSection, Response
from responses.services import open_response, return_to_editors, submit
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    OversightFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)
from tests.html_form import form_data, with_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    response = ResponseFactory(title="As it was", published_on=parse("29 May 2026"))
    ChiefOfficerComments.objects.create(response=response)
    finding = RecommendationFactory(report=response.report, label="1")
    RecommendationFactory(report=response.report, label="2")
    NarrativeSectionFactory(
        response=response, heading="Beats", body="<p>Four beats are walked.</p>"
    )
    AnswerFactory(response=response, findings=[finding], action="<p>By June.</p>")
    LabelledFieldFactory(response=response, label="Grade", value="<p>Good</p>")
    SignatoryFactory(response=response, name="Ann Archer")
    response.wordings.create(finding=finding, label="1.", text="<p>As printed.</p>")
    # What made it is long past, so that the next save is told apart.
    for model in (Response, NarrativeSection):
        model.history.update(history_date=timezone.now() - datetime.timedelta(days=1))
    for part in (response.answers, response.fields, response.signatories, response.wordings):
        part.model.history.update(history_date=timezone.now() - datetime.timedelta(days=1))
    return response


@pytest.fixture
def editor(response):
    client = signed_in(Role.EDITOR, force=response.force)
    client.user.first_name, client.user.last_name = "Ed", "Grundy"
    client.user.save()
    return client


def change(editor, response, **typed):
    path = page(Response, "change", response.pk)
    answer = editor.post(path, form_data(editor.get(path)) | typed)
    assert answer.status_code == 302


def pieces(difference):
    return [(piece.mark, piece.text) for line in difference.lines for piece in line]


def newest(response):
    return timeline_of(response)[0:1][0]


CHANGES = {
    "title": ("New title", "Response changed", "Title", "As it was", "New title"),
    "layout": (
        "record",
        "Response changed",
        "Layout",
        "Statement: the commissioner's narrative, then the recommendations",
        "Record: the labelled form, then the text under its headings",
    ),
    "invited_on": (
        "2026-04-20",
        "Response changed",
        "Chief officer invited on",
        "",
        "20 April 2026",
    ),
    "published_on_date": (
        "30 May 2026",
        "Response changed",
        "Response published on",
        "29 May 2026",
        "30 May 2026",
    ),
    "sections-0-heading": (
        "Rounds",
        "Section “Rounds” changed",
        "Heading",
        "Beats",
        "Rounds",
    ),
    "answers-0-position": (
        "partly",
        "Answer to Recommendation 1 changed",
        "Position",
        "",
        "Accepted in part",
    ),
    "fields-0-label": ("Mark", "Labelled field “Mark” changed", "Label", "Grade", "Mark"),
    "signatories-0-name": (
        "Bob Brookes",
        "Signatory “Bob Brookes” changed",
        "Name",
        "Ann Archer",
        "Bob Brookes",
    ),
    "wordings-0-label": (
        "1st",
        "Wording as printed to Recommendation 1 changed",
        "Printed number",
        "1.",
        "1st",
    ),
}


@pytest.mark.parametrize("typed", CHANGES)
def test_each_part_tells_who_changed_it_when_and_what_it_said(response, editor, typed):
    value, words, label, old, new = CHANGES[typed]
    start = timezone.now()
    change(editor, response, **{typed: value})
    moment = newest(response)
    assert moment.by == "Ed Grundy"
    assert start <= moment.at <= timezone.now()
    (told,) = moment.told
    assert told.words == words
    ((name, difference),) = told.fields
    assert name == label
    marks = dict(pieces(difference))
    assert (marks.get("removed", ""), marks.get("added", "")) == (old, new)


def test_rich_text_is_told_word_by_word(response, editor):
    change(editor, response, **{"sections-0-body": "<p>Six beats are walked.</p>"})
    ((label, difference),) = newest(response).told[0].fields
    assert label == "Body"
    assert pieces(difference) == [
        ("removed", "Four"),
        ("added", "Six"),
        ("kept", "beats are walked."),
    ]


def test_findings_of_an_answer_are_told_by_name(response, editor):
    second = response.report.findings.get(label="2")
    first = response.report.findings.get(label="1")
    change(editor, response, **{"answers-0-findings": [first.pk, second.pk]})
    (told,) = newest(response).told
    ((label, difference),) = told.fields
    assert label == "Recommendations"
    assert pieces(difference) == [("added", "Recommendation 2")]


def test_findings_of_one_number_in_two_reports_are_told_apart(response, editor):
    further = InspectionReportFactory(short_title="Lanes")
    finding = RecommendationFactory(report=further, label="1")
    unnumbered = RecommendationFactory(report=response.report, label="", ref="a", subject="Lamps")
    response.further_reports.add(further)
    change(editor, response, **{"answers-0-findings": [finding.pk, unnumbered.pk]})
    (told,) = [one for one in newest(response).told if one.words.startswith("Answer")]
    ((label, difference),) = told.fields
    assert label == "Recommendations"
    assert pieces(difference) == [
        ("removed", "Recommendation 1"),
        ("added", "Lanes: Recommendation 1, Recommendation: Lamps"),
    ]


def test_an_answer_that_is_removed_is_told_with_what_it_answered(response, editor):
    change(editor, response, **{"answers-0-DELETE": "on"})
    (told,) = newest(response).told
    assert told.words == "Answer to Recommendation 1 removed"
    assert [(label, pieces(difference)) for label, difference in told.fields] == [
        ("Action taken or proposed", [("removed", "By June.")]),
        ("Recommendations", [("removed", "Recommendation 1")]),
    ]


def test_a_section_that_is_gone_keeps_its_name_where_it_explained_something(response, editor):
    section, answer = response.sections.get(), response.answers.get()
    change(editor, response, **{"answers-0-explained_in": section.pk})
    answer.refresh_from_db()
    answer.explained_in = None
    answer.save()
    section.delete()
    shown = editor.get(page(Response, "history", response.pk)).content.decode()
    assert "something that is not there any more" not in shown
    told = [one for moment in timeline_of(response)[0:2] for one in moment.told]
    explained = [
        pieces(difference)
        for one in told
        for label, difference in one.fields
        if label == "Explained in section"
    ]
    assert explained == [[("removed", "Beats")], [("added", "Beats")]]


def test_parts_that_come_and_go_are_told_with_their_text(response, editor):
    path = page(Response, "change", response.pk)
    data = with_row(
        form_data(editor.get(path)), "sections", heading="Bicycles", body="<p>Two are new.</p>"
    )
    editor.post(path, data)
    (told,) = newest(response).told
    assert told.words == "Section “Bicycles” added"
    assert ("added", "Two are new.") in [p for _, d in told.fields for p in pieces(d)]
    NarrativeSection.history.update(history_date=timezone.now() - datetime.timedelta(hours=1))
    change(editor, response, **{"sections-1-DELETE": "on"})
    (told,) = newest(response).told
    assert told.words == "Section “Bicycles” removed"
    assert ("removed", "Two are new.") in [p for _, d in told.fields for p in pieces(d)]


def test_a_rating_made_since_the_response_began_is_told_as_what_it_was_and_is(response, editor):
    finding = response.report.findings.get(label="1")
    long_ago = timezone.now() - datetime.timedelta(days=3)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    for rag, at in (("green", long_ago), ("amber", timezone.now())):
        record_rating(assessment=rating, by=editor.user, now=at, rag=rag)
    elsewhere = AssessmentFactory(recommendation=finding)
    record_rating(assessment=elsewhere, by=None, now=timezone.now(), rag="red", reason="No vans.")
    told = [one for moment in timeline_of(response)[0:20] for one in moment.told]
    rated = [one for one in told if one.words.startswith("Rating")]
    assert [one.words for one in rated] == ["Rating of Recommendation 1 changed"]
    said = dict(rated[0].fields)
    assert pieces(said["RAG"]) == [("removed", "Green"), ("added", "Amber")]
    assert newest(response).by == "Ed Grundy"


def test_the_first_rating_after_a_response_is_opened_is_told():
    report = RecommendationFactory(label="1").report
    force = OversightFactory().force
    response = open_response(force=force, report=report, by=None, now=timezone.now())
    rating = force.assessments.get()
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="red", reason="No vans.")
    told = [one.words for moment in timeline_of(response)[0:9] for one in moment.told]
    assert "Rating of Recommendation 1 added" in told


def test_moves_stand_in_the_same_timeline_with_their_reasons(response, editor):
    change(editor, response, title="New title")
    now = timezone.now()
    submit(response=response, by=editor.user, now=now)
    later = now + datetime.timedelta(minutes=1)
    return_to_editors(response=response, by=None, now=later, reason="Name the villages.")
    moments = timeline_of(response)[0:3]
    assert [(one.words, one.reason, one.by) for one in moments[:2]] == [
        ("Returned to its editors", "Name the villages.", "the system"),
        ("Submitted for approval", "", "Ed Grundy"),
    ]
    assert moments[2].told[0].words.startswith("Response")


def test_moves_of_one_moment_are_told_newest_first(response, editor):
    now = timezone.now()
    for _ in range(2):
        submit(response=response, by=editor.user, now=now)
        return_to_editors(response=response, by=None, now=now, reason="Name the villages.")
    moves = [moment.words for moment in timeline_of(response)[0:5] if moment.words]
    assert moves == ["Returned to its editors", "Submitted for approval"] * 2


def test_an_import_is_told_without_a_person():
    oversight = OversightFactory()
    report = InspectionReportFactory()
    text = "Introduction\n\nThe Commissioner has read the report.\n"
    import_document(from_text(text), force=oversight.force, report=report, now=timezone.now())
    moments = timeline_of(Response.objects.get())[0:5]
    assert {moment.by for moment in moments} == {"the system"}
    told = [one.words for moment in moments for one in moment.told]
    assert any(words.startswith("Section") and words.endswith("added") for words in told)


def test_a_draft_that_is_deleted_leaves_its_history():
    response = ResponseFactory()
    NarrativeSectionFactory(response=response, heading="Beats")
    response.delete()
    assert NarrativeSection.history.filter(history_type="-", heading="Beats").exists()
    assert Response.history.filter(history_type="-").exists()


def test_what_the_force_drafts_is_told_to_its_writers_alone(response, editor):
    comments = response.comments
    comments.text = "<p>kestrel</p>"
    comments.save()
    for client in (editor, signed_in(Role.APPROVER, force=response.force)):
        shown = client.get(page(Response, "history", response.pk))
        assert shown.status_code == 200
        assert "kestrel" not in shown.content.decode()
        refused = client.get(page(ChiefOfficerComments, "history", comments.pk))
        assert refused.status_code in (403, 404)
    liaison = signed_in(Role.LIAISON, force=response.force)
    assert (
        "kestrel"
        in liaison.get(page(ChiefOfficerComments, "history", comments.pk)).content.decode()
    )
    assert liaison.get(page(Response, "history", response.pk)).status_code in (403, 404)
    assert len(timeline_of_comments(comments)) == 1


def test_the_history_of_another_force_is_not_found(response):
    stranger = signed_in(Role.EDITOR, force=ResponseFactory().force)
    assert stranger.get(page(Response, "history", response.pk)).status_code == 404


def test_the_page_names_people_days_and_words(response, editor):
    change(editor, response, title="<script>New</script>")
    shown = editor.get(page(Response, "history", response.pk)).content.decode()
    today = timezone.localdate()
    assert f"{today.day} {today:%B %Y}" in shown
    assert "– Ed Grundy" in shown
    assert "&lt;script&gt;New&lt;/script&gt;" in shown
    assert "<script>New" not in shown


def test_the_page_asks_as_often_for_many_saves_as_for_one(
    response, editor, django_assert_num_queries
):
    change(editor, response, title="One", **{"sections-0-heading": "One"})
    path = page(Response, "history", response.pk)
    editor.get(path)
    with CaptureQueriesContext(connection) as once:
        editor.get(path)
    asked = len(once)
    for name in ("Two", "Three"):
        change(editor, response, title=name, **{"sections-0-heading": name})
    with django_assert_num_queries(asked):
        editor.get(path)


def test_a_long_history_has_pages_and_nonsense_leads_to_the_first(response, editor):
    for number in range(30):
        response.title = f"Title {number}"
        response.save()
        newest_row = Response.history.latest("history_id")
        Response.history.filter(pk=newest_row.pk).update(
            history_date=timezone.now() + datetime.timedelta(minutes=number)
        )
    path = page(Response, "history", response.pk)
    assert "Page 1 of 2" in editor.get(path).content.decode()
    assert "Page 1 of 2" in editor.get(f"{path}?page=nonsense").content.decode()
    assert "Page 2 of 2" in editor.get(f"{path}?page=99").content.decode()
