"""Many ratings at once from the list: chosen, looked at, recorded through the service."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Membership, Role
from recommendations.admin.together import MOST_TOGETHER, NONE_CHOSEN
from recommendations.models import AssessmentChange
from recommendations.partial_dates import parse
from recommendations.services import Wanted, plan, record_rating
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"
CONFIRM = f"{LIST}together/confirm/"
AMBER = {"rag": "amber", "owner": "Head of Cows"}


@pytest.fixture
def ratings():
    force, report = PoliceForceFactory(), InspectionReportFactory()
    findings = [RecommendationFactory(report=report) for _ in range(3)]
    return [AssessmentFactory(force=force, recommendation=finding) for finding in findings]


@pytest.fixture
def editor(ratings):
    return signed_in(Role.EDITOR, force=ratings[0].force)


def address(ratings):
    return f"{LIST}together/?chosen={','.join(str(rating.pk) for rating in ratings)}"


def looked_at(client, ratings, **typed):
    """Return the page that shows what would change."""
    path = address(ratings)
    return client.post(path, form_data(client.get(path)) | typed)


def confirm(client, shown):
    data = form_data(shown)
    return client.post(CONFIRM, {"signed": data["signed"]})


def standing(rating):
    rating.refresh_from_db()
    return rating.rag, rating.owner, rating.reason


def messages(answer):
    return " ".join(str(one) for one in answer.context["messages"])


def test_the_button_of_the_list_leads_to_the_page_of_those_chosen(ratings, editor):
    data = form_data(editor.get(LIST)) | {"index": "0"}
    data["_selected_action"] = [ratings[2].pk, ratings[0].pk]
    assert editor.post(LIST, data).url == address([ratings[0], ratings[2]])


def test_none_chosen_is_said_and_changes_nothing(ratings, editor):
    data = form_data(editor.get(LIST)) | {"index": "0", "_selected_action": []}
    shown = editor.post(LIST, data, follow=True)
    assert messages(shown) == NONE_CHOSEN
    for path in (f"{LIST}together/", f"{LIST}together/?chosen=abc,-1,9999999"):
        assert "tick their boxes" in messages(editor.get(path, follow=True))


def test_each_chosen_rating_is_recorded_with_what_was_filled_in_and_no_other(ratings, editor):
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="green", reason="Seen.")
    shown = looked_at(editor, ratings[:2], **AMBER, expected_on_date="May 2027")
    assert AssessmentChange.objects.count() == 1
    assert confirm(editor, shown).status_code == 302
    assert standing(ratings[0]) == ("amber", "Head of Cows", "Seen.")
    assert standing(ratings[1]) == ("amber", "Head of Cows", "")
    assert standing(ratings[2]) == ("not_assessed", "", "")
    change = ratings[1].changes.get()
    assert (change.recorded_by, change.true_on) == (editor.user, timezone.localdate())
    assert change.expected_on == parse("May 2027")
    assert not ratings[2].changes.exists()


def test_the_look_says_what_each_says_and_will_say(ratings, editor):
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="green")
    rows = looked_at(editor, ratings[:2], rag="amber").context["rows"]
    assert ("RAG", "Green", "Amber") in rows[0]["changes"]
    assert ("RAG", "Not yet assessed", "Amber") in rows[1]["changes"]


def test_the_look_shows_a_reason_that_stays_beside_a_new_colour(ratings, editor):
    """It was written for the colour before, and readers would see the two together."""
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="red", reason="No vans.")
    shown = looked_at(editor, ratings, rag="amber").content.decode()
    assert shown.count("<strong>Stays as it is:</strong> No vans.") == 1
    assert shown.count("Stays as it is") == 1
    for typed in ({"rag": "amber", "reason": "Vans come."}, {"owner": "Head of Cows"}):
        assert "Stays as it is" not in looked_at(editor, ratings, **typed).content.decode()


def test_an_assurance_and_a_day_of_review_are_set_on_all(ratings, editor):
    day = datetime.date(2026, 5, 20)
    given = {"assurance": "office_checked", "assured_on": day, "reviewed_on": day}
    confirm(editor, looked_at(editor, ratings, **given))
    said = AssessmentChange.objects.values_list("assurance", "assured_on", "true_on")
    assert list(said) == [("office_checked", day, day)] * 3


def test_a_day_of_review_that_was_given_is_kept_where_it_was_that_day_before(ratings, editor):
    day = timezone.localdate() - datetime.timedelta(days=3)
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), true_on=day, rag="green")
    confirm(editor, looked_at(editor, ratings[:1], rag="amber", reviewed_on=day))
    ratings[0].refresh_from_db()
    assert (ratings[0].rag, ratings[0].reviewed_on) == ("amber", day)


def test_a_day_of_review_alone_says_that_the_ratings_still_stand(ratings, editor):
    before = datetime.date(2026, 5, 1)
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), true_on=before, rag="amber")
    shown = looked_at(editor, ratings[:1], reviewed_on="2026-05-20")
    assert "it says that all of them still stand" in editor.get(address(ratings)).content.decode()
    confirm(editor, shown)
    assert standing(ratings[0]) == ("amber", "", "")
    assert ratings[0].reviewed_on == datetime.date(2026, 5, 20)


def test_a_look_of_yesterday_is_shown_again_before_it_is_recorded(ratings, editor):
    """What is written would be true of another day than the one that was looked at."""
    today = timezone.localdate()
    days = (today, today + datetime.timedelta(days=1))
    wanted = [Wanted(ratings[0].pk, {"rag": "amber"})]
    first, second = (plan(wanted, by=editor.user, on=day).seen for day in days)
    assert first != second


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "__all__"),
        ({"assurance": "force_says"}, "assured_on"),
        ({"rag": "amber", "reviewed_on": "2999-01-01"}, "reviewed_on"),
        ({"rag": "purple"}, "rag"),
        ({"owner": "x" * 121}, "owner"),
        ({"expected_on_date": "soonish"}, "expected_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_before_the_look(ratings, editor, typed, field):
    shown = looked_at(editor, ratings, **typed)
    assert list(shown.context["form"].errors) == [field]
    assert "There is a problem" in shown.content.decode()
    assert not AssessmentChange.objects.exists()


def test_each_fault_is_a_link_to_a_field_that_is_there(ratings, editor):
    shown = looked_at(editor, ratings, expected_on_date="soonish", reviewed_on="2999-01-01")
    html = shown.content.decode()
    summary = html[html.index('id="problem"') : html.index("<h1>")]
    targets = re.findall(r'href="#(.*?)"', summary)
    assert targets == ["id_expected_on", "id_reviewed_on"]
    assert all(f'id="{target}"' in html for target in targets)


def test_a_row_that_may_not_be_rated_is_refused_by_itself_and_by_name(ratings, editor):
    theirs = AssessmentFactory(force__name="Felpersham Police")
    Membership.objects.create(user=editor.user, force=theirs.force, role=Role.APPROVER)
    shown = looked_at(editor, [ratings[0], theirs], rag="amber")
    assert "1 rating changes, 1 is refused" in shown.content.decode()
    (refused,) = [row for row in shown.context["rows"] if row["faults"]]
    assert refused["rating"] == theirs
    assert "Felpersham Police" in refused["faults"][0][1]
    confirm(editor, shown)
    assert standing(ratings[0])[0] == "amber"
    assert standing(theirs)[0] == "not_assessed"
    assert not theirs.changes.exists()


def test_a_rating_of_a_force_of_which_the_person_knows_nothing_is_not_there(ratings, editor):
    theirs = AssessmentFactory(recommendation__subject="Kestrels")
    shown = editor.get(address([ratings[0], theirs]))
    assert shown.context["ratings"] == [ratings[0]]
    assert "Kestrels" not in shown.content.decode()


def test_a_row_that_lacks_its_reason_is_refused_by_itself(ratings, editor):
    now = timezone.now()
    record_rating(assessment=ratings[0], by=None, now=now, rag="amber", reason="The fence fell.")
    shown = looked_at(editor, ratings[:2], rag="red")
    assert [bool(row["faults"]) for row in shown.context["rows"]] == [False, True]
    confirm(editor, shown)
    assert standing(ratings[0])[0] == "red"
    assert standing(ratings[1])[0] == "not_assessed"


def test_what_changed_since_the_look_is_refused_and_shown_again(ratings, editor):
    shown = looked_at(editor, ratings, **AMBER)
    record_rating(assessment=ratings[1], by=None, now=timezone.now(), rag="green")
    again = confirm(editor, shown)
    assert "somebody else changed" in messages(again)
    assert AssessmentChange.objects.count() == 1
    rows = again.context["rows"]
    assert ("RAG", "Green", "Amber") in rows[1]["changes"]
    assert confirm(editor, again).status_code == 302
    assert standing(ratings[1])[0] == "amber"


def test_a_role_that_was_taken_away_since_the_look_writes_nothing(ratings, editor):
    shown = looked_at(editor, ratings, **AMBER)
    editor.user.memberships.all().delete()
    Membership.objects.create(user=editor.user, force=PoliceForceFactory(), role=Role.EDITOR)
    again = confirm(editor, shown)
    assert "Nothing changes" in again.content.decode()
    assert not AssessmentChange.objects.exists()


def test_a_second_click_records_nothing_twice(ratings, editor):
    shown = looked_at(editor, ratings, **AMBER)
    confirm(editor, shown)
    confirm(editor, shown)
    assert AssessmentChange.objects.count() == 3


def test_what_another_person_looked_at_or_somebody_made_up_is_not_taken(ratings, editor):
    signed = form_data(looked_at(editor, ratings, **AMBER))["signed"]
    other = signed_in(Role.EDITOR, force=ratings[0].force)
    for one in (signed, signed[:-2], "nonsense", ""):
        shown = other.post(CONFIRM, {"signed": one}, follow=True)
        assert "Nothing was recorded" in messages(shown)
    assert not AssessmentChange.objects.exists()


def test_a_failure_half_way_leaves_nothing_behind(ratings, editor, monkeypatch):
    shown = looked_at(editor, ratings, **AMBER)
    create = type(AssessmentChange.objects).create

    def fail_at_the_last(manager, **values):
        if values["assessment"] == ratings[2]:
            raise RuntimeError("The disk is full.")
        return create(manager, **values)

    monkeypatch.setattr(type(AssessmentChange.objects), "create", fail_at_the_last)
    with pytest.raises(RuntimeError, match="disk"):
        confirm(editor, shown)
    assert not AssessmentChange.objects.exists()
    assert standing(ratings[0])[0] == "not_assessed"


def test_more_than_can_be_chosen_is_said(editor):
    many = ",".join(str(number) for number in range(1, MOST_TOGETHER + 2))
    shown = editor.get(f"{LIST}together/?chosen={many}", follow=True)
    assert f"at most {MOST_TOGETHER}" in messages(shown)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LIAISON])
def test_who_only_reads_ratings_is_offered_no_choice(ratings, role):
    reader = signed_in(role, force=ratings[0].force)
    shown = reader.get(LIST).content.decode()
    assert "Rate those chosen" not in shown
    assert "Import a spreadsheet" not in shown
    assert reader.get(address(ratings)).status_code == 403


def test_it_asks_as_often_for_three_ratings_as_for_one(
    ratings, editor, django_assert_num_queries, django_assert_max_num_queries
):
    def look(some):
        path = address(some)
        editor.get(path)
        editor.post(path, {"rag": "amber"})

    look(ratings[:1])
    with django_assert_max_num_queries(30) as asked:
        look(ratings[:1])
    with django_assert_num_queries(len(asked)):
        look(ratings)


def test_a_reason_that_all_of_them_lack_is_asked_for_at_its_field(ratings, editor):
    shown = looked_at(editor, ratings, rag="red", owner="Head of Cows")
    form = shown.context["form"]
    assert list(form.errors) == ["reason"]
    assert form_data(shown)["owner"] == "Head of Cows"
    assert "There is a problem" in shown.content.decode()
    again = looked_at(editor, ratings, rag="red", reason="No vans.")
    assert "3 ratings change" in again.content.decode()


def test_the_look_leads_back_to_the_form_as_it_was_filled_in(ratings, editor):
    shown = looked_at(editor, ratings, **AMBER, expected_on_date="May 2027")
    path = address(ratings)
    way_back = shown.content.decode().split("Change something")[0].rsplit("<form", 1)[1]
    assert f'action="{path}"' in way_back
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', way_back))
    again = editor.post(path, typed)
    assert not again.context["form"].errors
    said = form_data(again)
    assert (said["rag"], said["owner"]) == ("amber", "Head of Cows")
    assert said["expected_on_date"] == "May 2027"
    assert confirm(editor, editor.post(path, said)).status_code == 302
    assert standing(ratings[2])[:2] == ("amber", "Head of Cows")
