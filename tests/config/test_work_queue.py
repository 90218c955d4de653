"""The work queue on the front page: what each role meets there, and what it costs."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
from forces.recipients import Recipient
from recommendations.deadlines import Rule
from recommendations.partial_dates import PartialDate, parse
from recommendations.services import decline_proposal
from responses.models import Publication, Response
from responses.services import record_dispatch, return_to_editors, submit, withdraw
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import make_approved, publish_response

pytestmark = pytest.mark.django_db
OFFICE = [Role.EDITOR, Role.APPROVER]


@pytest.fixture
def force():
    return OversightFactory(force__short_name="Felpersham").force


def ago(days):
    return timezone.localdate() - datetime.timedelta(days=days)


def response(force, *, days, **values):
    """Return a response of `force` to a report that was published so many `days` ago."""
    report = InspectionReportFactory(published_on=PartialDate.of(ago(days)))
    return ResponseFactory(force=force, report=report, **values)


def published(force, **values):
    """Return a publication of `force` to a report of its own."""
    return publish_response(force=force, body=force.oversights.get().body, **values)


def front(client):
    return client.get("/admin/")


def words(answer):
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(text.split())


def came_before(client, days=4):
    client.user.previous_sign_in_at = timezone.now() - datetime.timedelta(days=days)
    client.user.save()


@pytest.mark.parametrize("role", OFFICE)
def test_responses_stand_by_what_is_due_next_with_their_days(force, role):
    soon, late, later = (response(force, days=days) for days in (50, 60, 10))
    none = response(force, days=70)
    none.report.deadline_override, none.report.deadline_reason = Rule.NONE, "It asks nothing."
    none.report.save()
    published(force)
    response(PoliceForceFactory(), days=55)
    answer = front(signed_in(role, force=force))
    queue = answer.context["queue"]
    assert [one.response for one in queue.first] == [late, soon, later, none]
    assert [one.due_words for one in queue.first] == [
        "Day 61 of 56, 5 days late",
        "Day 51 of 56, 5 days left",
        "Day 11 of 56, 45 days left",
        "",
    ]
    assert "This kind of report has no deadline." in words(answer)
    assert words(answer).index("5 days late") < words(answer).index("5 days left")


@pytest.mark.parametrize("day", ["29 May 2026", "May 2026"])
def test_what_is_answered_says_on_which_day_or_in_which_month(force, day):
    report = InspectionReportFactory(published_on=parse("15 April 2026"))
    ResponseFactory(force=force, report=report, published_on=parse(day))
    said = f"Answered {'on' if parse(day).is_day else 'in'} {day}"
    assert said in words(front(signed_in(Role.EDITOR, force=force)))


@pytest.mark.parametrize("answered_on", ["29 May 2026", "May 2026", ""])
def test_a_response_that_is_withdrawn_comes_first_until_its_next_version(force, answered_on):
    response(force, days=60)
    publication = published(force, published_on=parse(answered_on))
    withdraw(publication=publication, by=None, now=timezone.now(), reason="It named somebody.")
    editor = signed_in(Role.EDITOR, force=force)
    answer = front(editor)
    queue = answer.context["queue"]
    assert queue.first[0].response == publication.response
    assert queue.summary == "2 to finish: 1 late; it is your turn in all."
    assert "Withdrawn Readers are shown no answer." in words(answer)
    assert "Your turn: open the next draft, as readers are shown no answer." in words(answer)
    listed = editor.get(page(Response, "changelist"), {"show": "mine"})
    assert publication.response in listed.context["cl"].queryset


@pytest.mark.parametrize("role", OFFICE)
def test_copies_that_are_still_to_be_sent_stand_there_and_in_a_list(force, role):
    publication = published(force)
    publish_response()
    record_dispatch(
        publication=publication,
        by=None,
        now=timezone.now(),
        recipient=Recipient.INSPECTORATE,
        sent_on=timezone.localdate(),
    )
    client = signed_in(role, force=force)
    answer = front(client)
    assert [one.publication for one in answer.context["copies"]] == [publication]
    assert "No copy is recorded to the Home Secretary." in words(answer)
    assert page(Publication, "dispatch", publication.pk) in answer.content.decode()
    listed = client.get(page(Publication, "changelist"), {"show": "copies"})
    assert list(listed.context["cl"].queryset) == [publication]


def test_each_gap_leads_to_the_field_that_mends_it(force):
    one = response(force, days=10)
    for label in "12":
        RecommendationFactory(report=one.report, label=label)
    answer = front(signed_in(Role.EDITOR, force=force))
    change = page(type(one), "change", one.pk)
    shown = answer.content.decode()
    assert "5 gaps in the section 55 checklist" in words(answer)
    for address in ("#id_invited_on", "#comments-step", "#sections-new"):
        assert f'href="{change}{address}"' in shown
    slug = one.report.slug
    assert f'href="{change}?answer={slug}%2F2#answers-0"' in shown
    folded = shown[shown.index("2 more") :]
    assert "Recommendation 1 is not explained" in folded[: folded.index("</details>")]


def test_an_approver_reads_the_gaps_and_is_led_to_no_field(force):
    response(force, days=10)
    answer = front(signed_in(Role.APPROVER, force=force))
    assert "The chief officer was not invited" in words(answer)
    assert "#id_invited_on" not in answer.content.decode()


def test_it_is_the_turn_of_another_approver_where_the_reader_submitted_it(force):
    one = response(force, days=10)
    NarrativeSectionFactory(response=one)
    client = signed_in(Role.EDITOR, Role.APPROVER, force=force)
    assert "Your turn: write it, and submit it for approval." in words(front(client))
    submit(response=one, by=client.user, now=timezone.now())
    assert "Another approver’s turn, as you submitted it" in words(front(client))
    assert "Your turn: approve it, or return it." in words(
        front(signed_in(Role.APPROVER, force=force))
    )


def test_what_came_back_says_what_is_to_be_mended_until_it_is_handed_in_again(force):
    one = response(force, days=10)
    NarrativeSectionFactory(response=one)
    reason = "Say more of Recommendation 1."
    submit(response=one, by=None, now=timezone.now())
    return_to_editors(response=one, by=None, now=timezone.now(), reason=reason)
    editor = signed_in(Role.EDITOR, force=force)
    assert f"What is to be mended: {reason}" in words(front(editor))
    submit(response=one, by=None, now=timezone.now())
    assert "What is to be mended" not in words(front(editor))


def test_what_is_approved_and_cannot_be_shown_says_why(force):
    one = response(force, days=10, body=force.oversights.get().body)
    make_approved(one, now=timezone.now())
    approver = signed_in(Role.APPROVER, force=force)
    assert "Your turn: publish it." in words(front(approver))
    one.report.is_listed = False
    one.report.save()
    assert "Your turn: publish it." not in words(front(approver))
    assert "Your turn: it cannot be published yet." in words(front(approver))
    assert "is not on the public register yet. Ask a register editor" in words(front(approver))
    editor = signed_in(Role.EDITOR, force=force)
    assert "An approver’s turn: it cannot be published yet." in words(front(editor))
    response_page = editor.get(page(Response, "change", one.pk))
    assert "An approver’s turn: it cannot be published yet." in words(response_page)


def test_what_others_did_since_the_last_day_here_is_told(force):
    one = response(force, days=10)
    NarrativeSectionFactory(response=one)
    writer = UserFactory(first_name="Ann", last_name="Archer")
    MembershipFactory(user=writer, force=force, role=Role.EDITOR)
    submit(response=one, by=writer, now=timezone.now())
    client = signed_in(Role.APPROVER, force=force)
    assert "by others" not in words(front(client))
    came_before(client)
    told = words(front(client))
    assert "Submitted for approval by Ann Archer" in told
    assert re.search(rf"by others since {ago(4).day} \w+ {ago(4).year}:", told)


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (Role.EDITOR, "No response is open. Open one : choose the report"),
        (Role.APPROVER, "No response is open. Your editors open one"),
        (Role.LIAISON, "Nobody asks for comments now."),
        (Role.REGISTER_EDITOR, "Nothing is missing"),
    ],
)
def test_an_empty_part_says_what_to_do_first(role, sentence):
    force = PoliceForceFactory()
    body = OversightFactory(force=force).body
    OfficeHolderFactory(body=body)
    assert sentence in words(front(signed_in(role, force=force)))


def test_a_register_editor_sees_what_the_register_lacks_and_where_to_mend_it(force):
    report = InspectionReportFactory(short_title="Night beats")
    ResponseFactory(report=report, force=force, title="kestrel")
    OversightFactory(force__short_name="Ambridge")
    lost = PoliceForceFactory(name="Darrington Police")
    answer = front(signed_in(Role.REGISTER_EDITOR))
    shown = answer.content.decode()
    body = force.oversights.get().body
    assert "Night beats" in shown
    assert "2 of 3 forces have no response here." in words(answer)
    assert f"/admin/forces/officeholder/add/?body={body.pk}" in shown
    assert f"/admin/forces/oversight/add/?force={lost.pk}" in shown
    assert "kestrel" not in shown
    assert answer.context["queue"] is None
    for role in (Role.EDITOR, Role.APPROVER, Role.LIAISON):
        assert front(signed_in(role, force=force)).context["register"] is None


def test_a_liaison_reads_what_the_office_decided_since_they_were_here(force):
    proposal = ProgressProposalFactory(assessment=AssessmentFactory(force=force))
    elsewhere = ProgressProposalFactory()
    for one in (proposal, elsewhere):
        decline_proposal(proposal=one, by=None, now=timezone.now(), why="Not in place yet.")
    client = signed_in(Role.LIAISON, force=force)
    assert front(client).context["decided"] == []
    came_before(client)
    answer = front(client)
    assert answer.context["decided"] == [proposal]
    assert "Not in place yet." in words(answer)
    editor = signed_in(Role.EDITOR, force=force)
    came_before(editor)
    assert front(editor).context["decided"] == []


def test_stale_ratings_are_counted_and_led_to(force, settings):
    settings.RATING_STALE_AFTER_DAYS = 90
    for place in (force, PoliceForceFactory()):
        AssessmentFactory(force=place, rag="amber", reviewed_on=ago(91))
    AssessmentFactory(force=force, rag="amber", reviewed_on=ago(90))
    answer = front(signed_in(Role.EDITOR, force=force))
    assert "1 rating is stale" in words(answer)
    assert '/admin/recommendations/assessment/?show=stale"' in answer.content.decode()


def fill(force):
    """Add to every part of the front page one row, with all that is read for it."""
    one = response(force, days=30, reply_by_on=ago(-3))
    finding = RecommendationFactory(report=one.report)
    section = NarrativeSectionFactory(response=one)
    AnswerFactory(response=one, findings=[finding], explained_in=section)
    ChiefOfficerCommentsFactory(response=one)
    rating = AssessmentFactory(
        force=force, recommendation=finding, rag="amber", reviewed_on=ago(200)
    )
    ProgressProposalFactory(assessment=rating)
    decided = ProgressProposalFactory(assessment=rating, proposed_by=UserFactory())
    decline_proposal(proposal=decided, by=None, now=timezone.now(), why="Not yet.")
    published(force)
    make_approved(response(force, days=20), now=timezone.now())
    OversightFactory()
    PoliceForceFactory()


@pytest.mark.parametrize(
    ("role", "most"),
    [(Role.EDITOR, 45), (Role.APPROVER, 45), (Role.LIAISON, 15), (Role.REGISTER_EDITOR, 20)],
)
def test_it_asks_as_often_for_three_rows_of_each_part_as_for_one(
    force, role, most, django_assert_num_queries, django_assert_max_num_queries
):
    """The parts of all responses that are shown in full are read at once, and so is their news."""
    client = signed_in(role, force=force)
    came_before(client)
    fill(force)
    with django_assert_max_num_queries(most) as asked:
        front(client)
    fill(force)
    fill(force)
    with django_assert_num_queries(len(asked)):
        front(client)


def test_beyond_ten_each_response_is_a_line(force, django_assert_max_num_queries):
    for days in range(1, 13):
        response(force, days=days)
    client = signed_in(Role.EDITOR, force=force)
    with django_assert_max_num_queries(45):
        answer = front(client)
    assert len(answer.context["queue"].first) == 10
    assert "2 more responses, due later" in words(answer)
    assert not any(one.mends for one in answer.context["queue"].rest)
