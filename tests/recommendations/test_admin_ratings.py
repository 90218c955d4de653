"""Ratings in the admin: each change is written through the service, with its history."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment, AssessmentChange
from recommendations.services import record_rating
from tests.admin_client import page, signed_in
from tests.factories import (
    AssessmentFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"


@pytest.fixture
def ratings():
    force = PoliceForceFactory()
    return [AssessmentFactory(force=force) for _ in range(2)]


@pytest.fixture
def editor(ratings):
    return signed_in(Role.EDITOR, force=ratings[0].force)


def list_data(client):
    return form_data(client.get(LIST)) | {"_save": "Save"}


def test_the_list_writes_the_changed_row_with_its_history_and_no_other(ratings, editor):
    data = list_data(editor) | {"form-0-rag": "amber", "form-0-owner": "Head of Cows"}
    assert editor.post(LIST, data).status_code == 302
    change = AssessmentChange.objects.get()
    assert change.assessment == ratings[0]
    assert (change.rag, change.owner, change.recorded_by) == ("amber", "Head of Cows", editor.user)
    ratings[0].refresh_from_db()
    assert (ratings[0].rag, ratings[0].reviewed_on) == ("amber", timezone.localdate())


def test_saving_the_list_unchanged_writes_no_history(editor):
    assert editor.post(LIST, list_data(editor)).status_code == 302
    assert not AssessmentChange.objects.exists()


def test_red_without_a_reason_is_refused_at_its_field_in_the_list(ratings, editor):
    data = list_data(editor) | {"form-1-rag": "red", "form-0-rag": "green"}
    answer = editor.post(LIST, data)
    assert "needs one" in str(answer.context["cl"].formset.forms[1].errors["reason"])
    assert not AssessmentChange.objects.exists()


@pytest.mark.parametrize("rag", ["red", "not_for_force"])
def test_a_missing_reason_is_refused_at_its_field_on_the_page(ratings, editor, rag):
    change = page(Assessment, "change", ratings[0].pk)
    answer = editor.post(change, form_data(editor.get(change)) | {"rag": rag, "reason": "  "})
    assert "needs one" in str(answer.context["adminform"].form.errors["reason"])
    assert not AssessmentChange.objects.exists()


def test_the_page_records_the_day_of_which_it_is_true(ratings, editor):
    change = page(Assessment, "change", ratings[0].pk)
    data = form_data(editor.get(change)) | {"rag": "green", "reviewed_on": "2026-05-01"}
    assert editor.post(change, data).status_code == 302
    assert AssessmentChange.objects.get().true_on == datetime.date(2026, 5, 1)


def test_a_day_that_has_not_come_is_refused_at_its_field(ratings, editor):
    change = page(Assessment, "change", ratings[0].pk)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    answer = editor.post(
        change, form_data(editor.get(change)) | {"reviewed_on": tomorrow.isoformat()}
    )
    assert "not come yet" in str(answer.context["adminform"].form.errors["reviewed_on"])


def test_saving_the_page_unchanged_writes_no_history(ratings, editor):
    change = page(Assessment, "change", ratings[0].pk)
    assert editor.post(change, form_data(editor.get(change))).status_code == 302
    assert not AssessmentChange.objects.exists()


def test_the_page_shows_the_history_and_nothing_to_change_it_with(ratings, editor):
    now = timezone.now()
    for reason in ("An earlier reason", "A later reason"):
        record_rating(assessment=ratings[0], by=editor.user, now=now, rag="red", reason=reason)
    shown = editor.get(page(Assessment, "change", ratings[0].pk)).content.decode()
    history = shown[shown.index("History of this rating") :]
    assert history.index("A later reason") < history.index("An earlier reason")
    assert "changes-TOTAL_FORMS" not in shown


def test_the_page_says_that_readers_see_the_reason(ratings, editor):
    shown = editor.get(page(Assessment, "change", ratings[0].pk)).content.decode()
    assert "Needed for Red" in shown
    assert "Readers see it once a response is published." in shown


def test_a_rating_is_not_deleted(ratings, editor):
    path = page(Assessment, "delete", ratings[0].pk)
    assert editor.post(path, {"post": "yes"}).status_code == 403
    assert Assessment.objects.count() == 2


def test_a_first_rating_is_entered_with_its_history(ratings, editor):
    finding = RecommendationFactory()
    add = page(Assessment, "add")
    data = form_data(editor.get(add)) | {"recommendation": finding.pk, "rag": "green"}
    data["force"] = ratings[0].force_id
    assert editor.post(add, data).status_code == 302
    assert AssessmentChange.objects.get().assessment.recommendation == finding


def test_a_second_rating_of_the_same_finding_is_refused_with_a_message(ratings, editor):
    add = page(Assessment, "add")
    data = form_data(editor.get(add)) | {"force": ratings[0].force_id, "rag": "green"}
    data["recommendation"] = ratings[0].recommendation_id
    answer = editor.post(add, data)
    assert "already has a rating" in str(answer.context["adminform"].form.errors)
    assert Assessment.objects.count() == 2


def test_each_control_of_the_list_says_which_rating_it_belongs_to(ratings, editor):
    shown = editor.get(LIST).content.decode()
    for rating in ratings:
        row = f"{rating.recommendation.name}, {rating.force.short_name}"
        for field in ("RAG", "Reason", "Progress", "Owner"):
            assert f'aria-label="{field}: {row}"' in shown


def test_no_control_of_the_list_is_described_by_what_is_not_there(ratings, editor):
    refused = editor.post(LIST, list_data(editor) | {"form-0-rag": "red"})
    for shown in (editor.get(LIST), refused):
        html = shown.content.decode()
        assert "form-0-reason" in html
        described = {
            one for ids in re.findall(r'aria-describedby="(.*?)"', html) for one in ids.split()
        }
        assert described <= set(re.findall(r'\sid="(.*?)"', html))
    assert described


def test_an_approver_reads_the_list_and_writes_nothing(ratings):
    approver = signed_in(Role.APPROVER, force=ratings[0].force)
    assert "form-0-rag" not in approver.get(LIST).content.decode()
    data = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": ratings[0].pk}
    answer = approver.post(LIST, data | {"form-0-rag": "green", "_save": "Save"})
    assert answer.status_code == 403
    assert not AssessmentChange.objects.exists()


def test_in_a_mixed_list_only_the_rows_of_ones_own_force_can_be_changed(ratings, editor):
    theirs = AssessmentFactory()
    editor.user.memberships.create(force=theirs.force, role=Role.APPROVER)
    data = list_data(editor)
    row = next(k[:-3] for k, v in data.items() if k.endswith("-id") and v == str(theirs.pk))
    data[f"{row}-rag"] = "green"
    editor.post(LIST, data)
    theirs.refresh_from_db()
    assert theirs.rag == "not_assessed"
    assert not AssessmentChange.objects.exists()


def test_a_row_of_another_force_is_not_written_by_its_number(ratings, editor):
    theirs = AssessmentFactory()
    data = list_data(editor) | {"form-0-id": theirs.pk, "form-0-rag": "green"}
    editor.post(LIST, data)
    theirs.refresh_from_db()
    assert theirs.rag == "not_assessed"


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000, "-1", "abc", ""])
def test_a_row_with_a_number_that_no_row_can_have_is_refused_on_the_page(ratings, editor, key):
    data = list_data(editor) | {"form-0-id": key, "form-0-rag": "green"}
    answer = editor.post(LIST, data)
    assert answer.context["cl"].formset.forms[0].errors["id"]
    assert not AssessmentChange.objects.exists()
