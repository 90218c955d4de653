"""The moves as services: whose they are, what they leave behind, and what they refuse."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from forces.models import Role
from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses.models import Event, Response, ResponseEvent
from responses.publishing.build import build_record
from responses.publishing.record import Record
from responses.services import (
    approve,
    decline_comments,
    draft_hash,
    open_next_draft,
    open_response,
    publication,
    publish,
    return_to_editors,
    submit,
    submit_comments,
    take_back,
)
from responses.services.moving import approval_hash
from responses.workflow import TRANSITIONS, Move, MoveRefusedError, Status
from tests.factories import (
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import make_approved, put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
SERVICES = {
    Move.SUBMIT: submit,
    Move.TAKE_BACK: take_back,
    Move.RETURN: return_to_editors,
    Move.APPROVE: approve,
    Move.PUBLISH: publish,
    Move.OPEN_NEXT_DRAFT: open_next_draft,
}


def response_in(status, force):
    """Return a response of `force` that was brought to `status` by the moves that lead there."""
    response = ResponseFactory(force=force)
    NarrativeSectionFactory(response=response)
    if status in (Status.SUBMITTED, Status.RETURNED):
        submit(response=response, by=None, now=NOW)
    if status == Status.RETURNED:
        return_to_editors(response=response, by=None, now=NOW, reason="Mend it.")
    if status == Status.APPROVED:
        make_approved(response, now=NOW)
    if status == Status.PUBLISHED:
        put_through(response, now=NOW)
    response.refresh_from_db()
    assert response.status == status
    return response


def make(move, response, by):
    reason = {"reason": "As a whole."} if move in (Move.RETURN, Move.APPROVE) else {}
    return SERVICES[move](response=response, by=by, now=NOW, **reason)


def member(role, force):
    """Return somebody with `role` in `force` who holds every other role elsewhere."""
    user = UserFactory()
    for other in (Role.EDITOR, Role.APPROVER, Role.LIAISON):
        MembershipFactory(user=user, role=other)
    if role:
        force = None if role == Role.REGISTER_EDITOR else force
        MembershipFactory(user=user, role=role, force=force)
    return user


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(("status", "move"), TRANSITIONS)
def test_each_move_is_for_its_role_in_the_force_of_the_response(status, move, role):
    response = response_in(status, PoliceForceFactory())
    by = member(role, response.force)
    events = response.events.count()
    if role != TRANSITIONS[status, move].role:
        with pytest.raises(PermissionDenied):
            make(move, response, by)
        assert Response.objects.get().status == status
        assert response.events.count() == events
        return
    make(move, response, by)
    assert Response.objects.get().status == TRANSITIONS[status, move].target
    event = response.events.last()
    assert (event.move, event.by, event.at) == (move, by, NOW)
    version = " version 1" if move == Move.PUBLISH else ""
    assert event.words == TRANSITIONS[status, move].event + version


@pytest.mark.parametrize("role", [None, *Role])
def test_only_an_editor_of_the_force_opens_a_response(role):
    force = OversightFactory().force
    new = {"force": force, "report": InspectionReportFactory(), "now": NOW}
    by = member(role, force)
    if role == Role.EDITOR:
        assert open_response(**new, by=by).comments
        return
    with pytest.raises(PermissionDenied):
        open_response(**new, by=by)


def test_the_same_move_twice_is_made_once():
    response = response_in(Status.DRAFT, PoliceForceFactory())
    submit(response=response, by=None, now=NOW)
    with pytest.raises(MoveRefusedError, match="state of the response is “Submitted"):
        submit(response=response, by=None, now=NOW)
    assert response.events.count() == 1


def test_the_reason_for_gaps_is_kept_until_the_next_draft_opens():
    response = response_in(Status.PUBLISHED, PoliceForceFactory())
    assert response.override_reason
    open_next_draft(response=response, by=None, now=NOW)
    response.refresh_from_db()
    assert response.override_reason == ""


def test_gaps_are_not_approved_without_a_reason():
    response = response_in(Status.SUBMITTED, PoliceForceFactory())
    with pytest.raises(MoveRefusedError, match="checklist has gaps"):
        approve(response=response, by=None, now=NOW)
    with pytest.raises(MoveRefusedError, match="Say why"):
        return_to_editors(response=response, by=None, now=NOW, reason=" ")


def test_what_a_reason_covers_is_published_with_it():
    response = response_in(Status.PUBLISHED, PoliceForceFactory())
    RecommendationFactory(report=response.report)
    put_through(open_next_draft(response=response, by=None, now=NOW), now=NOW)
    record = Record.from_json(response.publications.last().payload)
    assert "The chief officer was not invited, or the day is not recorded" in record.other_gaps
    assert not [words for words in record.other_gaps if "is not explained" in words]


def test_a_gap_that_closed_since_the_approval_takes_its_reason_along():
    response = ResponseFactory(
        report__published_on=parse("15 April 2026"),
        invited_on=datetime.date(2026, 4, 20),
        reply_by_on=NOW.date(),
    )
    NarrativeSectionFactory(response=response)
    submit(response=response, by=None, now=NOW)
    approve(response=response, by=None, now=NOW, reason="Comments follow.")
    tomorrow = NOW + datetime.timedelta(days=1)
    record = Record.from_json(publish(response=response, by=None, now=tomorrow).payload)
    assert (record.override_reason, record.other_gaps) == ("", ())
    response.refresh_from_db()
    assert response.override_reason == ""


def test_nothing_is_published_with_another_reason_than_was_read():
    response = response_in(Status.APPROVED, PoliceForceFactory())
    RecommendationFactory(report=response.report)
    return_to_editors(response=response, by=None, now=NOW, reason="Once more.")
    submit(response=response, by=None, now=NOW)
    approve(response=response, by=None, now=NOW, reason="As a whole.")
    seen = draft_hash(Response.objects.get(pk=response.pk), on=NOW.date())
    approve(response=response, by=None, now=NOW, reason="For another reason.")
    with pytest.raises(MoveRefusedError, match="changed since"):
        publish(response=response, by=None, now=NOW, seen=seen)


def test_no_reason_covers_a_blank_day_before_the_report():
    response = ResponseFactory(report__published_on=parse("15 June 2026"))
    NarrativeSectionFactory(response=response)
    comments = ChiefOfficerCommentsFactory(response=response, text="")
    decline_comments(comments=comments, by=None, now=NOW, why="By letter.")
    submit(response=response, by=None, now=NOW)
    with pytest.raises(MoveRefusedError, match="of a later day"):
        approve(response=response, by=None, now=NOW, reason="As a whole.")


@pytest.mark.parametrize(
    ("day", "refusal"),
    [("June 2026", "checklist has gaps"), ("14 April 2026", "of a later day")],
)
def test_neither_a_vague_nor_an_early_day_gets_round_lateness(day, refusal):
    """The report is of 15 April 2026: everything else that the checklist asks for is there."""
    response = ResponseFactory(
        report__published_on=parse("15 April 2026"),
        published_on=parse(day),
        invited_on=datetime.date(2026, 4, 20),
        reply_by_on=datetime.date(2026, 5, 11),
    )
    NarrativeSectionFactory(response=response)
    now = NOW.replace(month=6, day=2)
    submit(response=response, by=None, now=now)
    with pytest.raises(MoveRefusedError, match=refusal):
        approve(response=response, by=None, now=now)
    return_to_editors(response=response, by=None, now=now, reason="Give the day.")
    Response.objects.filter(pk=response.pk).update(published_on=parse("29 May 2026"))
    submit(response=response, by=None, now=now)
    assert approve(response=response, by=None, now=now).status == Status.APPROVED


def test_a_day_to_come_keeps_it_from_approval_and_publication():
    response = response_in(Status.SUBMITTED, PoliceForceFactory())
    days = Response.objects.filter(pk=response.pk)
    days.update(published_on=parse("30 May 2026"))
    with pytest.raises(MoveRefusedError, match="has not come yet"):
        approve(response=response, by=None, now=NOW, reason="As a whole.")
    tomorrow = NOW + datetime.timedelta(days=1)
    approve(response=response, by=None, now=tomorrow, reason="As a whole.")
    with pytest.raises(MoveRefusedError, match="has not come yet"):
        publish(response=response, by=None, now=NOW)
    assert publish(response=response, by=None, now=tomorrow).number == 1


def test_lateness_wants_its_own_reason_also_where_it_came_after_the_approval():
    response = response_in(Status.SUBMITTED, PoliceForceFactory())
    last_day = NOW.replace(month=6, day=9)
    for late in (last_day + datetime.timedelta(days=1), last_day + datetime.timedelta(days=9)):
        with pytest.raises(MoveRefusedError, match="no reason for lateness"):
            approve(response=response, by=None, now=late, reason="As a whole.")
    approve(response=response, by=None, now=last_day, reason="As a whole.")
    with pytest.raises(MoveRefusedError, match="no reason for lateness"):
        publish(response=response, by=None, now=late)
    assert publish(response=response, by=None, now=last_day)


def test_a_report_whose_day_was_moved_past_the_response_keeps_it_from_publication():
    response = ResponseFactory(
        report__published_on=parse("15 April 2026"), published_on=parse("29 May 2026")
    )
    make_approved(response, now=NOW)
    InspectionReport.objects.update(published_on=parse("30 May 2026"))
    with pytest.raises(MoveRefusedError):
        publish(response=response, by=None, now=NOW)
    with pytest.raises(MoveRefusedError, match="of a later day"):
        approve(response=response, by=None, now=NOW, reason="As a whole.")


def test_an_approval_holds_for_what_was_approved_alone():
    response = response_in(Status.APPROVED, PoliceForceFactory())
    RecommendationFactory(report=response.report)
    with pytest.raises(MoveRefusedError, match="not what was approved"):
        publish(response=response, by=None, now=NOW)
    approve(response=response, by=None, now=NOW, reason="As a whole.")
    assert publish(response=response, by=None, now=NOW)


def test_what_was_approved_is_the_same_on_a_later_day():
    response = response_in(Status.APPROVED, PoliceForceFactory())
    assert publish(response=response, by=None, now=NOW + datetime.timedelta(days=3))


def test_what_is_approved_is_all_but_the_reason_that_the_approver_gives():
    response = response_in(Status.SUBMITTED, PoliceForceFactory())
    before, on = build_record(response, on=NOW.date()), NOW.date()
    seen = draft_hash(response, on=on)
    response = approve(response=response, by=None, now=NOW, reason="As a whole.", seen=seen)
    after = build_record(response, on=on)
    assert after.override_reason == "As a whole."
    assert approval_hash(after) == approval_hash(before)
    assert draft_hash(response, on=on) != seen


def test_a_move_by_the_system_is_recorded_without_a_person():
    response_in(Status.PUBLISHED, PoliceForceFactory())
    assert set(ResponseEvent.objects.values_list("by", flat=True)) == {None}


def test_each_approval_is_of_another_than_its_submitter():
    response = response_in(Status.DRAFT, PoliceForceFactory())
    both = MembershipFactory(role=Role.EDITOR, force=response.force).user
    MembershipFactory(user=both, role=Role.APPROVER, force=response.force)
    second = MembershipFactory(role=Role.APPROVER, force=response.force).user
    submit(response=response, by=both, now=NOW)
    with pytest.raises(MoveRefusedError, match="You submitted this response"):
        approve(response=response, by=both, now=NOW, reason="As a whole.")
    approve(response=response, by=second, now=NOW, reason="As a whole.")
    assert publish(response=response, by=both, now=NOW).published_by == both


def test_a_response_that_was_published_elsewhere_keeps_its_day():
    response = ResponseFactory(published_on=parse("1 May 2026"))
    put_through(response, now=NOW + datetime.timedelta(days=90))
    assert response.late_reason == ""


def test_a_reason_is_kept_only_where_there_is_a_gap_to_give_it_for():
    response = response_in(Status.DRAFT, PoliceForceFactory())
    comments = ChiefOfficerCommentsFactory(response=response)
    decline_comments(comments=comments, by=None, now=NOW, why="By letter.")
    submit(response=response, by=None, now=NOW)
    approve(response=response, by=None, now=NOW, reason="junk")
    response.refresh_from_db()
    assert response.override_reason == ""


def test_a_reason_for_gaps_ends_with_the_approval_that_it_was_given_for():
    response = response_in(Status.APPROVED, PoliceForceFactory())
    return_to_editors(response=response, by=None, now=NOW, reason="Mend it.")
    response.refresh_from_db()
    assert response.override_reason == ""


def test_what_is_saved_between_the_checks_and_the_write_is_not_published(monkeypatch):
    response = response_in(Status.APPROVED, PoliceForceFactory())
    finding = RecommendationFactory(report=response.report)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    approve(response=response, by=None, now=NOW, reason="As a whole.")

    def rate_meanwhile(moving, **kwargs):
        record_rating(assessment=rating, by=None, now=NOW, rag="red", reason="Never approved.")

    monkeypatch.setattr(publication, "require_guards", rate_meanwhile)
    assert "Never approved." not in publish(response=response, by=None, now=NOW).payload


@pytest.mark.parametrize("move", [Move.SUBMIT, Move.RETURN, Move.TAKE_BACK, Move.APPROVE])
def test_no_move_is_made_from_a_page_that_was_overtaken(move):
    status = Status.DRAFT if move == Move.SUBMIT else Status.SUBMITTED
    response = response_in(status, PoliceForceFactory())
    seen = draft_hash(response, on=NOW.date())
    section = response.sections.get()
    section.body = "<p>Another text.</p>"
    section.save()
    reason = {"reason": "Why."} if move in (Move.RETURN, Move.APPROVE) else {}
    with pytest.raises(MoveRefusedError, match="has changed since you opened the page"):
        SERVICES[move](response=response, by=None, now=NOW, seen=seen, **reason)


def test_the_words_of_the_force_alone_are_not_submitted():
    response = ResponseFactory()
    comments = ChiefOfficerCommentsFactory(response=response, text="<p>The force agrees.</p>")
    submit_comments(comments=comments, by=None, now=NOW)
    NarrativeSectionFactory(response=response, body="")
    with pytest.raises(MoveRefusedError, match="Nothing is written yet"):
        submit(response=response, by=None, now=NOW)


def test_the_audit_knows_every_move_and_what_is_done_besides():
    """The last two stand in rows of old, which nobody changes."""
    assert set(Event.values) == {*Move.values, "comments", "withdraw"}


def test_what_is_done_to_the_comments_is_an_event_of_its_own():
    comments = ChiefOfficerCommentsFactory()
    decline_comments(comments=comments, by=None, now=NOW, why="By letter.")
    assert ResponseEvent.objects.get().move == Event.COMMENTS == "comments"
