"""Which responses are due, and for whom they wait: each queryset agrees with its pure rule."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from forces.policies import Rights
from recommendations.deadlines import Rule
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses import turns
from responses.due import due
from responses.kinds import CommentsState
from responses.models import Response
from responses.publishing.build import deadline_of
from responses.services import changed_since_approval, open_next_draft, submit, withdraw
from responses.waiting import (
    READ_WITH,
    note_approvals,
    turns_of,
    unfinished,
    waiting_for,
    with_turns,
)
from responses.workflow import Status
from tests.factories import (
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    LocalPolicingBodyFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import make_approved, publish_again, publish_response

pytestmark = pytest.mark.django_db

LAST = datetime.date(2026, 6, 9)
DAYS = [LAST + datetime.timedelta(days=days) for days in (-55, -15, -14, -1, 0, 1, 40)]


def every_kind_of_deadline():
    """Add a response to a report of each rule, by a body of each kind, answered and not."""
    own = {"deadline_override": Rule.OWN_DATE, "deadline_reason": "It says so."}
    reports = [
        InspectionReportFactory(),
        InspectionReportFactory(published_on=parse("15 April 2026")),
        InspectionReportFactory(published_on=parse("May 2026")),
        InspectionReportFactory(published_on=parse("")),
        InspectionReportFactory(published_on=parse("1 May 2015")),
        InspectionReportFactory(kind="super_complaint"),
        InspectionReportFactory(**own, deadline_on=LAST),
        InspectionReportFactory(**own),
        InspectionReportFactory(deadline_override=Rule.NONE, deadline_reason="It asks nothing."),
    ]
    answered = ["", "29 May 2026", "1 July 2026", "June 2026", "1 May 2014"]
    for report in reports:
        for kind in ("pcc", "other_authority"):
            body = LocalPolicingBodyFactory(kind=kind)
            for date in answered:
                ResponseFactory(report=report, body=body, published_on=parse(date))
    phrase = parse("")
    ResponseFactory(published_on=type(phrase)(phrase="in early summer"))


@pytest.mark.parametrize("on", DAYS)
def test_what_is_due_is_found_by_the_rule_of_each_report(on):
    every_kind_of_deadline()
    judged = {
        response: due(deadline_of(response), response.report.published_on, on=on)
        for response in Response.objects.select_related("report", "body")
    }
    late = {response for response, one in judged.items() if one.is_late}
    soon = {response for response, one in judged.items() if one.is_soon}
    assert set(Response.objects.overdue(on=on)) == late
    assert set(Response.objects.due_soon(on=on)) == soon
    assert bool(late) is (on > LAST)


def test_on_the_last_day_it_is_due_and_on_the_next_it_is_late():
    response = ResponseFactory()
    tomorrow = LAST + datetime.timedelta(days=1)
    assert list(Response.objects.due_soon(on=LAST)) == [response]
    assert not Response.objects.overdue(on=LAST)
    assert list(Response.objects.overdue(on=tomorrow)) == [response]
    assert not Response.objects.due_soon(on=tomorrow)


def test_what_is_due_is_asked_with_as_many_queries_however_many_there_are(
    django_assert_num_queries,
):
    for number in (1, 3):
        for _ in range(number):
            ResponseFactory()
        with django_assert_num_queries(2):
            assert len(Response.objects.due_soon(on=LAST)) >= number


def waiting(user):
    return waiting_for(user, Response.objects.all(), on=timezone.localdate())


def take(publication):
    withdraw(publication=publication, by=None, now=timezone.now(), reason="It named somebody.")


def in_every_state(force, by):
    """Add a response of `force` in each state, one withdrawn, with comments in each; `by`
    submitted some.
    """
    for status in Status:
        for state in (None, *CommentsState):
            for asked in (None, LAST):
                one = ResponseFactory(force=force, status=status, reply_by_on=asked)
                if state:
                    day = None if state == CommentsState.DRAFT else LAST
                    ChiefOfficerCommentsFactory(response=one, state=state, settled_on=day)
    take(publish_response(force=force))
    for moves in (False, True):
        finding = RecommendationFactory()
        rating = AssessmentFactory(force=force, recommendation=finding)
        one = ResponseFactory(force=force, report=finding.report)
        NarrativeSectionFactory(response=one)
        make_approved(one, now=timezone.now(), by=by)
        if moves:
            record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    for who in (by, UserFactory(is_superuser=True)):
        one = ResponseFactory(force=force)
        NarrativeSectionFactory(response=one)
        submit(response=one, by=who, now=timezone.now())


@pytest.mark.parametrize("role", [role for role in Role if role != Role.REGISTER_EDITOR])
def test_those_that_wait_for_somebody_are_those_in_which_they_have_a_turn(role):
    force = PoliceForceFactory()
    user = UserFactory()
    MembershipFactory(user=user, force=force, role=Role.EDITOR)
    in_every_state(force, user)
    user.memberships.all().delete()
    MembershipFactory(user=user, force=force, role=role)
    in_every_state(PoliceForceFactory(), UserFactory(is_superuser=True))
    rights = Rights(user)
    rows = list(with_turns(Response.objects.all()))
    note_approvals(rows, on=timezone.localdate())
    expected = {
        response
        for response in rows
        for turn in turns_of(response)
        if rights.may(frozenset({turn.role}), response.force_id)
        and not turns.is_barred(turn, by=user.pk, submitted_by=response.submitted_by_id)
    }
    assert set(waiting(user)) == expected
    assert bool(expected) is (role != Role.BOARD_MEMBER)


def test_what_was_submitted_by_somebody_else_waits_for_an_approver():
    response = ResponseFactory()
    NarrativeSectionFactory(response=response)
    writer, approver = UserFactory(), UserFactory()
    MembershipFactory(user=writer, force=response.force, role=Role.EDITOR)
    for user in (writer, approver):
        MembershipFactory(user=user, force=response.force, role=Role.APPROVER)
    submit(response=response, by=writer, now=timezone.now())
    assert list(waiting(approver)) == [response]
    assert not waiting(writer)


@pytest.mark.parametrize("number", [1, 3])
def test_what_changed_since_its_approval_is_found_with_as_many_queries_however_many(
    number, django_assert_num_queries
):
    findings = [RecommendationFactory() for _ in range(number + 1)]
    made = [ResponseFactory(report=finding.report) for finding in findings]
    for response, finding in zip(made, findings, strict=True):
        rating = AssessmentFactory(force=response.force, recommendation=finding)
        make_approved(response, now=timezone.now())
        if response != made[0]:
            record_rating(assessment=rating, by=None, now=timezone.now(), rag="green")
    rows = list(Response.objects.select_related(*READ_WITH))
    with django_assert_num_queries(12):
        found = changed_since_approval(rows, on=timezone.localdate())
    assert found == {response.pk for response in made[1:]}


def test_what_is_published_is_finished_until_its_next_draft_is_open():
    published = publish_response().response
    assert not unfinished(Response.objects.all())
    open_next_draft(response=published, by=None, now=timezone.now())
    assert list(unfinished(Response.objects.all())) == [published]


def test_what_is_withdrawn_is_unfinished_until_a_further_version_is_published():
    first = publish_response()
    second = publish_again(first)
    take(first)
    assert not unfinished(Response.objects.all())
    take(second)
    assert list(unfinished(Response.objects.all())) == [first.response]
    publish_again(second)
    assert not unfinished(Response.objects.all())
