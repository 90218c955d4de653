"""What the chief officer has said stands until whoever said it says something else."""

import datetime

import pytest

from forces.models import Role
from recommendations.partial_dates import parse
from responses import services
from responses.duty import check
from responses.models import ChiefOfficerComments, Response, ResponseEvent
from responses.publishing.build import build_record
from responses.workflow import MoveRefusedError
from tests.admin_client import page, signed_in
from tests.factories import (
    ChiefOfficerCommentsFactory,
    MembershipFactory,
    NarrativeSectionFactory,
)
from tests.html_form import form_data
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
CAME = datetime.date(2026, 5, 12)
WHY = "Said so by letter."
OTHERWISE = "<p>We do not agree.</p>"


@pytest.fixture
def comments():
    """A place for comments, in which the force has written."""
    comments = ChiefOfficerCommentsFactory(
        text="<p>We agree.</p>", response__report__published_on=parse("15 April 2026")
    )
    NarrativeSectionFactory(response=comments.response)
    return comments


@pytest.fixture
def sent(comments):
    """Comments that came on 12 May 2026."""
    return services.submit_comments(comments=comments, by=None, now=NOW, settled_on=CAME)


def holder(role, comments):
    return MembershipFactory(role=role, force=comments.response.force).user


def decline(comments, by=None, why=WHY):
    return services.decline_comments(comments=comments, by=by, now=NOW, why=why)


def send(comments):
    return services.submit_comments(comments=comments, by=None, now=NOW)


def write_on(comments):
    comments.text = OTHERWISE
    comments.save()
    return comments


def record_of(comments):
    return build_record(Response.objects.get(pk=comments.response_id), on=CAME)


def comments_point(record):
    return next(one for one in check(record, on=NOW.date()).items if one.point == "comments")


def published(comments):
    """Publish the response once more, and return what readers are given."""
    response = Response.objects.get(pk=comments.response_id)
    if response.status == "published":
        services.open_next_draft(response=response, by=None, now=NOW)
    return put_through(Response.objects.get(pk=response.pk), now=NOW).payload


def test_to_write_on_takes_nothing_back(sent):
    """Else whoever writes could keep a body from publishing, or have it say that none came."""
    before = record_of(sent)
    write_on(sent)
    assert record_of(sent) == before
    payload = published(sent)
    assert "We agree." in payload
    assert "We do not agree." not in payload
    services.open_next_draft(response=Response.objects.get(pk=sent.response_id), by=None, now=NOW)
    send(ChiefOfficerComments.objects.get(pk=sent.pk))
    payload = published(sent)
    assert "We do not agree." in payload
    assert "We agree." not in payload


def test_what_is_sent_again_came_on_its_own_day(sent):
    assert send(write_on(sent)).settled_on == NOW.date()
    assert record_of(sent).sections[-1].html == OTHERWISE


def test_the_day_on_which_comments_came_is_mended_by_sending_them_once_more(sent):
    again = {"comments": sent, "by": None, "now": NOW}
    for day in (None, CAME):
        with pytest.raises(MoveRefusedError, match="already as they stand"):
            services.submit_comments(settled_on=day, **again)
    day = CAME + datetime.timedelta(days=3)
    assert services.submit_comments(settled_on=day, **again).settled_on == day
    words = ResponseEvent.objects.latest("pk").words
    assert words == "Comments of the chief officer submitted again"


def test_comments_take_the_place_of_the_word_that_there_are_none(comments):
    send(decline(comments))
    assert record_of(comments).comments.state == "submitted"
    assert WHY not in published(comments)


def test_the_force_may_say_that_there_are_none_in_place_of_what_it_sent(sent):
    decline(sent, holder(Role.LIAISON, sent))
    payload = published(sent)
    assert WHY in payload
    assert "We agree." not in payload
    assert "We agree." in ChiefOfficerComments.objects.get(pk=sent.pk).text


@pytest.mark.parametrize("said", [lambda one: one, decline])
@pytest.mark.parametrize("is_shown", [True, False])
def test_an_editor_replaces_nothing_that_the_force_said(comments, said, is_shown):
    said(send(comments))
    if is_shown:
        published(comments)
        services.open_next_draft(
            response=Response.objects.get(pk=comments.response_id), by=None, now=NOW
        )
    before = record_of(comments)
    editor = holder(Role.EDITOR, comments)
    with pytest.raises(MoveRefusedError, match="only the force can replace it"):
        decline(comments, editor, why="Nothing came by our post.")
    with pytest.raises(MoveRefusedError, match=r"only the force can replace it|No word stands"):
        services.take_back_decline(comments=comments, by=editor, now=NOW)
    assert record_of(comments) == before


def test_an_editor_mends_what_the_office_recorded_in_a_later_draft_too(comments):
    editor = holder(Role.EDITOR, comments)
    published(comments)
    services.open_next_draft(
        response=Response.objects.get(pk=comments.response_id), by=None, now=NOW
    )
    decline(comments, editor)
    decline(comments, editor, why="Said so by telephone.")
    assert record_of(comments).comments.why_none == "Said so by telephone."
    services.take_back_decline(comments=comments, by=editor, now=NOW)
    assert record_of(comments).comments.state == ""


def test_the_force_says_for_itself_what_the_office_recorded(comments):
    decline(comments, holder(Role.EDITOR, comments))
    assert decline(comments, holder(Role.LIAISON, comments)).is_said_by_force
    with pytest.raises(MoveRefusedError):
        decline(comments, holder(Role.EDITOR, comments), why="Another reason.")


def test_what_was_written_since_can_be_given_up_and_stays_in_the_history(sent):
    events = ResponseEvent.objects.count()
    put_back = {"comments": write_on(sent), "by": None, "now": NOW}
    assert services.put_back_what_was_sent(**put_back).text == "<p>We agree.</p>"
    assert sent.history.filter(text=OTHERWISE).exists()
    assert ResponseEvent.objects.count() == events
    with pytest.raises(MoveRefusedError, match="as they were sent"):
        services.put_back_what_was_sent(**put_back)


def test_a_decline_beside_comments_in_the_text_is_a_gap(comments):
    NarrativeSectionFactory(response=comments.response, voice="chief_officer")
    decline(comments)
    (gap,) = comments_point(record_of(comments)).gaps
    assert gap.words == "The chief officer has declined to comment, and comments stand in the text"


def test_a_reply_to_no_comments_is_a_gap(comments):
    NarrativeSectionFactory(response=comments.response, kind="reply")
    items = {one.point: one for one in check(record_of(comments), on=NOW.date()).items}
    told = ["A reply stands in the text, and there are no comments to reply to"]
    assert [gap.words for gap in items["reply"].gaps] == told


def test_readers_are_not_told_that_none_came_where_they_stand_in_the_text(client, comments):
    NarrativeSectionFactory(response=comments.response, voice="chief_officer")
    response = comments.response
    response.invited_on, response.reply_by_on = datetime.date(2026, 4, 20), CAME
    response.save()
    published(comments)
    shown = client.get(response.publications.get().get_absolute_url()).content.decode()
    assert "none received" not in shown
    assert "They stand in the text" in shown


def test_nothing_is_replaced_or_given_up_that_was_not_seen(sent):
    liaison = signed_in(Role.LIAISON, force=sent.response.force)
    write_on(sent)
    declines, puts_back = (
        form_data(liaison.get(step(sent, name))) for name in ("decline", "put_back")
    )
    sent.text = "<p>A colleague’s long letter.</p>"
    sent.save()
    shown = liaison.post(step(sent, "put_back"), puts_back).content.decode()
    assert "Nothing was done" in shown
    assert "A colleague’s long letter." in shown
    send(sent)
    shown = liaison.post(step(sent, "decline"), declines | {"why": WHY}).content.decode()
    assert "Nothing was done" in shown
    sent.refresh_from_db()
    assert (sent.state, sent.text) == ("submitted", "<p>A colleague’s long letter.</p>")


def test_no_word_of_a_colleague_is_replaced_or_taken_back_unseen(comments):
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    decline(comments, holder(Role.EDITOR, comments))
    sends, takes_back = (
        form_data(liaison.get(step(comments, name))) for name in ("send", "take_back")
    )
    decline(comments, why="The chief withdraws what he said.")
    for name, data in (("send", sends), ("take_back", takes_back)):
        shown = liaison.post(step(comments, name), data).content.decode()
        assert "Nothing was done" in shown
        assert "The chief withdraws what he said." in shown
    comments.refresh_from_db()
    assert comments.why_none == "The chief withdraws what he said."


def test_a_second_press_on_a_decline_says_that_the_same_is_recorded(comments):
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    data = form_data(liaison.get(step(comments, "decline"))) | {"why": WHY}
    assert liaison.post(step(comments, "decline"), data).status_code == 302
    shown = liaison.post(step(comments, "decline"), data).content.decode()
    assert "The same is recorded already." in shown


def test_a_decline_that_is_recorded_once_more_keeps_its_day(comments):
    on = {"comments": comments, "by": None, "why": WHY}
    services.decline_comments(now=NOW, settled_on=CAME, **on)
    later = NOW + datetime.timedelta(days=1)
    with pytest.raises(MoveRefusedError, match="The same is recorded"):
        services.decline_comments(now=later, **on)
    comments.refresh_from_db()
    assert comments.settled_on == CAME


def test_who_mends_a_decline_begins_with_what_stands(comments):
    services.decline_comments(
        comments=comments, by=None, now=NOW, why="Wrote on 12 Mai.", settled_on=CAME
    )
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    asked = form_data(liaison.get(step(comments, "decline")))
    assert (asked["why"], asked["settled_on"]) == ("Wrote on 12 Mai.", CAME.isoformat())


def test_what_is_given_up_or_replaced_is_shown(sent):
    write_on(sent)
    liaison = signed_in(Role.LIAISON, force=sent.response.force)
    for name, words in (("decline", "We agree."), ("put_back", "We do not agree.")):
        assert words in liaison.get(step(sent, name)).content.decode()
    editor = signed_in(Role.EDITOR, force=sent.response.force)
    refused = editor.get(step(sent, "decline"), follow=True).content.decode()
    assert "only the force can replace it" in refused
    assert "We do not agree." not in refused


def test_the_force_is_told_that_what_it_wrote_before_a_decline_is_not_sent(comments):
    decline(comments, holder(Role.EDITOR, comments))
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    shown = liaison.get(page(ChiefOfficerComments, "change", comments.pk)).content.decode()
    assert "What is written below is not sent" in shown


def test_the_history_of_the_force_says_when_it_sent_them(sent):
    send(write_on(sent))
    liaison = signed_in(Role.LIAISON, force=sent.response.force)
    shown = liaison.get(page(ChiefOfficerComments, "history", sent.pk)).content.decode()
    assert "Comments of the chief officer submitted again" in shown


def test_who_saves_what_was_sent_is_not_told_that_it_is_not(sent):
    liaison = signed_in(Role.LIAISON, force=sent.response.force)
    change = page(ChiefOfficerComments, "change", sent.pk)
    shown = liaison.post(change, form_data(liaison.get(change)), follow=True).content.decode()
    assert "The office has the comments as they stand." in shown


def step(comments, name):
    return page(ChiefOfficerComments, "step", comments.pk, name)


def block(client, comments):
    """Return what the page of the response shows of its comments."""
    shown = client.get(page(Response, "change", comments.response_id)).content.decode()
    return shown[shown.index('id="comments-group"') :].split("</section>")[0]


def test_an_editor_reads_what_was_sent_and_that_more_is_written_but_not_what(sent):
    write_on(sent)
    editor = signed_in(Role.EDITOR, force=sent.response.force)
    shown = block(editor, sent)
    assert "Received on 12 May 2026. Only the force can change" in shown
    assert "The force has changed them since, and has not sent the change." in shown
    assert "/step/" not in shown
    own_page = editor.get(page(ChiefOfficerComments, "change", sent.pk)).content.decode()
    assert "We agree." in own_page
    assert "We do not agree." not in own_page


def test_the_force_sees_what_it_writes_beside_what_it_sent(sent):
    liaison = signed_in(Role.LIAISON, force=sent.response.force)
    change = page(ChiefOfficerComments, "change", sent.pk)
    assert "put_back" not in liaison.get(change).content.decode()
    write_on(sent)
    shown = liaison.get(change).content.decode()
    assert "What you wrote since is not sent" in shown
    assert "We do not agree." in shown
    assert "We agree." in shown
    data = form_data(liaison.get(step(sent, "put_back")))
    assert liaison.post(step(sent, "put_back"), data).url == change
    assert not ChiefOfficerComments.objects.get(pk=sent.pk).is_changed_since


def test_a_reason_that_came_too_late_is_shown_again(comments):
    editor = signed_in(Role.EDITOR, force=comments.response.force)
    asked = form_data(editor.get(step(comments, "decline")))
    decline(comments, why="The force said so.")
    answer = editor.post(step(comments, "decline"), asked | {"why": WHY}).content.decode()
    assert "only the force can replace it" in answer
    assert WHY in answer
    assert step(comments, "decline") not in block(editor, comments)


def test_an_editor_is_offered_to_take_back_what_the_office_recorded(comments):
    decline(comments, holder(Role.EDITOR, comments))
    editor = signed_in(Role.EDITOR, force=comments.response.force)
    shown = block(editor, comments)
    assert step(comments, "take_back") in shown
    assert "as the office recorded" in shown
    data = form_data(editor.get(step(comments, "take_back")))
    said = editor.post(step(comments, "take_back"), data, follow=True).content.decode()
    assert "neither received nor declined" in said


@pytest.mark.parametrize("state", ["submitted", "declined"])
def test_what_stands_is_asked_of_nobody(comments, state):
    send(comments) if state == "submitted" else decline(comments)
    write_on(ChiefOfficerComments.objects.get(pk=comments.pk))
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    assert liaison.get("/admin/").context["comments"] == []
