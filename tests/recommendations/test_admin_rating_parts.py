"""Actions and evidence on the page of a rating: written by the editor, joined, told."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import Action, Assessment, AssessmentChange, Evidence
from tests.admin_client import page, signed_in
from tests.factories import ActionFactory, AssessmentFactory, EvidenceFactory
from tests.html_form import errors, form_data, with_row
from tests.told import newest

pytestmark = pytest.mark.django_db
NOTE = {"note": "Audit of 40 visits.", "url": "https://documents.example.org/audit"}


@pytest.fixture
def rating():
    return AssessmentFactory()


@pytest.fixture
def editor(rating):
    return signed_in(Role.EDITOR, force=rating.force)


@pytest.fixture
def path(rating):
    return page(Assessment, "change", rating.pk)


def opened(client, path):
    return form_data(client.get(path))


def test_an_editor_adds_actions_and_evidence_and_the_rating_stays_as_it_was(rating, editor, path):
    data = with_row(opened(editor, path), "actions", title="Mend it", due_on="2026-05-01")
    answer = editor.post(path, with_row(data, "evidence", **NOTE))
    assert answer.status_code == 302, errors(answer)
    action = Action.objects.get()
    assert (action.assessment, action.title) == (rating, "Mend it")
    assert action.due_on == datetime.date(2026, 5, 1)
    assert Evidence.objects.values("note", "url").get() == NOTE
    assert not AssessmentChange.objects.exists()


def test_an_overdue_action_is_told_in_words_and_one_that_is_done_is_not(rating, editor, path):
    late = ActionFactory(assessment=rating, title="Mend it", due_on=datetime.date(2026, 5, 1))
    assert "Action overdue since 1 May 2026" in editor.get(path).content.decode()
    assert "Mend it: overdue since 1 May 2026" in editor.get(path).content.decode()
    late.done_on = datetime.date(2026, 5, 9)
    late.save()
    assert "overdue" not in editor.get(path).content.decode()
    assert "Mend it: done on 9 May 2026" in editor.get(path).content.decode()


def test_an_action_is_not_done_on_a_day_that_has_not_come(editor, path):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    row = {"title": "Mend it", "done_on": tomorrow.isoformat()}
    refused = editor.post(path, with_row(opened(editor, path), "actions", **row))
    assert "not come yet" in errors(refused)
    assert not Action.objects.exists()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://documents.example.org/audit", "Begin the link with https://"),
        ("ftp://documents.example.org/audit", "Begin the link with https://"),
        ("javascript:alert(1)", "Enter a valid URL"),
        ("file:///c/audit.docx", "Enter a valid URL"),
        (r"\\server\audits\May.docx", "write its path into the note"),
    ],
)
def test_a_link_that_is_not_https_is_refused_at_its_field(editor, path, url, message):
    data = with_row(opened(editor, path), "evidence", note="Audit.", url=url)
    refused = editor.post(path, data)
    assert message in errors(refused)
    assert not Evidence.objects.exists()


def test_a_link_that_says_no_scheme_is_taken_as_https(editor, path):
    data = with_row(opened(editor, path), "evidence", note="Audit.", url="documents.example.org/a")
    assert editor.post(path, data).status_code == 302
    assert Evidence.objects.get().url == "https://documents.example.org/a"


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LIAISON])
def test_who_reads_ratings_reads_them_and_writes_none(rating, editor, path, role):
    action = ActionFactory(assessment=rating, title="Mend the fence")
    EvidenceFactory(assessment=rating, **NOTE)
    sent = with_row(opened(editor, path), "actions", title="Sneaked in")
    reader = signed_in(role, force=rating.force)
    shown = reader.get(path).content.decode()
    assert "Mend the fence" in shown
    assert NOTE["note"] in shown
    assert f'href="{NOTE["url"]}"' in shown
    assert reader.post(path, sent | {"actions-0-title": "Changed"}).status_code == 403
    assert list(Action.objects.all()) == [action]


def test_the_actions_of_a_rating_are_not_reached_from_another(rating, editor, path):
    theirs = ActionFactory(title="Not yours")
    data = with_row(opened(editor, path), "actions", title="Mine", id=theirs.pk)
    editor.post(path, data)
    theirs.refresh_from_db()
    assert (theirs.title, theirs.assessment_id == rating.pk) == ("Not yours", False)


def test_two_people_at_one_rating_lose_nothing(rating, editor, path):
    first = ActionFactory(assessment=rating, title="First", order=0)
    old = opened(editor, path)
    other = signed_in(Role.EDITOR, force=rating.force)
    data = opened(other, path) | {"actions-0-owner": "Head of Cows"}
    assert other.post(path, with_row(data, "actions", title="Second")).status_code == 302
    mine = old | {"actions-0-title": "First of all"}
    assert editor.post(path, with_row(mine, "actions", title="Third")).status_code == 302
    first.refresh_from_db()
    assert (first.title, first.owner) == ("First of all", "Head of Cows")
    titles = Action.objects.values_list("title", flat=True)
    assert sorted(titles) == ["First of all", "Second", "Third"]


def test_what_both_changed_is_refused_with_both_versions(rating, editor, path):
    EvidenceFactory(assessment=rating, note="Before")
    old = opened(editor, path)
    other = signed_in(Role.EDITOR, force=rating.force)
    other.post(path, opened(other, path) | {"evidence-0-note": "Theirs"})
    refused = editor.post(path, old | {"evidence-0-note": "Mine"})
    assert "<dt>As it is now</dt><dd>Theirs</dd>" in refused.content.decode()
    assert Evidence.objects.get().note == "Theirs"


def test_actions_and_evidence_are_told_in_the_history(rating, editor, path):
    data = with_row(opened(editor, path), "actions", title="Mend it", owner="Head of Cows")
    editor.post(path, with_row(data, "evidence", **NOTE))
    assert newest(editor, rating) == [
        ("Action “Mend it” added", {"Title": ("", "Mend it"), "Owner": ("", "Head of Cows")}),
        ("Evidence added", {"Note": ("", NOTE["note"]), "Link": ("", NOTE["url"])}),
    ]


def test_a_rating_asks_as_often_for_three_actions_as_for_one(
    rating, editor, path, django_assert_num_queries, django_assert_max_num_queries
):
    def grow():
        ActionFactory(assessment=rating, due_on=datetime.date(2026, 5, 1))
        EvidenceFactory(assessment=rating)

    grow()
    editor.get(path)
    with django_assert_max_num_queries(20) as asked:
        editor.get(path)
    grow()
    grow()
    with django_assert_num_queries(len(asked)):
        editor.get(path)


def test_evidence_is_called_after_the_beginning_of_its_note(rating, editor, path):
    EvidenceFactory(assessment=rating, note="word " * 60)
    shown = editor.get(path).content.decode()
    (summary,) = re.findall("<summary>(.*word.*)</summary>", shown)
    assert len(summary) < 200
