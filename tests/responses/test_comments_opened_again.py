"""Comments that were sent and are opened again: the force's to take back, and not the office's."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import parse
from responses import services
from responses.models import ChiefOfficerComments, Response, ResponseEvent
from responses.publishing.build import build_record
from responses.workflow import MoveRefusedError
from tests.admin_client import page, signed_in
from tests.factories import (
    ChiefOfficerCommentsFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
)
from tests.html_form import form_data
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
CAME = datetime.date(2026, 5, 12)
WHY = "Said so by letter."


def sent():
    """Return comments that came on 12 May 2026."""
    comments = ChiefOfficerCommentsFactory(
        text="<p>We agree.</p>", response__report__published_on=parse("15 April 2026")
    )
    NarrativeSectionFactory(response=comments.response)
    asked = {"by": None, "now": NOW, "settled_on": CAME}
    return services.submit_comments(comments=comments, **asked)


@pytest.fixture
def opened():
    """Comments that came on 12 May 2026 and are open again."""
    return services.reopen_comments(comments=sent(), by=None, now=NOW)


def holder(role, force):
    return MembershipFactory(role=role, force=None if role == Role.REGISTER_EDITOR else force).user


def decline(comments, by):
    return services.decline_comments(comments=comments, by=by, now=NOW, why=WHY)


def leave(comments, by=None):
    return services.leave_comments_as_sent(comments=comments, by=by, now=NOW)


def give_until(comments, day):
    """Ask for `comments` by that day."""
    Response.objects.filter(pk=comments.response_id).update(reply_by_on=day)
    comments.response.refresh_from_db()


def write_on(comments):
    comments.text = "<p>We do not agree.</p>"
    comments.save()
    return comments


def record_of(comments):
    return build_record(Response.objects.get(pk=comments.response_id), on=CAME).to_json()


def test_an_editor_takes_what_readers_were_shown_out_of_no_further_version():
    comments = sent()
    response = comments.response
    editor = holder(Role.EDITOR, response.force)
    assert "We agree." in put_through(response, now=NOW).payload
    services.open_next_draft(response=response, by=editor, now=NOW)
    services.reopen_comments(comments=comments, by=editor, now=NOW)
    with pytest.raises(PermissionDenied):
        decline(comments, editor)
    with pytest.raises(MoveRefusedError, match="leave them as they were sent"):
        services.submit(response=response, by=editor, now=NOW)
    leave(comments, editor)
    response.refresh_from_db()
    assert "We agree." in put_through(response, now=NOW).payload


def test_the_force_alone_says_that_there_are_none_in_place_of_what_it_sent(opened):
    with pytest.raises(PermissionDenied):
        decline(opened, holder(Role.EDITOR, opened.response.force))
    declined = decline(opened, holder(Role.LIAISON, opened.response.force))
    assert (declined.state, declined.why_none) == ("declined", WHY)


def test_what_is_left_as_it_was_sent_is_of_the_day_on_which_it_came():
    comments = sent()
    before = record_of(comments)
    services.reopen_comments(comments=comments, by=None, now=NOW)
    assert record_of(comments) != before
    editor = holder(Role.EDITOR, comments.response.force)
    leave(comments, editor)
    comments.refresh_from_db()
    assert (comments.state, comments.settled_on) == ("submitted", CAME)
    assert comments.opened_again_on is None
    assert record_of(comments) == before
    event = ResponseEvent.objects.latest("pk")
    assert event.words == "Comments of the chief officer left as they were sent"
    assert (event.move, event.by) == ("comments", editor)


def test_what_the_force_has_changed_in_its_time_is_the_forces_to_send(opened):
    write_on(opened)
    give_until(opened, timezone.localdate())
    with pytest.raises(MoveRefusedError, match="only the force can send them"):
        leave(opened)
    opened.refresh_from_db()
    assert opened.text == "<p>We do not agree.</p>"


@pytest.mark.parametrize("by", [None, datetime.date(2026, 5, 20)])
def test_nobody_holds_a_publication_up_by_writing_on_when_the_time_is_over(opened, by):
    write_on(opened)
    give_until(opened, by)
    left = leave(opened, holder(Role.EDITOR, opened.response.force))
    assert (left.text, left.settled_on) == ("<p>We agree.</p>", CAME)
    assert opened.history.filter(text="<p>We do not agree.</p>").exists()
    assert "We agree." in put_through(opened.response, now=NOW).payload


def declined_and_shown():
    """Return comments that the chief officer declined, in a draft after readers were shown it."""
    comments = ChiefOfficerCommentsFactory(
        text="", response__report__published_on=parse("15 April 2026")
    )
    NarrativeSectionFactory(response=comments.response)
    decline(comments, None)
    put_through(comments.response, now=NOW)
    services.open_next_draft(response=comments.response, by=None, now=NOW)
    return ChiefOfficerComments.objects.get(pk=comments.pk)


def test_the_force_alone_takes_back_that_there_are_none_once_readers_were_shown_it():
    comments = declined_and_shown()
    force = comments.response.force
    editor = signed_in(Role.EDITOR, force=force)
    assert step(comments, "reopen") not in block(editor, comments)
    assert editor.post(step(comments, "reopen")).status_code == 403
    with pytest.raises(PermissionDenied):
        services.reopen_comments(comments=comments, by=holder(Role.EDITOR, force), now=NOW)
    liaison = holder(Role.LIAISON, force)
    opened = services.reopen_comments(comments=comments, by=liaison, now=NOW)
    assert opened.state == "draft"


def test_it_is_left_as_it_was_sent_last(opened):
    again = {"by": None, "now": NOW}
    services.submit_comments(comments=write_on(opened), **again)
    services.reopen_comments(comments=opened, **again)
    assert leave(opened).settled_on == NOW.date()


@pytest.mark.parametrize("is_declined", [True, False])
def test_what_was_never_sent_is_not_left_so(is_declined):
    comments = ChiefOfficerCommentsFactory()
    if is_declined:
        comments = services.reopen_comments(comments=decline(comments, None), by=None, now=NOW)
    with pytest.raises(MoveRefusedError, match="No comments were sent before"):
        leave(comments)


@pytest.mark.parametrize("role", Role)
def test_it_is_left_by_those_who_open_it_in_the_own_force_alone(opened, role):
    with pytest.raises(PermissionDenied):
        leave(opened, holder(role, PoliceForceFactory()))
    by = holder(role, opened.response.force)
    if role in {Role.LIAISON, Role.EDITOR}:
        leave(opened, by)
    else:
        with pytest.raises(PermissionDenied):
            leave(opened, by)


def step(comments, name):
    return page(ChiefOfficerComments, "step", comments.pk, name)


def block(client, comments):
    """Return what the page of the response shows of its comments."""
    shown = client.get(page(Response, "change", comments.response_id)).content.decode()
    return shown[shown.index('id="comments-group"') :].split("</section>")[0]


def test_an_editor_is_offered_to_leave_them_and_not_to_decline(opened):
    editor = signed_in(Role.EDITOR, force=opened.response.force)
    shown = block(editor, opened)
    assert step(opened, "leave") in shown
    assert step(opened, "decline") not in shown
    for method in (editor.get, editor.post):
        assert method(step(opened, "decline"), {"why": WHY}).status_code == 403
    assert "as they were sent, as of the day" in editor.get(step(opened, "leave")).content.decode()
    said = editor.post(step(opened, "leave"), follow=True).content.decode()
    assert "The comments are as they were sent" in said
    assert "Received on 12 May 2026." in said


def test_where_the_force_writes_on_an_editor_reads_why_nothing_can_be_done(opened):
    write_on(opened)
    give_until(opened, timezone.localdate())
    editor = signed_in(Role.EDITOR, force=opened.response.force)
    shown = block(editor, opened)
    assert "/step/" not in shown
    assert "until then this response cannot be submitted" in shown
    assert 'id="comments-step"' in shown
    answer = editor.post(step(opened, "leave"), follow=True)
    assert "only the force can send them" in answer.content.decode()


def test_the_force_is_offered_to_leave_them_or_to_say_that_there_are_none(opened):
    liaison = signed_in(Role.LIAISON, force=opened.response.force)
    change = page(ChiefOfficerComments, "change", opened.pk)
    shown = liaison.get(change).content.decode()
    assert step(opened, "leave") in shown
    assert step(opened, "decline") in shown
    assert liaison.post(step(opened, "leave")).url == change
    write_on(services.reopen_comments(comments=opened, by=None, now=NOW))
    give_until(opened, timezone.localdate())
    assert step(opened, "leave") not in liaison.get(change).content.decode()


def test_the_home_of_each_says_whose_turn_it_is_where_nobody_was_invited(opened):
    """The force sent them unasked: no invitation says that it is its turn."""
    force = opened.response.force
    liaison, editor = (signed_in(role, force=force) for role in (Role.LIAISON, Role.EDITOR))
    front = liaison.get("/admin/")
    assert [row for row, *_ in front.context["comments"]] == [opened]
    assert (
        "Opened again on 29 May 2026: the office cannot submit its response until they are sent."
        in front.content.decode()
    )
    change = liaison.get(page(ChiefOfficerComments, "change", opened.pk)).content.decode()
    assert "the office cannot submit its response until they are sent" in change
    shown = editor.get("/admin/").content.decode()
    assert "Your turn: write it meanwhile; it can be submitted once" in shown
    assert "The force’s turn: send the chief officer’s comments again" in shown
    assert "submit it for approval" not in shown
    leave(opened)
    assert liaison.get("/admin/").context["comments"] == []
    assert "submit it for approval" in editor.get("/admin/").content.decode()


def test_what_is_sent_again_unchanged_keeps_the_day_on_which_it_came(opened):
    liaison = signed_in(Role.LIAISON, force=opened.response.force)
    asked = liaison.get(step(opened, "send"))
    assert "came then, 12 May 2026, is filled in" in asked.content.decode()
    liaison.post(step(opened, "send"), form_data(asked))
    opened.refresh_from_db()
    assert (opened.state, opened.settled_on) == ("submitted", CAME)


def test_what_is_sent_changed_comes_on_the_day_on_which_it_is_sent(opened):
    write_on(opened)
    liaison = signed_in(Role.LIAISON, force=opened.response.force)
    asked = liaison.get(step(opened, "send"))
    assert "is filled in" not in asked.content.decode()
    liaison.post(step(opened, "send"), form_data(asked))
    opened.refresh_from_db()
    assert (opened.state, opened.settled_on) == ("submitted", timezone.localdate())
