"""The pages of the chief officer's comments: written, sent, declined, and read."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from responses import services
from responses.models import ChiefOfficerComments, Response, ResponseEvent
from tests.admin_client import page, signed_in
from tests.factories import (
    ChiefOfficerCommentsFactory,
    NarrativeSectionFactory,
    OversightFactory,
    ResponseFactory,
)
from tests.html_form import form_data
from tests.responses.step_errors import assert_said_at_the_head

pytestmark = pytest.mark.django_db

LIST = page(ChiefOfficerComments, "changelist")
STEPS = ("send", "decline", "take_back", "put_back")


@pytest.fixture
def comments():
    response = ResponseFactory(
        invited_on=datetime.date(2026, 5, 4), reply_by_on=datetime.date(2026, 5, 18)
    )
    return ChiefOfficerCommentsFactory(response=response, text="<p>We <em>agree</em>.</p>")


@pytest.fixture
def liaison(comments):
    return signed_in(Role.LIAISON, force=comments.response.force)


@pytest.fixture
def editor(comments):
    return signed_in(Role.EDITOR, force=comments.response.force)


def change(comments):
    return page(ChiefOfficerComments, "change", comments.pk)


def step(comments, name):
    return page(ChiefOfficerComments, "step", comments.pk, name)


def settle(comments, name):
    service = {"send": services.submit_comments, "decline": services.decline_comments}[name]
    given = {"why": "Said so by letter."} if name == "decline" else {}
    service(comments=comments, by=None, now=timezone.now(), **given)


def state_of(comments):
    return ChiefOfficerComments.objects.get(pk=comments.pk).state


def messages(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_the_page_says_what_is_asked_and_by_when(comments, liaison):
    shown = liaison.get(change(comments)).content.decode()
    report = comments.response.report
    assert f'<a href="{report.get_absolute_url()}">{report.title}</a>' in shown
    assert "Invited on 4 May 2026, to comment by 18 May 2026." in shown
    assert "9 June 2026 (day 56)" in shown
    assert "Only your force reads them until you send them." in shown


def test_a_report_that_is_not_on_the_register_has_no_public_page_to_go_to(comments, liaison):
    report = comments.response.report
    report.is_listed = False
    report.save()
    shown = liaison.get(change(comments)).content.decode()
    assert report.title in shown
    assert report.get_absolute_url() not in shown


def test_the_liaison_writes_and_stays_with_what_is_written(comments, liaison):
    data = form_data(liaison.get(change(comments))) | {"text": "<p>We do not.</p>"}
    answer = liaison.post(change(comments), data | {"_save": "Save"}, follow=True)
    assert "Only your force reads this" in messages(answer)
    assert answer.redirect_chain[-1][0] == change(comments)
    comments.refresh_from_db()
    assert (comments.text, comments.state) == ("<p>We do not.</p>", "draft")


def test_what_is_typed_is_saved_before_it_is_sent(comments, liaison):
    data = form_data(liaison.get(change(comments))) | {"text": "<p>We do not.</p>"}
    asked = liaison.post(change(comments), data | {"_send": "Send"}, follow=True)
    assert asked.redirect_chain[-1][0] == step(comments, "send")
    assert "<p>We do not.</p>" in asked.content.decode()
    assert state_of(comments) == "draft"
    answer = liaison.post(step(comments, "send"), form_data(asked), follow=True)
    assert "Sent:" in messages(answer)
    assert state_of(comments) == "submitted"
    assert ResponseEvent.objects.get().by == liaison.user


def test_what_a_colleague_wrote_since_the_page_was_opened_is_not_sent(comments, liaison):
    data = form_data(liaison.get(step(comments, "send")))
    comments.text = "<p>We do not.</p>"
    comments.save()
    answer = liaison.post(step(comments, "send"), data, follow=True)
    assert_said_at_the_head(answer, "Nothing was done")
    assert "<p>We do not.</p>" in answer.content.decode()
    assert state_of(comments) == "draft"
    assert_said_at_the_head(liaison.post(step(comments, "send")), "Nothing was done")
    assert state_of(comments) == "draft"


def test_nothing_is_not_sent(comments, liaison):
    comments.text = ""
    comments.save()
    for answer in (
        liaison.get(step(comments, "send"), follow=True),
        liaison.post(step(comments, "send"), follow=True),
    ):
        assert "Write the comments first" in messages(answer)
    assert state_of(comments) == "draft"


def test_declining_asks_why_and_keeps_what_was_typed(comments, liaison):
    asked = liaison.post(step(comments, "decline"), {"why": "  "})
    assert "Say why, or how the chief officer said so." in asked.content.decode()
    long = "x" * 501
    asked = liaison.post(step(comments, "decline"), {"why": long})
    assert long in asked.content.decode()
    assert state_of(comments) == "draft"
    data = form_data(asked) | {"why": "By letter."}
    answer = liaison.post(step(comments, "decline"), data, follow=True)
    assert "does not comment" in messages(answer)
    assert "By letter." in answer.content.decode()


def test_looking_at_a_step_takes_none(comments, liaison):
    for name in ("send", "decline"):
        assert liaison.get(step(comments, name)).status_code == 200
    assert state_of(comments) == "draft"
    assert not ResponseEvent.objects.exists()


@pytest.mark.parametrize("name", ["send", "decline"])
def test_a_day_to_come_is_refused_at_its_field_and_another_is_kept(comments, liaison, name):
    data = form_data(liaison.get(step(comments, name))) | {"why": "By letter."}
    refused = liaison.post(step(comments, name), data | {"settled_on": "2099-01-01"})
    assert refused.context["form"].errors == {"settled_on": ["This day has not come yet."]}
    assert state_of(comments) == "draft"
    on = comments.response.report.published_on.earliest
    liaison.post(step(comments, name), data | {"settled_on": on.isoformat()})
    assert ChiefOfficerComments.objects.get().settled_on == on


@pytest.mark.parametrize("name", ["send", "decline"])
def test_the_force_writes_on_while_what_it_said_stands(comments, liaison, name):
    settle(comments, name)
    before = state_of(comments)
    data = form_data(liaison.get(change(comments))) | {"text": "<p>More.</p>"}
    shown = liaison.post(change(comments), data, follow=True).content.decode()
    assert ("<p>We <em>agree</em>.</p>" in shown) is (name == "send")
    assert ("Said so by letter." in shown) is (name == "decline")
    assert state_of(comments) == before


def test_a_step_that_is_not_possible_is_a_message(comments, liaison):
    settle(comments, "send")
    for name, words in (("put_back", "as they were sent"), ("take_back", "No word stands")):
        for ask in (liaison.get, liaison.post):
            assert words in messages(ask(step(comments, name), follow=True))
    data = form_data(liaison.get(step(comments, "send")))
    assert_said_at_the_head(liaison.post(step(comments, "send"), data), "already as they stand")
    assert ResponseEvent.objects.count() == 1


def test_what_two_of_the_force_write_at_once_is_shown_to_the_second(comments, liaison):
    colleague = signed_in(Role.LIAISON, force=comments.response.force)
    first, second = (form_data(one.get(change(comments))) for one in (liaison, colleague))
    liaison.post(change(comments), first | {"text": "<p>The first.</p>"})
    answer = colleague.post(change(comments), second | {"text": "<p>The second.</p>"})
    assert "Somebody else changed this" in str(answer.context["adminform"].form.errors["text"])
    for words in ("The first.", "The second."):
        assert words in answer.content.decode()
    comments.refresh_from_db()
    assert comments.text == "<p>The first.</p>"
    colleague.post(change(comments), form_data(answer) | {"text": "<p>Both.</p>"})
    comments.refresh_from_db()
    assert comments.text == "<p>Both.</p>"


def test_what_came_too_late_is_refused_and_shown(comments, liaison):
    data = form_data(liaison.get(change(comments)))
    NarrativeSectionFactory(response=comments.response)
    services.submit(response=comments.response, by=None, now=timezone.now())
    answer = liaison.post(change(comments), data | {"text": "<p>Much <b>later</b></p>"})
    assert answer.status_code == 409
    assert "<p>Much <strong>later</strong></p>" in answer.content.decode()
    comments.refresh_from_db()
    assert comments.text == "<p>We <em>agree</em>.</p>"


def test_once_the_response_is_handed_in_nothing_is_written_or_settled(comments, liaison):
    NarrativeSectionFactory(response=comments.response)
    services.submit(response=comments.response, by=None, now=timezone.now())
    shown = liaison.get(change(comments)).content.decode()
    assert "“Submitted for approval”, so they stay as they are." in shown
    assert 'name="text"' not in shown
    assert "/step/" not in shown
    assert liaison.post(change(comments), {"text": "<p>Later</p>"}).status_code == 409
    for name in ("send", "decline"):
        answer = liaison.post(step(comments, name), follow=True)
        assert "stay as they are" in messages(answer)
    answer = liaison.post(step(comments, "decline"), {"why": "Nothing to add."})
    assert answer.status_code == 409
    assert "Nothing to add." in answer.content.decode()
    comments.refresh_from_db()
    assert (comments.text, comments.state) == ("<p>We <em>agree</em>.</p>", "draft")


def test_script_is_cleaned_from_what_is_written(comments, liaison):
    data = form_data(liaison.get(change(comments)))
    typed = {"text": "<p>Yes<script>alert(1)</script></p>"}
    answer = liaison.post(change(comments), data | typed, follow=True)
    assert "Left out of Comments: a script" in messages(answer)
    comments.refresh_from_db()
    assert comments.text == "<p>Yes</p>"


def test_nobody_adds_or_deletes_a_place_for_comments(comments, liaison, editor):
    empty = ChiefOfficerCommentsFactory(
        text="", response=ResponseFactory(force=comments.response.force)
    )
    for client in (liaison, editor):
        assert client.get(page(ChiefOfficerComments, "add")).status_code == 403
        for row in (comments, empty):
            path = page(ChiefOfficerComments, "delete", row.pk)
            assert client.post(path, {"post": "yes"}).status_code == 403
    assert ChiefOfficerComments.objects.count() == 2


def test_a_draft_is_deleted_with_its_empty_place_and_not_with_what_the_force_wrote(editor):
    force = ChiefOfficerComments.objects.get().response.force
    OversightFactory(force=force)
    for text, stays in (("", False), ("<p>Written by the force</p>", True)):
        report = ResponseFactory().report
        opened = services.open_response(force=force, report=report, by=None, now=timezone.now())
        place = opened.comments
        place.text = text
        place.save()
        path = page(Response, "delete", opened.pk)
        assert "Written by the force" not in editor.get(path).content.decode()
        editor.post(path, {"post": "yes"})
        assert Response.objects.filter(pk=opened.pk).exists() is stays


def block(client, comments):
    """Return what the page of the response shows of its comments."""
    shown = client.get(page(Response, "change", comments.response_id)).content.decode()
    return shown[shown.index('id="comments-group"') :].split("</section>")[0]


def test_the_page_of_the_response_says_how_the_comments_stand(comments, editor):
    shown = block(editor, comments)
    assert "Nothing is sent yet." in shown
    assert step(comments, "decline") in shown
    assert step(comments, "send") not in shown
    assert change(comments) not in shown
    settle(comments, "send")
    shown = block(editor, comments)
    assert "Received on" in shown
    assert change(comments) in shown
    assert "/step/" not in shown


def test_the_page_of_the_response_says_why_there_are_none(comments, editor):
    settle(comments, "decline")
    shown = block(editor, comments)
    assert "Said so by letter." in shown
    assert "/step/" not in shown


def test_an_approver_reads_what_was_sent_and_is_offered_no_step(comments):
    approver = signed_in(Role.APPROVER, force=comments.response.force)
    assert "/step/" not in block(approver, comments)
    settle(comments, "send")
    assert "/step/" not in block(approver, comments)
    shown = approver.get(change(comments)).content.decode()
    assert "<p>We <em>agree</em>.</p>" in shown
    assert "/step/" not in shown


def test_an_editor_says_that_the_chief_officer_declined_and_takes_it_back(comments, editor):
    way_back = f"{page(Response, 'change', comments.response_id)}#comments-group"
    data = form_data(editor.get(step(comments, "decline"))) | {"why": "Told us on the telephone."}
    answer = editor.post(step(comments, "decline"), data)
    assert answer.url == way_back
    assert state_of(comments) == "declined"
    assert ResponseEvent.objects.get().by == editor.user
    data = form_data(editor.get(step(comments, "take_back")))
    answer = editor.post(step(comments, "take_back"), data)
    assert answer.url == way_back
    assert state_of(comments) == "draft"


def test_each_step_is_for_its_roles_and_unknown_ones_are_not_found(comments, liaison, editor):
    approver = signed_in(Role.APPROVER, force=comments.response.force)
    for client in (editor, approver):
        assert client.get(step(comments, "send")).status_code == 403
        assert client.post(step(comments, "send")).status_code == 403
    for name in STEPS:
        assert approver.post(step(comments, name), {"why": "Why"}).status_code == 403
    assert liaison.get(step(comments, "burn")).status_code == 404
    assert state_of(comments) == "draft"


def test_a_list_asks_as_often_for_three_rows_as_for_one(
    comments, liaison, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15) as asked:
        liaison.get(LIST)
    for _ in range(2):
        ChiefOfficerCommentsFactory(response=ResponseFactory(force=comments.response.force))
    with django_assert_num_queries(len(asked)):
        shown = liaison.get(LIST)
    assert len(shown.context["cl"].result_list) == 3
