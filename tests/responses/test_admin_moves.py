"""The moves of a response in the admin: asked first, made once, and by the right people."""

import datetime

import pytest
from django.test import Client

from forces.models import Role
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses import services
from responses.models import ChiefOfficerComments, Publication, Response
from responses.workflow import Status
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.html_form import form_data
from tests.responses.publishing import make_approved, put_through
from tests.responses.step_errors import (
    assert_said_at_the_head,
    assert_said_at_the_head_and_at_the_field,
)

pytestmark = [pytest.mark.django_db, pytest.mark.documents]

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


@pytest.fixture
def response():
    response = ResponseFactory(published_on=parse("29 May 2026"))
    finding = RecommendationFactory(report=response.report)
    section = NarrativeSectionFactory(response=response, body="<p>All of it is <em>new</em>.</p>")
    AnswerFactory(response=response, findings=[finding], explained_in=section)
    AssessmentFactory(force=response.force, recommendation=finding)
    return response


@pytest.fixture
def approver(response):
    return signed_in(Role.APPROVER, force=response.force)


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


@pytest.fixture
def approved(response):
    return make_approved(response, now=NOW)


def move_page(response, move):
    return page(Response, "move", response.pk, move)


def make(client, response, move, **typed):
    """Open the page of `move` and press its button, with what is typed into it."""
    form = form_data(client.get(move_page(response, move)))
    return client.post(move_page(response, move), form | typed, follow=True)


def status_of(response):
    return Response.objects.get(pk=response.pk).status


def test_a_response_goes_from_its_editor_over_an_approver_to_its_readers(
    response, editor, approver
):
    assert "Submitted for approval." in make(editor, response, "submit").content.decode()
    returned = make(approver, response, "return", reason="Name the villages.")
    assert "Returned to its editors." in returned.content.decode()
    shown = editor.get(page(Response, "change", response.pk)).content.decode()
    assert "Name the villages." in shown
    make(editor, response, "submit")
    assert "Approved." in make(approver, response, "approve", reason="As a whole.").content.decode()
    answer = make(approver, response, "publish")
    assert "Version 1 is published." in answer.content.decode()
    publication = Publication.objects.get()
    assert publication.published_by == approver.user
    make(editor, response, "open_next_draft")
    assert status_of(response) == Status.DRAFT
    assert [event.move for event in response.events.all()] == [
        *("submit", "return", "submit", "approve", "publish", "open_next_draft"),
    ]


def test_what_is_said_of_the_comments_meanwhile_is_not_taken_for_a_return(
    response, editor, approver
):
    ChiefOfficerComments.objects.create(response=response)
    make(editor, response, "submit")
    make(approver, response, "return", reason="Name the villages.")
    services.decline_comments(comments=response.comments, by=None, now=NOW, why="By letter.")
    shown = editor.get(page(Response, "change", response.pk)).context["returned"]
    assert shown.reason == "Name the villages."


def test_an_editor_takes_back_what_was_submitted(response, editor):
    make(editor, response, "submit")
    assert "_save" not in editor.get(page(Response, "change", response.pk)).content.decode()
    make(editor, response, "take_back")
    assert "_save" in editor.get(page(Response, "change", response.pk)).content.decode()


def test_who_submitted_does_not_approve(response):
    both = signed_in(Role.EDITOR, Role.APPROVER, force=response.force)
    make(both, response, "submit")
    answer = make(both, response, "approve", reason="As a whole.")
    assert_said_at_the_head(answer, "You submitted this response")
    assert form_data(answer)["reason"] == "As a whole."
    assert status_of(response) == Status.SUBMITTED


def test_a_return_wants_its_reason_at_the_field(response, editor, approver):
    make(editor, response, "submit")
    answer = make(approver, response, "return", reason="  ")
    assert_said_at_the_head_and_at_the_field(
        answer, "reason", "Say why, so that its editors know what to mend."
    )
    assert status_of(response) == Status.SUBMITTED


def test_gaps_want_a_reason_for_readers_and_only_they_do(response, editor, approver):
    make(editor, response, "submit")
    asked = approver.get(move_page(response, "approve")).content.decode()
    assert "The chief officer was not invited" in asked
    answer = make(approver, response, "approve")
    assert_said_at_the_head_and_at_the_field(answer, "reason", "The section 55 checklist has gaps.")
    assert status_of(response) == Status.SUBMITTED
    make(approver, response, "approve", reason="One letter for all.")
    assert Response.objects.get(pk=response.pk).override_reason == "One letter for all."


def test_without_a_gap_no_reason_is_asked(response, editor, approver):
    response.comments = ChiefOfficerComments(response=response)
    response.comments.save()
    services.decline_comments(comments=response.comments, by=None, now=NOW, why="By letter.")
    make(editor, response, "submit")
    assert "id_reason" not in approver.get(move_page(response, "approve")).content.decode()
    make(approver, response, "approve")
    make(approver, response, "publish")
    assert Publication.objects.exists()


def test_the_question_says_in_words_which_ratings_are_published(response, editor, approver):
    finding = RecommendationFactory(report=response.report)
    AssessmentFactory(force=response.force, recommendation=finding, rag="red", reason="No van.")
    asked = editor.get(move_page(response, "submit")).content.decode()
    assert "Ratings: none Green, none Amber, 1 Red, 1 not yet assessed." in asked
    assert "published with its reason" in asked


def test_a_double_click_makes_one_version(approved, approver):
    form = form_data(approver.get(move_page(approved, "publish")))
    approver.post(move_page(approved, "publish"), form)
    again = approver.post(move_page(approved, "publish"), form, follow=True)
    assert Publication.objects.count() == 1
    assert "“Publish” is not possible" in again.content.decode()


def test_an_old_page_does_not_publish_the_next_draft(approved, approver):
    form = form_data(approver.get(move_page(approved, "publish")))
    approver.post(move_page(approved, "publish"), form)
    draft = services.open_next_draft(response=approved, by=None, now=NOW)
    approver.post(move_page(approved, "publish"), form)
    section = draft.sections.get()
    section.body = "<p>Another text.</p>"
    section.save()
    make_approved(draft, now=NOW)
    answer = approver.post(move_page(approved, "publish"), form, follow=True)
    assert "has changed since you opened the page" in answer.content.decode()
    assert Publication.objects.count() == 1


def test_nobody_makes_the_move_of_another_role(response, editor, approver):
    for client, moves in (
        (editor, ("return", "approve", "publish")),
        (approver, ("submit", "take_back", "open_next_draft")),
    ):
        for move in moves:
            assert client.get(move_page(response, move)).status_code == 403, move
            assert client.post(move_page(response, move)).status_code == 403, move
    make(editor, response, "submit")
    for move in ("return", "approve"):
        assert editor.post(move_page(response, move), {"reason": "Mine."}).status_code == 403
        shown = editor.get(page(Response, "change", response.pk)).content.decode()
        assert move_page(response, move) not in shown
    assert status_of(response) == Status.SUBMITTED


def test_a_move_out_of_another_state_is_refused_with_a_message(response, editor, approver):
    for client, move in ((editor, "open_next_draft"), (approver, "approve"), (approver, "publish")):
        for answer in (
            client.get(move_page(response, move), follow=True),
            client.post(move_page(response, move), follow=True),
        ):
            assert "is not possible" in answer.content.decode()
    assert status_of(response) == Status.DRAFT
    assert editor.get(move_page(response, "burn")).status_code == 404


def test_an_approver_does_not_write(response, approver):
    change = page(Response, "change", response.pk)
    shown = approver.get(change).content.decode()
    assert "All of it is <em>new</em>." in shown
    assert "_save" not in shown
    assert approver.post(change, {"title": "Mine"}).status_code == 403


def test_what_is_published_is_only_read_until_its_next_draft_is_open(response, editor):
    put_through(response, now=NOW)
    change = page(Response, "change", response.pk)
    shown = editor.get(change).content.decode()
    assert "All of it is <em>new</em>." in shown
    assert "_save" not in shown
    assert editor.post(change, {"title": "Changed"}).status_code == 409
    make(editor, response, "open_next_draft")
    assert "_save" in editor.get(change).content.decode()


def test_looking_at_a_move_makes_none(response, editor):
    editor.get(move_page(response, "submit"))
    assert status_of(response) == Status.DRAFT


def test_moves_need_the_token_of_the_page(response, editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert strict.post(move_page(response, "submit")).status_code == 403
    assert status_of(response) == Status.DRAFT


def test_what_was_submitted_once_is_not_deleted(response, editor):
    make(editor, response, "submit")
    make(editor, response, "take_back")
    assert editor.post(page(Response, "delete", response.pk), {"post": "yes"}).status_code == 403


def test_what_was_published_is_not_deleted(response, editor):
    put_through(response, now=NOW)
    services.open_next_draft(response=response, by=None, now=NOW)
    assert editor.post(page(Response, "delete", response.pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("layout", ["statement", "record"])
def test_a_preview_is_the_public_page_of_the_draft(response, editor, layout):
    make_approved(response, now=NOW)
    preview = editor.get(page(Response, "preview", response.pk, layout))
    assert "Draft" in preview.content.decode()
    assert "All of it is <em>new</em>." in preview.content.decode()
    services.publish(response=response, by=None, now=NOW)
    address = f"{response.get_absolute_url()}{layout}/"
    published = Client().get(address)
    assert preview.context["blocks_html"].count("<h2") > 1
    assert preview.context["blocks_html"] in published.content.decode()


def test_a_preview_in_an_unknown_layout_is_not_found(response, editor):
    assert editor.get(page(Response, "preview", response.pk, "letter")).status_code == 404


def test_publications_are_only_looked_at(response):
    publication = put_through(response, now=NOW)
    client = signed_in(Role.EDITOR, Role.APPROVER, force=response.force)
    change = page(Publication, "change", publication.pk)
    assert publication.sha256 in client.get(change).content.decode()
    assert client.post(change, {"number": 9}).status_code == 403
    assert client.get(page(Publication, "add")).status_code == 403
    assert (
        client.post(page(Publication, "delete", publication.pk), {"post": "yes"}).status_code == 403
    )


def test_what_changed_since_the_page_was_opened_is_not_approved(response, editor, approver):
    rating = response.force.assessments.get()
    make(editor, response, "submit")
    form = form_data(approver.get(move_page(response, "approve"))) | {"reason": "As a whole."}
    record_rating(assessment=rating, by=None, now=NOW, rag="green")
    answer = approver.post(move_page(response, "approve"), form)
    assert_said_at_the_head(answer, "has changed since you opened the page")
    assert status_of(response) == Status.SUBMITTED
    assert "1 Green" in answer.content.decode()
    # Who reads it again there and presses the button once more has seen what it is now.
    approver.post(move_page(response, "approve"), form_data(answer))
    assert status_of(response) == Status.APPROVED
    assert Response.objects.get(pk=response.pk).override_reason == "As a whole."


def test_a_page_that_was_not_sent_yet_says_nothing_of_a_problem(response, editor):
    shown = editor.get(move_page(response, "submit")).content.decode()
    assert "<title>Submit for approval |" in shown
    assert 'role="alert"' not in shown


def test_what_changed_since_it_was_approved_is_approved_again(approved, approver):
    record_rating(assessment=approved.force.assessments.get(), by=None, now=NOW, rag="green")
    answer = make(approver, approved, "publish")
    assert "This is not what was approved" in answer.content.decode()
    assert not Publication.objects.exists()
    make(approver, approved, "approve", reason="As a whole.")
    make(approver, approved, "publish")
    assert Publication.objects.exists()


def test_nothing_without_a_word_is_submitted(response, editor):
    empty = ResponseFactory(force=response.force)
    answer = make(editor, empty, "submit")
    assert "Nothing is written yet" in answer.content.decode()
    assert status_of(empty) == Status.DRAFT


def test_a_gap_leads_to_a_new_answer_to_its_recommendation(response, editor):
    gap = RecommendationFactory(report=response.report, label="17b")
    shown = editor.get(page(Response, "change", response.pk)).content.decode()
    address = f"{page(Response, 'change', response.pk)}?answer={response.report.slug}%2F17b"
    assert f'href="{address}#answers-1"' in shown
    opened = editor.get(address)
    assert 'id="answers-1"' in opened.content.decode()
    data = form_data(opened)
    assert data["answers-1-findings"] == [str(gap.pk)]
    assert editor.post(address, data).status_code == 302
    assert response.answers.count() == 1
    editor.post(address, data | {"answers-1-action": "<p>Every village has one.</p>"})
    assert response.answers.get(findings=gap).action == "<p>Every village has one.</p>"
    loaded_again = form_data(editor.get(address))
    assert loaded_again["answers-TOTAL_FORMS"] == "2", "It was saved, and asks for no other."


def test_gaps_are_links_for_those_alone_who_may_write_now(response, editor, approver):
    RecommendationFactory(report=response.report, label="17b")
    change, submit = page(Response, "change", response.pk), move_page(response, "submit")

    def gaps_in(client, path):
        shown = client.get(path).content.decode().split('<ol class="checklist">')[1]
        return shown.split("</ol>")[0]

    for client, path, are_links in (
        (editor, change, True),
        (editor, submit, True),
        (approver, change, False),
    ):
        gaps = gaps_in(client, path)
        assert "Recommendation 17b is not explained" in gaps
        assert ("<a " in gaps) is are_links
    make(editor, response, "submit")
    for client, path in (
        (editor, change),
        (approver, change),
        (approver, move_page(response, "approve")),
    ):
        assert "<a " not in gaps_in(client, path)


@pytest.mark.parametrize("asked", ["", "nonsense", "a/b/c", "%00/1", "other/1"])
def test_an_address_that_asks_for_no_recommendation_of_ours_opens_no_answer(
    response, editor, asked
):
    RecommendationFactory(report__slug="other", label="1")
    shown = editor.get(f"{page(Response, 'change', response.pk)}?answer={asked}")
    assert form_data(shown)["answers-TOTAL_FORMS"] == "1"


def test_an_old_reason_does_not_stand_in_the_box_of_a_return(approved, approver):
    assert approved.override_reason
    asked = form_data(approver.get(move_page(approved, "return")))
    assert asked["reason"] == ""


def test_the_reason_that_readers_will_see_stands_on_the_page_that_publishes(approved, approver):
    shown = approver.get(move_page(approved, "publish")).content.decode()
    assert approved.override_reason in shown


def test_a_page_that_is_wrong_and_overtaken_says_both(response, approver):
    services.submit(response=response, by=None, now=NOW)
    form = form_data(approver.get(move_page(response, "return")))
    rating = response.force.assessments.get()
    record_rating(assessment=rating, by=None, now=NOW, rag="green")
    answer = approver.post(move_page(response, "return"), form | {"reason": " "})
    shown = answer.content.decode()
    assert "Say why" in shown
    assert "has changed since you opened it" in shown


def test_a_reason_typed_for_a_move_that_came_too_late_is_shown_to_copy(response, approver):
    services.submit(response=response, by=None, now=NOW)
    form = form_data(approver.get(move_page(response, "return")))
    services.take_back(response=response, by=None, now=NOW)
    answer = approver.post(move_page(response, "return"), form | {"reason": "Name the villages."})
    assert answer.status_code == 409
    assert "Name the villages." in answer.content.decode()
    assert page(Response, "change", response.pk) in answer.content.decode()
