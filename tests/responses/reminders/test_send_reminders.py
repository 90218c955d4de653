"""The command: who gets mail, once, also where a run was missed."""

import datetime

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forces import policies
from forces.models import Role
from recommendations.partial_dates import parse
from responses.models import Digest, Response, SentReminder
from responses.models.reminder import DigestState
from responses.reminders.kinds import ABOUT, REMINDED, ReminderKind
from responses.services import submit, withdraw
from responses.workflow import Status
from tests.admin_client import page, signed_in
from tests.factories import (
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    LocalPolicingBodyFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import publish_again, publish_response, put_through

from .running import member, rated_long_ago, run

pytestmark = pytest.mark.django_db


def test_each_reminder_is_sent_once_and_says_what_it_is_about(response, today):
    member(response, Role.EDITOR)
    told, to = run()
    assert to == ["editor@example.org"]
    assert "Sent 1 mail with 1 reminder." in told
    (message,) = mail.outbox
    assert message.subject == "Borchester: 3 days left to answer Villages, 2026"
    assert message.from_email == "register@answerable.example"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert f"https://answerable.example/admin/responses/response/{response.pk}/" in message.body
    assert run() == ("Sent no mail.\n", [])
    today("7 June 2026")
    assert run()[1] == []
    today("8 June 2026")
    assert run()[1] == ["editor@example.org"]
    assert SentReminder.objects.count() == Digest.objects.count() == 2


def test_a_response_that_was_withdrawn_is_asked_for_until_readers_are_shown_one(response, today):
    member(response, Role.EDITOR)
    publication = put_through(response, now=timezone.now())
    today("12 June 2026")
    assert run()[1] == []
    withdraw(publication=publication, by=None, now=timezone.now(), reason="It named somebody.")
    assert run()[1] == ["editor@example.org"]
    assert mail.outbox[-1].subject.endswith("is 3 days overdue")
    today("13 June 2026")
    assert run()[1] == []
    publish_again(publication, now=timezone.now())
    today("26 June 2026")
    assert run()[1] == []


def test_a_run_that_was_missed_is_caught_up_with_by_the_most_urgent_alone(response, today):
    member(response, Role.EDITOR)
    today("27 May 2026")
    assert run()[1] == ["editor@example.org"]
    assert mail.outbox[0].subject == "Borchester: 13 days left to answer Villages, 2026"
    today("7 June 2026")
    assert run()[1] == ["editor@example.org"]
    assert mail.outbox[0].subject == "Borchester: 2 days left to answer Villages, 2026"
    assert run()[1] == []


def test_who_has_the_role_now_gets_it_and_nobody_else(response):
    for role in Role:
        if role != Role.REGISTER_EDITOR:
            member(response, role)
    elsewhere = member(ResponseFactory(status=Status.PUBLISHED), Role.EDITOR, email="x@example.org")
    MembershipFactory(user=elsewhere, role=Role.LIAISON, force=response.force)
    UserFactory(is_superuser=True, email="owner@example.org")
    member(response, Role.EDITOR, email="gone@example.org", is_active=False)
    member(response, Role.EDITOR, email="outside@example.org", is_staff=False)
    assert sorted(run()[1]) == ["approver@example.org", "editor@example.org"]


def test_a_role_that_was_taken_away_brings_no_more_mail(response, today):
    editor = member(response, Role.EDITOR)
    assert run()[1] == ["editor@example.org"]
    editor.memberships.all().delete()
    today("8 June 2026")
    assert run()[1] == []


def test_the_roles_that_are_reminded_may_see_what_they_are_reminded_of():
    for kind, sees in {
        ReminderKind.OVERDUE: policies.SEE_DRAFTS,
        ReminderKind.DEADLINE: policies.SEE_DRAFTS,
        ReminderKind.APPROVAL: policies.SEE_DRAFTS,
        ReminderKind.INVITATION: policies.SEE_COMMENTS,
        ReminderKind.RATINGS: policies.SEE_RATINGS,
    }.items():
        assert ABOUT[kind].roles <= sees
    assert Role.BOARD_MEMBER not in REMINDED


def test_one_who_has_two_roles_or_two_forces_gets_one_mail(response):
    both = member(response, Role.EDITOR)
    MembershipFactory(user=both, role=Role.APPROVER, force=response.force)
    other = ResponseFactory(force__short_name="Felpersham")
    MembershipFactory(user=both, role=Role.EDITOR, force=other.force)
    assert run()[1] == ["editor@example.org"]
    assert "2 reminders" in mail.outbox[0].body
    assert mail.outbox[0].subject.endswith("(and 1 more)")


def test_who_has_no_address_is_named_and_gets_it_when_there_is_one(response):
    editor = member(response, Role.EDITOR, email="", first_name="Ann", last_name="Editor")
    told, to = run()
    assert to == []
    assert "Ann Editor has no e-mail address" in told
    editor.email = "ann@example.org"
    editor.save()
    assert run()[1] == ["ann@example.org"]


def test_the_submitter_is_not_asked_to_approve(response):
    NarrativeSectionFactory(response=response)
    both = member(response, Role.EDITOR)
    MembershipFactory(user=both, role=Role.APPROVER, force=response.force)
    member(response, Role.APPROVER)
    submit(response=response, by=both, now=timezone.now())
    run()
    waiting = {message.to[0]: "waits for your approval" in message.body for message in mail.outbox}
    assert waiting == {"editor@example.org": False, "approver@example.org": True}


def test_the_liaison_is_reminded_of_comments_and_led_to_them(response):
    comments = ChiefOfficerCommentsFactory(response=response, text="<p>kestrel</p>")
    response.invited_on, response.reply_by_on = (
        datetime.date(2026, 5, 1),
        datetime.date(2026, 6, 1),
    )
    response.save()
    member(response, Role.LIAISON)
    assert run()[1] == ["liaison@example.org"]
    assert f"/chiefofficercomments/{comments.pk}/change/" in mail.outbox[0].body
    assert "5 days overdue" in mail.outbox[0].subject
    NarrativeSectionFactory(response=response, voice="chief_officer")
    SentReminder.objects.all().delete()
    assert run()[1] == []


def test_no_text_of_a_draft_is_in_the_mail(response):
    response.title, response.late_reason = "kestrel", "kestrel"
    response.reply_by_on = datetime.date(2026, 6, 1)
    response.save()
    NarrativeSectionFactory(response=response, heading="kestrel", body="<p>kestrel</p>")
    ChiefOfficerCommentsFactory(response=response, text="<p>kestrel</p>")
    rated_long_ago(response, reason="kestrel", owner="kestrel")
    member(response, Role.EDITOR)
    run()
    assert "2 reminders" in mail.outbox[0].body
    assert "Also: the chief officer’s comments" in mail.outbox[0].body
    assert "kestrel" not in mail.outbox[0].body + mail.outbox[0].subject


def test_a_draft_that_was_reminded_of_can_still_be_deleted(response):
    client = signed_in(Role.EDITOR, force=response.force)
    client.user.email = "ann@example.org"
    client.user.save()
    assert run()[1] == ["ann@example.org"]
    client.post(page(Response, "delete", response.pk), {"post": "yes"})
    assert not Response.objects.exists()
    assert not SentReminder.objects.exists()
    assert Digest.objects.get().state == DigestState.SENT


def test_stale_ratings_are_one_reminder_a_week_at_most(response, today):
    response.status = Status.PUBLISHED
    response.save()
    member(response, Role.EDITOR)
    rated_long_ago(response)
    rated_long_ago(response, rag="green")
    rated_long_ago(response, recommendation__kind="practice")
    assert run()[1] == ["editor@example.org"]
    assert "1 rating not reviewed" in mail.outbox[0].subject
    # The 6th of June 2026 is a Saturday: a new week begins on the 8th.
    today("8 June 2026")
    assert run()[1] == []
    today("13 June 2026")
    assert run()[1] == ["editor@example.org"]


def test_ratings_that_were_never_reviewed_are_told_once_they_are_as_old(response, today):
    response.status = Status.PUBLISHED
    response.save()
    member(response, Role.EDITOR)
    for opened_on in (datetime.date(2026, 3, 8), datetime.date(2026, 3, 9)):
        values = {"rag": "not_assessed", "reviewed_on": None, "opened_on": opened_on}
        rated_long_ago(response, **values)
    assert run()[1] == []
    today("7 June 2026")
    run()
    assert "1 rating not reviewed for more than 90 days" in mail.outbox[0].subject
    assert "It was never reviewed, and was opened on 8 March 2026, 91 days ago." in (
        mail.outbox[0].body
    )
    rated_long_ago(response)
    today("14 June 2026")
    run()
    assert "3 ratings not reviewed" in mail.outbox[0].subject
    assert "The oldest was last reviewed on 1 January 2026, 164 days ago." in mail.outbox[0].body
    assert "2 were never reviewed, the oldest opened on 8 March 2026, 98 days ago." in (
        mail.outbox[0].body
    )


@pytest.mark.parametrize(
    "report",
    [
        {"published_on": parse("April 2026")},
        {"published_on": parse("1 December 2018")},
        {"kind": "state_of_policing"},
        {"kind": "super_complaint", "deadline_on": datetime.date(2026, 6, 8)},
        {"deadline_override": "none", "deadline_reason": "Withdrawn by HMICFRS"},
    ],
)
def test_reports_without_a_known_last_day_of_section_55_are_left_out(response, report):
    other = ResponseFactory(
        force=response.force, body=response.body, report=InspectionReportFactory(**report)
    )
    response.delete()
    member(other, Role.EDITOR)
    assert run()[1] == []


@pytest.mark.parametrize(("kind", "is_told"), [("pcc", True), ("other_authority", False)])
def test_a_body_for_which_section_55_does_not_run_is_left_out(response, kind, is_told):
    response.body = LocalPolicingBodyFactory(kind=kind)
    response.save()
    report = response.report
    report.deadline_override, report.deadline_reason = "own_date", "So the report says"
    report.deadline_on = datetime.date(2026, 6, 8)
    report.save()
    member(response, Role.EDITOR)
    assert run()[1] == (["editor@example.org"] if is_told else [])


def test_the_next_draft_of_what_is_published_has_no_deadline_any_more(today):
    publication = publish_response(published_on=parse(""))
    member(publication.response, Role.EDITOR)
    member(publication.response, Role.APPROVER)
    today("9 June 2026")
    assert run()[1] == []
    publish_again(publication)
    assert run()[1] == []


def queries_of(*arguments):
    with CaptureQueriesContext(connection) as queries:
        run(*arguments)
    return len(queries)


def test_what_is_read_costs_the_same_for_one_response_and_for_many(response):
    member(response, Role.EDITOR)
    rated_long_ago(response)
    before = queries_of("--print")
    for number in range(3):
        other = ResponseFactory(force=PoliceForceFactory())
        ChiefOfficerCommentsFactory(response=other)
        member(other, Role.EDITOR, email=f"editor{number}@example.org")
        rated_long_ago(other)
    assert queries_of("--print") == before == 6


def test_each_mail_costs_the_same_however_much_it_says(response, today):
    editor = member(response, Role.EDITOR)
    before = queries_of()
    for _ in range(3):
        other = ResponseFactory()
        MembershipFactory(user=editor, role=Role.EDITOR, force=other.force)
    assert queries_of() == before <= 16
