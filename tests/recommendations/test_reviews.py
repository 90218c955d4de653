"""When a rating counts as reviewed: by one rule, whichever way it is changed."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment
from recommendations.partial_dates import parse
from recommendations.reviews import reviewed_on
from recommendations.services import Wanted, accept_proposal, plan, record_rating, record_together
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, ProgressProposalFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"
DAY, ON = datetime.date(2026, 5, 1), datetime.date(2026, 6, 1)
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
ARRANGED = [{"owner": "Head of Cows"}, {"expected_on": parse("May 2027")}]
JUDGED = [
    {"rag": "green"},
    {"reason": "The fence stands."},
    {"progress": "closed"},
    {"assurance": "force_says", "assured_on": DAY},
]


@pytest.fixture
def rating():
    """One that was reviewed some time ago."""
    rating = AssessmentFactory()
    return record_rating(assessment=rating, by=None, now=NOW, true_on=DAY, rag="amber")


@pytest.fixture
def editor(rating):
    return signed_in(Role.EDITOR, force=rating.force)


def day_of(rating):
    rating.refresh_from_db()
    assert rating.changes.last().true_on == rating.reviewed_on
    return rating.reviewed_on


@pytest.mark.parametrize("last", [None, DAY])
@pytest.mark.parametrize(
    ("values", "is_review"),
    [*((one, False) for one in ARRANGED), *((one, True) for one in JUDGED)],
)
def test_only_another_judgement_is_a_review(values, is_review, last):
    before, after = Assessment(reviewed_on=last), Assessment(**values)
    assert reviewed_on(before, after, given=None, on=ON) == (ON if is_review else last)
    given = datetime.date(2026, 5, 2)
    assert reviewed_on(before, after, given=given, on=ON) == given


def test_a_text_that_reads_the_same_is_no_other_judgement():
    before, after = Assessment(reason="One.\nTwo."), Assessment(reason="One.\r\nTwo. ")
    assert reviewed_on(before, after, given=None, on=ON) is None


@pytest.mark.parametrize("values", ARRANGED)
def test_what_is_arranged_is_recorded_of_the_day_of_the_last_review(rating, values):
    record_rating(assessment=rating, by=None, now=NOW, **values)
    assert day_of(rating) == DAY
    assert rating.changes.count() == 2


@pytest.mark.parametrize("values", JUDGED)
def test_another_judgement_is_recorded_of_today(rating, values):
    record_rating(assessment=rating, by=None, now=NOW, **values)
    assert day_of(rating) == ON


def test_what_nobody_reviewed_stays_so_when_it_gets_an_owner():
    rating = AssessmentFactory()
    record_rating(assessment=rating, by=None, now=NOW, owner="Head of Cows")
    assert day_of(rating) is None
    editor = signed_in(Role.EDITOR, force=rating.force)
    shown = editor.get(page(Assessment, "change", rating.pk)).content.decode()
    assert "Never reviewed" in shown
    assert "<td>–</td><td>Not yet assessed</td>" in shown


def test_an_owner_in_the_list_is_no_review_and_a_colour_is(rating, editor):
    data = form_data(editor.get(LIST)) | {"_save": "Save", "form-0-owner": "Head of Cows"}
    editor.post(LIST, data)
    assert (rating.changes.count(), day_of(rating)) == (2, DAY)
    editor.post(LIST, form_data(editor.get(LIST)) | {"_save": "Save", "form-0-rag": "green"})
    assert day_of(rating) == timezone.localdate()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ({"owner": "Head of Cows"}, lambda: DAY),
        ({"owner": "Head of Cows", "reviewed_on": "2026-05-02"}, lambda: datetime.date(2026, 5, 2)),
        ({"rag": "green", "reviewed_on": "2026-05-02"}, lambda: datetime.date(2026, 5, 2)),
        ({"reviewed_on": ""}, timezone.localdate),
    ],
)
def test_on_its_page_a_day_that_was_given_or_made_blank_counts(rating, editor, typed, day):
    change = page(Assessment, "change", rating.pk)
    assert editor.post(change, form_data(editor.get(change)) | typed).status_code == 302
    assert day_of(rating) == day()


def test_a_new_rating_that_only_has_an_owner_is_not_reviewed(editor, rating):
    other = AssessmentFactory().recommendation
    add = page(Assessment, "add")
    typed = {"force": rating.force_id, "recommendation": other.pk, "owner": "Head of Cows"}
    assert editor.post(add, form_data(editor.get(add)) | typed).status_code == 302
    assert day_of(Assessment.objects.get(force=rating.force, recommendation=other)) is None


@pytest.mark.parametrize("values", ARRANGED)
def test_many_at_once_follow_the_same_rule(rating, values):
    new = AssessmentFactory()
    wanted = [Wanted(one.pk, values) for one in (rating, new)]
    owner = signed_in(Role.EDITOR, force=rating.force).user
    owner.memberships.create(force=new.force, role=Role.EDITOR)
    made = plan(wanted, by=owner, on=ON)
    assert [[name for name, _, _ in row.changes] for row in made.rows] == [list(values)] * 2
    assert record_together(wanted, by=owner, now=NOW, seen=made.seen) == 2
    assert (day_of(rating), day_of(new)) == (DAY, None)


def test_who_accepts_what_the_force_proposes_has_reviewed(rating):
    proposal = ProgressProposalFactory(assessment=rating, progress="in_progress")
    record_rating(assessment=rating, by=None, now=NOW, true_on=DAY, progress="in_progress")
    accept_proposal(proposal=proposal, by=None, now=NOW)
    assert day_of(rating) == ON
