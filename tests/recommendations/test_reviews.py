"""When a rating counts as reviewed: by one rule, whichever way it is changed."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment
from recommendations.partial_dates import parse
from recommendations.reviews import reviewed_on, too_early
from recommendations.services import Wanted, accept_proposal, plan, record_rating, record_together
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, ProgressProposalFactory, RecommendationFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"
DAY, ON = datetime.date(2026, 5, 1), datetime.date(2026, 6, 1)
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
ARRANGED = [{"owner": "Head of Cows"}, {"expected_on": parse("May 2027")}]
TOO_EARLY = "This is before the report was published, 15 April 2026."
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
    assert re.search(r'data-label="True of">–</td><td [^>]*>Not yet assessed</td>', shown)


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


@pytest.mark.parametrize(
    ("published", "day", "is_refused"),
    [
        ("15 April 2026", "2026-04-14", True),
        ("15 April 2026", "2026-04-15", False),
        ("April 2026", "2026-03-31", True),
        ("April 2026", "2026-04-01", False),
        ("", "1999-01-01", False),
        ("2 June 2026", "2026-05-01", False),
    ],
)
def test_only_a_day_that_cannot_be_is_too_early(published, day, is_refused):
    """Of a report that is still to come on the day, an office may have a copy."""
    day, published = datetime.date.fromisoformat(day), parse(published)
    assert bool(too_early(day, published=published, on=ON)) is is_refused


def test_a_review_before_the_report_is_refused_at_its_field_and_leaves_no_trace(rating):
    too_soon = datetime.date(2026, 4, 14)
    with pytest.raises(ValidationError) as refusal:
        record_rating(assessment=rating, by=None, now=NOW, true_on=too_soon, rag="green")
    assert refusal.value.message_dict == {"reviewed_on": [TOO_EARLY]}
    assert day_of(rating) == DAY


def test_it_is_refused_at_its_field_on_the_page(rating, editor):
    change = page(Assessment, "change", rating.pk)
    refused = editor.post(change, form_data(editor.get(change)) | {"reviewed_on": "2026-04-14"})
    assert refused.context["adminform"].form.errors["reviewed_on"] == [TOO_EARLY]
    add = page(Assessment, "add")
    typed = {"force": rating.force_id, "recommendation": RecommendationFactory().pk}
    data = form_data(editor.get(add)) | typed | {"reviewed_on": "2026-04-14"}
    refused = editor.post(add, data)
    assert refused.context["adminform"].form.errors["reviewed_on"] == [TOO_EARLY]
    assert Assessment.objects.count() == 1


def test_many_at_once_refuse_it_in_the_row_of_the_report(rating):
    wanted = [Wanted(rating.pk, {"reviewed_on": datetime.date(2026, 4, 14)})]
    (row,) = plan(wanted, by=signed_in(Role.EDITOR, force=rating.force).user, on=ON).rows
    assert row.faults == {"reviewed_on": [TOO_EARLY]}


def test_a_day_that_stands_already_does_not_hold_up_another_change(rating, editor):
    """The date of the report may have been put right since."""
    report = rating.recommendation.report
    report.published_on = parse("2 May 2026")
    report.save()
    data = form_data(editor.get(LIST)) | {"_save": "Save", "form-0-owner": "Head of Cows"}
    assert editor.post(LIST, data).status_code == 302
    assert day_of(rating) == DAY
    change = page(Assessment, "change", rating.pk)
    assert editor.post(change, form_data(editor.get(change)) | {"owner": ""}).status_code == 302
    assert day_of(rating) == DAY
