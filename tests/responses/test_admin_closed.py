"""A page is saved after its row was published or deleted: what was typed is shown, not lost."""

import pytest

from forces.models import Role
from recommendations.partial_dates import parse
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    ChiefOfficerCommentsFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.html_form import form_data, with_row
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    response = ResponseFactory(title="As it was", published_on=parse("29 May 2026"))
    findings = [RecommendationFactory(report=response.report, order=n) for n in range(2)]
    NarrativeSectionFactory(response=response, heading="Untouched", body="<p>Left alone.</p>")
    NarrativeSectionFactory(response=response, heading="Touched", body="<p>As it was.</p>")
    AnswerFactory(response=response, findings=findings[:1])
    return response


@pytest.fixture
def change(response):
    return page(Response, "change", response.pk)


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def typed_too_late(response, client, typed):
    """Open the page, have it published by somebody else, and save what was typed."""
    change = page(Response, "change", response.pk)
    data = form_data(client.get(change)) | typed
    put_through(response)
    return client.post(change, data)


def text_of(answer):
    return answer.content.decode().split('id="content-main"')[1]


def test_what_was_typed_is_listed_under_its_part_and_label(response, editor, change):
    second = response.report.findings.order_by("order")[1]
    data = with_row(
        form_data(editor.get(change)),
        "sections",
        heading="Mine & new",
        body="<p>All <b>new</b>.</p>",
    )
    typed = {
        **{key: value for key, value in data.items() if key.startswith("sections-2-")},
        "sections-TOTAL_FORMS": "3",
        "title": "Typed title",
        "makes_no_reply": "on",
        "published_on_date": "31 June 2026",
        "sections-1-body": "<p>Typed text.</p><script>alert(1)</script>",
        "answers-0-findings": [str(second.pk)],
    }
    answer = typed_too_late(response, editor, typed)
    assert answer.status_code == 409
    text = text_of(answer)
    assert "it is published now" in text
    for heading, label, words in (
        ("The response", "Title", "Typed title"),
        ("The response", "No reply to the comments", "Yes"),
        ("The response", "Response published on", "31 June 2026"),
        ("Section: Touched", "Body", "<p>Typed text.</p>"),
        ("New section", "Heading", "Mine &amp; new"),
        ("New section", "Body", "<p>All <strong>new</strong>.</p>"),
        (f"Answer: {response.report.findings.first().name}", "Recommendations", str(second)),
    ):
        part = text.split(f"<h2>{heading}")[1].split("<h2>")[0]
        assert f"<dt>{label}</dt><dd>{words}</dd>" in part
    for untouched in ("Untouched", "Left alone", "As it was", "Layout", "alert"):
        assert untouched not in text
    response.refresh_from_db()
    assert response.title == "As it was"
    assert [s.body for s in response.sections.all()] == ["<p>Left alone.</p>", "<p>As it was.</p>"]


def test_a_row_that_was_removed_before_is_listed_where_it_was_typed_in(response, editor, change):
    data = form_data(editor.get(change)) | {"sections-1-body": "<p>Typed.</p>"}
    response.sections.filter(heading="Touched").delete()
    answer = typed_too_late(response, editor, data)
    assert "<dd><p>Typed.</p></dd>" in text_of(answer)
    assert "Touched" in text_of(answer)


def test_what_says_the_same_as_what_is_published_is_not_listed(response, editor):
    answer = typed_too_late(response, editor, {})
    assert answer.status_code == 409
    assert "You had changed nothing" in text_of(answer)
    assert "<dd>" not in text_of(answer)


def test_a_key_of_another_forces_response_is_not_given_a_name(response, editor):
    theirs = ResponseFactory()
    answer = typed_too_late(response, editor, {"follows": str(theirs.pk)})
    assert f"<dt>Earlier response</dt><dd>{theirs.pk}</dd>" in text_of(answer)
    assert theirs.force.short_name not in text_of(answer)


def test_those_who_do_not_write_are_refused_as_ever(response, change):
    approver = signed_in(Role.APPROVER, force=response.force)
    stranger = signed_in(Role.EDITOR, force=ResponseFactory().force)
    typed = {"title": "Typed title"}
    assert approver.post(change, typed).status_code == 403
    put_through(response)
    assert approver.post(change, typed).status_code == 403
    assert stranger.post(change, typed).status_code == 404


def typed_into_what_is_gone(client, row, typed):
    """Open the page of `row`, have its response deleted by somebody else, save what was typed."""
    change = page(type(row), "change", row.pk)
    data = form_data(client.get(change)) | typed
    response = row if isinstance(row, Response) else row.response
    editor = signed_in(Role.EDITOR, force=response.force)
    editor.post(page(Response, "delete", response.pk), {"post": "yes"})
    assert not Response.objects.filter(pk=response.pk).exists()
    return client.post(change, data)


def test_what_was_typed_into_a_response_that_is_gone_is_shown(response, editor):
    typed = {"title": "Typed title", "sections-1-body": "<p>Typed.</p>"}
    answer = typed_into_what_is_gone(editor, response, typed)
    assert answer.status_code == 404
    text = text_of(answer)
    assert "it was deleted" in text
    assert "<dt>Title</dt><dd>Typed title</dd>" in text
    assert "<dd><p>Typed.</p></dd>" in text
    assert "Left alone" not in text
    assert "as it is now" not in text


def test_what_was_typed_into_comments_that_are_gone_is_shown(response):
    comments = ChiefOfficerCommentsFactory(response=response, text="")
    liaison = signed_in(Role.LIAISON, force=response.force)
    answer = typed_into_what_is_gone(liaison, comments, {"text": "<p>Typed.</p>"})
    assert answer.status_code == 404
    assert "<dt>Comments</dt><dd><p>Typed.</p></dd>" in text_of(answer)


@pytest.mark.parametrize("role", [*Role, None])
def test_to_those_who_did_not_write_it_what_is_gone_was_never_there(response, role, change, editor):
    """A row that is gone, one of another force and none at all are one and the same."""
    theirs = ResponseFactory()
    addresses = [change, page(Response, "change", theirs.pk), page(Response, "change", 987654)]
    typed_into_what_is_gone(editor, response, {})
    outsider = signed_in(*([role] if role else []), force=ResponseFactory().force)
    answers = [outsider.post(path, {"title": "Typed title"}) for path in addresses]
    assert len({answer.status_code for answer in answers}) == 1
    assert answers[0].status_code in (403, 404)
    for answer in answers:
        assert b"Nothing was saved" not in answer.content
        assert b"Typed title" not in answer.content
    approver = signed_in(Role.APPROVER, force=response.force)
    assert b"Typed title" not in approver.post(change, {"title": "Typed title"}).content
    looked_at = editor.get(change)
    assert looked_at.status_code == 404
    assert b"Nothing was saved" not in looked_at.content
