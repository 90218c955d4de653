"""The ratings on the page of a response: rated fast, each through its history, and none lost."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from forces.models import Role
from recommendations.kinds import FindingKind
from recommendations.models import Assessment, AssessmentChange
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from responses.models import Response
from responses.services import submit
from tests.admin_client import page, signed_in
from tests.factories import (
    ActionFactory,
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.html_form import errors, form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    return ResponseFactory()


@pytest.fixture
def ratings(response):
    """Three ratings, of findings whose order is not that of their keys."""
    findings = [RecommendationFactory(report=response.report, order=n) for n in (2, 3, 1)]
    made = [AssessmentFactory(force=response.force, recommendation=one) for one in findings]
    return [made[2], made[0], made[1]]


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def change(response):
    return page(Response, "change", response.pk)


def saved(client, response, **typed):
    """Open the page, type into it and save."""
    data = form_data(client.get(change(response)))
    return client.post(change(response), data | typed, follow=True)


def rags():
    return list(Assessment.objects.order_by("recommendation__order").values_list("rag", flat=True))


def test_it_stands_in_the_order_of_the_report_and_has_no_other_force_s(response, ratings, editor):
    AssessmentFactory(recommendation=ratings[0].recommendation)
    AssessmentFactory(force=response.force)
    data = form_data(editor.get(change(response)))
    assert data["ratings-TOTAL_FORMS"] == "3"
    keys = [data[f"ratings-{number}-id"] for number in range(3)]
    assert keys == [str(rating.pk) for rating in ratings]


def test_several_are_rated_at_once_each_with_its_history(response, ratings, editor):
    typed = {
        "ratings-0-rag": "green",
        "ratings-2-rag": "red",
        "ratings-2-reason": "Behind its deadline.",
        "ratings-2-progress": "in_progress",
        "ratings-2-owner": "Head of Crime",
        "ratings-2-expected_on_date": "December 2026",
        "ratings-2-reviewed_on": "2026-05-04",
    }
    saved(editor, response, **typed)
    assert rags() == ["green", "not_assessed", "red"]
    red = Assessment.objects.get(rag="red")
    assert (red.owner, red.expected_on.words) == ("Head of Crime", "December 2026")
    assert red.reviewed_on == datetime.date(2026, 5, 4)
    changed = AssessmentChange.objects.values_list("assessment", "recorded_by")
    user = editor.user.pk
    assert set(changed) == {(ratings[0].pk, user), (ratings[2].pk, user)}


def test_nothing_is_written_where_one_row_is_wrong(response, ratings, editor):
    answer = saved(editor, response, **{"ratings-0-rag": "green", "ratings-1-rag": "red"})
    assert "reason" in errors(answer)
    assert rags() == ["not_assessed"] * 3
    assert 'value="green" selected' in answer.content.decode()


def test_another_owner_alone_is_no_review(response, ratings, editor):
    day = datetime.date(2026, 5, 4)
    for rating in ratings[:2]:
        record_rating(assessment=rating, by=None, now=timezone.now(), true_on=day, rag="amber")
    typed = {f"ratings-{number}-owner": "Head of Crime" for number in range(3)}
    saved(editor, response, **typed, **{"ratings-1-rag": "green"})
    days = Assessment.objects.order_by("recommendation__order").values_list("reviewed_on")
    assert list(days) == [(day,), (timezone.localdate(),), (None,)]


def ways_to_answer(shown):
    return re.findall(r'href="\?answer=[^/"]*/([^#"]*)#', shown.content.decode())


def test_what_has_no_answer_yet_can_be_answered_where_it_is_for_the_force(
    response, ratings, editor
):
    area = RecommendationFactory(report=response.report, kind=FindingKind.AFI, order=4)
    AssessmentFactory(force=response.force, recommendation=area)
    AnswerFactory(response=response, findings=[ratings[0].recommendation])
    record_rating(
        assessment=ratings[1], by=None, now=timezone.now(), rag="not_for_force", reason="No."
    )
    shown = editor.get(change(response))
    table = [*dict.fromkeys(ways_to_answer(shown))]
    assert table == [ratings[2].recommendation.ref, area.ref]


def test_a_day_of_review_to_come_is_refused(response, ratings, editor):
    answer = saved(editor, response, **{"ratings-0-reviewed_on": "2199-01-01"})
    assert "has not come yet" in errors(answer)


def test_a_day_of_review_before_the_report_is_refused(response, ratings, editor):
    answer = saved(editor, response, **{"ratings-0-reviewed_on": "2026-04-14"})
    assert "before the report was published, 15 April 2026" in errors(answer)


def test_a_rating_of_another_force_is_not_reached(response, ratings, editor):
    theirs = AssessmentFactory(recommendation=ratings[0].recommendation)
    saved(editor, response, **{"ratings-0-id": str(theirs.pk), "ratings-0-rag": "green"})
    theirs.refresh_from_db()
    assert theirs.rag == "not_assessed"


def test_no_rating_is_made_by_a_row_that_was_not_there(response, ratings, editor):
    row = {"ratings-3-rag": "green", "ratings-TOTAL_FORMS": "4"}
    saved(editor, response, **row)
    assert rags() == ["not_assessed"] * 3


def test_two_people_s_changes_of_different_rows_both_stand(response, ratings, editor):
    data = form_data(editor.get(change(response)))
    record_rating(assessment=ratings[1], by=None, now=timezone.now(), rag="amber")
    editor.post(change(response), data | {"ratings-0-rag": "green"})
    assert rags() == ["green", "amber", "not_assessed"]


def test_the_same_rating_changed_by_two_is_refused_with_both_versions(response, ratings, editor):
    data = form_data(editor.get(change(response)))
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="amber")
    answer = editor.post(change(response), data | {"ratings-0-rag": "green"})
    assert "Amber" in errors(answer)
    assert "Green" in errors(answer)
    assert rags() == ["amber", "not_assessed", "not_assessed"]


def test_what_was_typed_of_a_report_that_was_left_out_meanwhile_is_kept(response, ratings, editor):
    further = InspectionReportFactory()
    response.further_reports.add(further)
    finding = RecommendationFactory(report=further)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    data = form_data(editor.get(change(response)))
    assert data["ratings-3-id"] == str(rating.pk)
    response.further_reports.clear()
    editor.post(change(response), data | {"ratings-3-rag": "green"})
    rating.refresh_from_db()
    assert rating.rag == "green"


def test_an_approver_and_an_editor_after_submission_read_it(response, ratings, editor):
    NarrativeSectionFactory(response=response)
    approver = signed_in(Role.APPROVER, force=response.force)
    assert "ratings-0-rag" not in form_data(approver.get(change(response)))
    data = form_data(editor.get(change(response)))
    submit(response=response, by=None, now=timezone.now())
    shown = editor.get(change(response))
    assert "ratings-0-rag" not in form_data(shown)
    assert "Not yet assessed" in shown.content.decode()
    answer = editor.post(change(response), data | {"ratings-0-rag": "green"})
    assert answer.status_code == 409
    assert "Green" in answer.content.decode()
    assert rags() == ["not_assessed"] * 3


def test_each_row_leads_to_its_answer_or_to_a_new_one(response, ratings, editor):
    answered, elsewhere, open_one = (rating.recommendation for rating in ratings)
    section = NarrativeSectionFactory(response=response, heading="Our villages")
    AnswerFactory(response=response, findings=[answered], explained_in=section)
    record_rating(
        assessment=ratings[1], by=None, now=timezone.now(), rag="not_for_force", reason="Theirs."
    )
    shown = editor.get(change(response)).content.decode()
    assert "#id_answers-0-position" in shown
    assert "Explained in “Our villages”" in shown
    links = [f"?answer={one.report.slug}/{one.ref}#answers-1" for one in (elsewhere, open_one)]
    assert [shown.count(link) for link in links] == [0, 1]


def rows(client, response):
    """Return the HTML of each row of the table."""
    return client.get(change(response)).content.decode().split('class="table-row"')[1:]


def opened(row):
    """Return the text of what a row opens to, without its summary."""
    return " ".join(re.sub(r"<[^>]+>", " ", details(row)).split())


def details(row):
    return row.split("</summary>")[1].split("</details>")[0]


def test_each_row_opens_to_its_answer(response, ratings, editor):
    first, second, third = (rating.recommendation for rating in ratings)
    section = NarrativeSectionFactory(response=response, heading="Our villages")
    acted = {"position": "accepted", "action": "<p>We hired <strong>two</strong> officers.</p>"}
    AnswerFactory(response=response, findings=[first], explained_in=None, **acted)
    AnswerFactory(
        response=response, findings=[first, second], explained_in=section, why_none="<p>Why.</p>"
    )
    one, two, three = rows(editor, response)
    assert "Your answer: Accepted We hired two officers. Edit this answer" in opened(one)
    assert "<strong>two</strong>" in details(one)
    assert "Why there is no action Why. Explained in section “Our villages”." in opened(one)
    assert '"#id_answers-1-position"' in details(two)
    assert "two officers" not in details(two)
    assert "No answer." in opened(three)
    approver = signed_in(Role.APPROVER, force=response.force)
    read = rows(approver, response)[0]
    assert 'href="#answers-0">Go to this answer' in details(read)
    record_rating(
        assessment=ratings[2], by=None, now=timezone.now(), rag="not_for_force", reason="Theirs."
    )
    assert "Not for this force, for the reason given." in opened(rows(editor, response)[2])
    assert third.name in three


def test_each_row_says_how_many_of_its_actions_are_done(response, ratings, editor):
    for done_on in (None, None, "2026-05-12"):
        ActionFactory(assessment=ratings[1], done_on=done_on)
    shown = editor.get(change(response)).content.decode()
    rows = shown.split('class="table-row"')[1:]
    assert ["1 of 3 actions done" in row for row in rows] == [False, True, False]
    refused = saved(editor, response, **{"ratings-1-rag": "red"})
    assert "1 of 3 actions done" in refused.content.decode()


def test_a_rating_that_nobody_reviewed_lately_is_called_stale(response, ratings, editor, settings):
    settings.RATING_STALE_AFTER_DAYS = 90
    response.report.published_on = parse("15 April 2025")
    response.report.save()
    today = timezone.localdate()
    for rating, days in zip(ratings, (90, 91), strict=False):
        day = today - datetime.timedelta(days=days)
        record_rating(assessment=rating, by=None, now=timezone.now(), true_on=day, rag="amber")
    shown = editor.get(change(response)).content.decode()
    assert "Stale, 91 days" in shown
    assert "Stale, 90 days" not in shown


def test_the_page_asks_as_often_for_three_ratings_as_for_one(
    response, django_assert_num_queries, django_assert_max_num_queries
):
    owner = Client()
    owner.force_login(UserFactory(is_superuser=True))

    def grow():
        finding = RecommendationFactory(report=response.report)
        AssessmentFactory(force=response.force, recommendation=finding)

    grow()
    owner.get(change(response))
    with django_assert_max_num_queries(60) as asked:
        owner.get(change(response))
    grow()
    grow()
    with django_assert_num_queries(len(asked)):
        owner.get(change(response))
