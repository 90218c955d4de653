"""The chief officer's comments: written by the force, read by the office once they are sent."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from forces.models import Role
from recommendations.partial_dates import PartialDate
from responses.duty.chief_officer import point_of_comments
from responses.models import ChiefOfficerComments, Response, ResponseEvent
from responses.publishing.build import build_record
from responses.services import decline_comments, submit, submit_comments, take_back_decline
from responses.services.comments import comments_hash
from responses.workflow import MoveRefusedError, Status
from tests.factories import (
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
)
from tests.responses.publishing import make_approved, put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)
LONDON = datetime.date(2026, 6, 1)
WHY = "Said so by letter."
MOVES = ["submit", "decline", "take_back"]
MAY = {
    "submit": {Role.LIAISON},
    "decline": {Role.LIAISON, Role.EDITOR},
    "take_back": {Role.LIAISON, Role.EDITOR},
}


def holder(role, force):
    return MembershipFactory(role=role, force=None if role == Role.REGISTER_EDITOR else force).user


def make(move, comments, by=None, **given):
    asked = {"comments": comments, "by": by, "now": NOW} | given
    if move == "submit":
        return submit_comments(**asked)
    if move == "decline":
        return decline_comments(**{"why": WHY} | asked)
    return take_back_decline(**asked)


def ready_for(move):
    """Return comments from whose state `move` leads."""
    comments = ChiefOfficerCommentsFactory()
    if move != "take_back":
        return comments
    return make("decline", comments, by=holder(Role.EDITOR, comments.response.force))


def record_of(comments):
    return build_record(Response.objects.get(pk=comments.response_id), on=LONDON)


def words_of(comments):
    return record_of(comments).to_json()


def test_submitting_settles_them_on_the_day_of_london_with_an_event():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    liaison = holder(Role.LIAISON, comments.response.force)
    submit_comments(comments=comments, by=liaison, now=NOW)
    comments.refresh_from_db()
    assert (comments.state, comments.settled_on) == ("submitted", LONDON)
    event = ResponseEvent.objects.get()
    assert (event.response, event.by, event.at) == (comments.response, liaison, NOW)
    assert event.words == "Comments of the chief officer submitted"
    assert event.status == Status.DRAFT


@pytest.mark.parametrize("move", ["submit", "decline"])
def test_they_are_settled_on_the_day_on_which_they_came_by_other_means(move):
    comments = ChiefOfficerCommentsFactory(response__report=april())
    make(move, comments, settled_on=datetime.date(2026, 5, 12))
    comments.refresh_from_db()
    assert comments.settled_on == datetime.date(2026, 5, 12)
    assert record_of(comments).comments.settled_on.words == "12 May 2026"


@pytest.mark.parametrize("move", ["submit", "decline"])
@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (LONDON + datetime.timedelta(1), "This day has not come yet."),
        (datetime.date(2026, 4, 14), "This is before the report was published, 15 April 2026."),
    ],
)
def test_a_day_on_which_they_cannot_have_come_is_refused_at_its_field(move, day, refusal):
    comments = ChiefOfficerCommentsFactory(response__report=april())
    with pytest.raises(ValidationError) as refused:
        make(move, comments, settled_on=day)
    assert refused.value.message_dict == {"settled_on": [refusal]}
    assert not ResponseEvent.objects.exists()


@pytest.mark.parametrize("move", ["submit", "decline"])
def test_a_day_before_some_of_the_reports_is_kept_and_is_a_gap_of_the_checklist(move):
    comments = ChiefOfficerCommentsFactory(response__report=april())
    later = InspectionReportFactory(published_on=PartialDate(2026, 5, 20))
    comments.response.further_reports.add(later)
    make(move, comments, settled_on=datetime.date(2026, 5, 12))
    (gap,) = point_of_comments(record_of(comments), LONDON).gaps
    assert f"dated before “{later.short_title}” was published" in gap.words


def april():
    return InspectionReportFactory(published_on=PartialDate(2026, 4, 15))


def test_only_what_is_submitted_stands_in_the_record():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    assert "We agree." not in words_of(comments)
    assert record_of(comments).comments.state == ""
    make("submit", comments)
    section = record_of(comments).sections[-1]
    assert (section.html, section.voice) == ("<p>We agree.</p>", "chief_officer")


def test_comments_that_never_came_keep_no_response_back():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    NarrativeSectionFactory(response=comments.response)
    submit(response=comments.response, by=None, now=NOW)


def test_what_was_drafted_before_the_chief_officer_declined_is_in_no_record():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    make("decline", comments)
    assert "We agree." not in words_of(comments)
    assert record_of(comments).comments.why_none == WHY
    publication = put_through(comments.response)
    assert "We agree." not in publication.payload
    assert WHY in publication.payload


def test_declining_says_why_and_keeps_what_the_force_wrote():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    make("decline", comments, why=f"  {WHY} ")
    comments.refresh_from_db()
    assert (comments.state, comments.settled_on, comments.why_none) == ("declined", LONDON, WHY)
    assert comments.text == "<p>We agree.</p>"
    assert ResponseEvent.objects.get().reason == WHY


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LIAISON])
def test_who_recorded_that_there_are_none_takes_it_back(role):
    comments = ChiefOfficerCommentsFactory()
    by = holder(role, comments.response.force)
    make("decline", comments, by=by)
    make("take_back", comments, by=by)
    comments.refresh_from_db()
    assert (comments.state, comments.settled_on, comments.why_none) == ("draft", None, "")
    assert not comments.is_declined_by_office
    assert ResponseEvent.objects.count() == 2


def test_nothing_is_not_submitted():
    comments = ChiefOfficerCommentsFactory(text="")
    with pytest.raises(ValidationError, match="Write the comments first"):
        make("submit", comments)
    assert not ResponseEvent.objects.exists()


@pytest.mark.parametrize("why", ["", "  ", "x" * 501])
def test_declining_without_a_reason_or_with_one_too_long_is_refused(why):
    comments = ChiefOfficerCommentsFactory()
    with pytest.raises(ValidationError) as refusal:
        make("decline", comments, why=why)
    assert set(refusal.value.message_dict) == {"why_none"}
    comments.refresh_from_db()
    assert comments.state == "draft"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("submit", "submit"), ("decline", "decline")),
        *((None, "take_back"), ("submit", "take_back")),
    ],
)
def test_a_move_that_changes_nothing_is_refused(first, second):
    """Also a second press on the button."""
    comments = ChiefOfficerCommentsFactory()
    if first:
        make(first, comments)
    events = ResponseEvent.objects.count()
    with pytest.raises(MoveRefusedError, match=r"already|No word stands here"):
        make(second, comments)
    assert ResponseEvent.objects.count() == events


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", ["submitted", "approved", "published"])
def test_nothing_is_settled_while_the_response_is_out_of_its_editors_hands(move, state):
    comments = ready_for(move)
    if state == "submitted":
        NarrativeSectionFactory(response=comments.response)
        submit(response=comments.response, by=None, now=NOW)
    elif state == "approved":
        make_approved(comments.response)
    else:
        put_through(comments.response)
    with pytest.raises(MoveRefusedError, match="stay as they are"):
        make(move, comments)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("move", MOVES)
def test_each_move_is_for_its_roles_in_the_own_force_alone(move, role):
    comments = ready_for(move)
    with pytest.raises(PermissionDenied):
        make(move, comments, by=holder(role, PoliceForceFactory()))
    by = holder(role, comments.response.force)
    if role in MAY[move]:
        make(move, comments, by=by)
    else:
        with pytest.raises(PermissionDenied):
            make(move, comments, by=by)


def test_what_somebody_wrote_since_is_not_sent_unread():
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    seen = comments_hash(comments)
    other = ChiefOfficerComments.objects.get()
    other.text = "<p>We do not agree.</p>"
    other.save()
    with pytest.raises(MoveRefusedError, match="Nothing was done"):
        make("submit", comments, seen=seen)
    assert ChiefOfficerComments.objects.get().state == "draft"
    make("submit", comments, seen=comments_hash(other))


@pytest.mark.parametrize("move", ["submit", "decline"])
def test_a_move_keeps_the_text_that_is_there_and_not_the_one_it_was_given(move):
    comments = ChiefOfficerCommentsFactory(text="<p>We agree.</p>")
    other = ChiefOfficerComments.objects.get()
    other.text = "<p>We do not agree.</p>"
    other.save()
    make(move, comments)
    assert ChiefOfficerComments.objects.get().text == "<p>We do not agree.</p>"
