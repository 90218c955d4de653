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
    with pytest.raises(MoveRefusedError, match="nothing here that it could take back"):
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
    assert "Received on 12 May 2026. The force has changed them since" in shown
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
    assert liaison.post(step(sent, "put_back")).url == change
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
    said = editor.post(step(comments, "take_back"), follow=True).content.decode()
    assert "neither received nor declined" in said


@pytest.mark.parametrize("state", ["submitted", "declined"])
def test_what_stands_is_asked_of_nobody(comments, state):
    send(comments) if state == "submitted" else decline(comments)
    write_on(ChiefOfficerComments.objects.get(pk=comments.pk))
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    assert liaison.get("/admin/").context["comments"] == []
