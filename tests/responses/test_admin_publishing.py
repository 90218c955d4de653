"""From a draft to its publication in the admin: asked first, done once, and by the right people."""

import datetime

import pytest
from django.test import Client

from forces.models import Role
from recommendations.partial_dates import parse
from responses import services
from responses.models import Publication, Response
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

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


@pytest.fixture
def response():
    response = ResponseFactory()
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


def publish_page(response):
    return page(Response, "publish", response.pk)


def test_an_approver_is_asked_and_then_publishes(response, approver):
    asked = approver.get(publish_page(response))
    assert "Publish version 1" in asked.content.decode()
    assert not Publication.objects.exists()
    answer = approver.post(publish_page(response), form_data(asked), follow=True)
    publication = Publication.objects.get()
    assert publication.published_by == approver.user
    assert "Version 1 is published." in answer.content.decode()


def test_the_question_names_what_has_no_answer_yet(response, approver):
    RecommendationFactory(report=response.report, label="17b")
    assert "no answer of its own: 17b" in approver.get(publish_page(response)).content.decode()


def test_the_question_says_in_words_which_ratings_are_published(response, approver):
    finding = RecommendationFactory(report=response.report)
    AssessmentFactory(force=response.force, recommendation=finding, rag="red", reason="No van.")
    asked = approver.get(publish_page(response)).content.decode()
    assert "Ratings: none Green, none Amber, 1 Red, 1 not yet assessed." in asked
    assert "published with its reason" in asked


def test_a_double_click_makes_one_version(response, approver):
    form = form_data(approver.get(publish_page(response)))
    approver.post(publish_page(response), form)
    again = approver.post(publish_page(response), form, follow=True)
    assert Publication.objects.count() == 1
    assert "published already" in again.content.decode()


def test_an_old_page_does_not_publish_the_next_draft(response, approver):
    form = form_data(approver.get(publish_page(response)))
    approver.post(publish_page(response), form)
    services.open_next_draft(response=response, by=None)
    approver.post(publish_page(response), form)
    assert Publication.objects.count() == 1


def test_a_move_that_is_refused_is_a_message(response, approver):
    asked = form_data(approver.get(publish_page(response)))
    Response.objects.filter(pk=response.pk).update(status=Status.PUBLISHED)
    answer = approver.post(publish_page(response), asked, follow=True)
    assert "is not possible" in answer.content.decode()
    assert not Publication.objects.exists()


def test_an_editor_does_not_publish(response, editor):
    assert editor.get(publish_page(response)).status_code == 403
    assert editor.post(publish_page(response), {"number": "1"}).status_code == 403
    shown = editor.get(page(Response, "change", response.pk)).content.decode()
    assert "Publish version" not in shown
    assert not Publication.objects.exists()


def test_an_approver_does_not_write(response, approver):
    change = page(Response, "change", response.pk)
    shown = approver.get(change).content.decode()
    assert "All of it is <em>new</em>." in shown
    assert "_save" not in shown
    assert approver.post(change, {"title": "Mine"}).status_code == 403


def test_what_is_published_is_only_read_until_its_next_draft_is_open(response, editor):
    services.publish(response=response, by=None, now=NOW)
    change = page(Response, "change", response.pk)
    shown = editor.get(change).content.decode()
    assert "All of it is <em>new</em>." in shown
    assert "_save" not in shown
    assert editor.post(change, {"title": "Changed"}).status_code == 403
    editor.post(page(Response, "next_draft", response.pk))
    response.refresh_from_db()
    assert response.status == Status.DRAFT
    assert "_save" in editor.get(change).content.decode()


def test_opening_the_next_draft_wants_a_post_from_an_editor(response, editor, approver):
    services.publish(response=response, by=None, now=NOW)
    move = page(Response, "next_draft", response.pk)
    assert editor.get(move).status_code == 405
    assert approver.post(move).status_code == 403
    response.refresh_from_db()
    assert response.status == Status.PUBLISHED


def test_a_draft_that_is_open_is_not_opened_again(response, editor):
    move = page(Response, "next_draft", response.pk)
    assert "is not possible" in editor.post(move, follow=True).content.decode()


def test_moves_need_the_token_of_the_page(response, approver, editor):
    for member, move in ((approver, "publish"), (editor, "next_draft")):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(member.user)
        path = page(Response, move, response.pk)
        assert strict.post(path, {"number": "1"}).status_code == 403
    assert not Publication.objects.exists()


def test_what_was_published_is_not_deleted(response, editor):
    services.publish(response=response, by=None, now=NOW)
    services.open_next_draft(response=response, by=None)
    assert editor.post(page(Response, "delete", response.pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("layout", ["statement", "record"])
def test_a_preview_is_the_public_page_of_the_draft(response, editor, layout):
    Response.objects.filter(pk=response.pk).update(published_on=parse("29 May 2026"))
    preview = editor.get(page(Response, "preview", response.pk, layout))
    assert "Draft" in preview.content.decode()
    assert "All of it is <em>new</em>." in preview.content.decode()
    services.publish(response=response, by=None, now=NOW)
    address = f"{response.get_absolute_url()}{layout}/"
    published = Client().get(address)
    assert preview.context["blocks_html"].count("<h2") > 1
    assert preview.context["blocks_html"] == published.context["blocks_html"]
    assert preview.context["blocks_html"] in published.content.decode()


def test_a_preview_in_an_unknown_layout_is_not_found(response, editor):
    assert editor.get(page(Response, "preview", response.pk, "letter")).status_code == 404


def test_publications_are_only_looked_at(response):
    publication = services.publish(response=response, by=None, now=NOW)
    client = signed_in(Role.EDITOR, Role.APPROVER, force=response.force)
    change = page(Publication, "change", publication.pk)
    assert publication.sha256 in client.get(change).content.decode()
    assert client.post(change, {"number": 9}).status_code == 403
    assert client.get(page(Publication, "add")).status_code == 403
    assert (
        client.post(page(Publication, "delete", publication.pk), {"post": "yes"}).status_code == 403
    )


def test_what_an_editor_changed_since_the_page_was_opened_is_not_published(response, approver):
    data = form_data(approver.get(publish_page(response)))
    section = response.sections.get()
    section.body = "<p>Something else.</p>"
    section.save()
    answer = approver.post(publish_page(response), data, follow=True)
    assert "has changed since you opened the page" in answer.content.decode()
    assert not Publication.objects.exists()
    approver.post(publish_page(response), form_data(approver.get(publish_page(response))))
    assert Publication.objects.exists()


def test_the_approver_is_warned_of_a_response_without_a_word(response, approver):
    warning = "Nothing is written yet"
    assert warning not in approver.get(publish_page(response)).content.decode()
    empty = ResponseFactory(force=response.force)
    assert warning in approver.get(publish_page(empty)).content.decode()
