"""The quick filters of the ratings: each finds in the database what its rule says."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.admin.rating_filters import due_soon, overdue, stale, waiting_for
from recommendations.freshness import is_stale
from recommendations.models import Assessment
from recommendations.partial_dates import PartialDate, parse
from recommendations.rag import OPEN, Rag
from tests.admin_client import page, signed_in
from tests.factories import (
    AssessmentFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db
DATES = [
    *("31 March 2026", "April 2026", "30 April 2026", "May 2026", "1 May 2026", "11 May 2026"),
    *("12 May 2026", "26 May 2026", "27 May 2026", "31 May 2026", "June 2026", "1 June 2026"),
]
DAYS = [datetime.date(2026, 5, day) for day in (1, 11, 12, 31)] + [datetime.date(2026, 6, 1)]


def ratings():
    return Assessment.objects.all()


def with_due_dates():
    for words in DATES:
        known = parse(words)
        for phrase in ("", "by then"):
            due_on = PartialDate(known.year, known.month, known.day, phrase)
            AssessmentFactory(recommendation=RecommendationFactory(due_on=due_on))
    for phrase in ("", "immediately", "within 2 months"):
        due_on = PartialDate(phrase=phrase)
        AssessmentFactory(recommendation=RecommendationFactory(due_on=due_on))


@pytest.mark.parametrize("on", DAYS)
def test_what_is_overdue_or_due_soon_is_found_by_the_last_day_that_a_date_can_be(on):
    with_due_dates()
    end = on + datetime.timedelta(days=14)
    known = [
        (one, one.recommendation.due_on.latest)
        for one in ratings().select_related("recommendation")
        if one.recommendation.due_on.is_known
    ]
    assert set(overdue(ratings(), on=on)) == {one for one, last in known if last < on}
    assert set(due_soon(ratings(), on=on)) == {one for one, last in known if on <= last <= end}


def test_what_is_stale_is_found_by_the_rule_of_freshness(settings):
    settings.RATING_STALE_AFTER_DAYS = 90
    on = datetime.date(2026, 6, 1)
    for days in (None, 0, 89, 90, 91, 400):
        reviewed_on = None if days is None else on - datetime.timedelta(days=days)
        for rag in Rag:
            for kind in ("recommendation", "practice"):
                finding = RecommendationFactory(kind=kind)
                values = {"recommendation": finding, "rag": rag, "reason": "So it is."}
                AssessmentFactory(reviewed_on=reviewed_on, **values)
    expected = {one for one in ratings() if is_stale(one, on=on, after=90)}
    assert set(stale(ratings(), on=on)) == expected
    assert len(expected) == 2 * len(OPEN)
    assert set(ratings().open()) == {one for one in ratings() if one.is_open}


def test_the_filter_finds_each_rating_that_the_list_marks_and_no_other(settings):
    settings.RATING_STALE_AFTER_DAYS = 90
    force = PoliceForceFactory()
    old = timezone.localdate() - datetime.timedelta(days=91)
    for rag in Rag:
        AssessmentFactory(force=force, rag=rag, reason="So it is.", reviewed_on=old)
    editor, address = signed_in(Role.EDITOR, force=force), page(Assessment, "changelist")
    marks = editor.get(address).content.decode().count("stale, 91 days")
    found = editor.get(address, {"show": "stale"})
    assert len(found.context["cl"].result_list) == marks == len(OPEN)
    assert f"{marks} ratings are stale" in editor.get("/admin/").content.decode()


def test_promising_practice_waits_for_nobody():
    practice = RecommendationFactory(kind="practice", due_on=parse("1 May 2026"))
    AssessmentFactory(recommendation=practice, reviewed_on=datetime.date(2020, 1, 1))
    on = datetime.date(2026, 6, 1)
    assert not stale(ratings(), on=on)
    assert not overdue(ratings(), on=on)


def test_to_an_editor_wait_what_nobody_assessed_what_is_stale_and_what_is_proposed():
    on = datetime.date(2026, 6, 1)
    force = PoliceForceFactory()
    common = {"force": force, "reason": "So it is."}
    unseen = AssessmentFactory(force=force)
    old = AssessmentFactory(rag="red", reviewed_on=datetime.date(2026, 1, 1), **common)
    proposed = ProgressProposalFactory(
        assessment=AssessmentFactory(rag="green", reviewed_on=on, **common)
    ).assessment
    AssessmentFactory(rag="red", reviewed_on=on, **common)
    AssessmentFactory()
    editor, approver = (signed_in(role, force=force) for role in (Role.EDITOR, Role.APPROVER))
    assert set(waiting_for(editor.user, ratings(), on=on)) == {unseen, old, proposed}
    assert not waiting_for(approver.user, ratings(), on=on)


def test_the_list_offers_them_and_what_waits_for_me_only_to_those_who_rate():
    force = PoliceForceFactory()
    red = AssessmentFactory(force=force, rag="red", reason="It is late.")
    AssessmentFactory(force=force, rag="green")
    AssessmentFactory(rag="red", reason="Another force.")
    address = page(Assessment, "changelist")
    editor, approver = (signed_in(role, force=force) for role in (Role.EDITOR, Role.APPROVER))
    found = editor.get(address, {"show": "red"})
    assert list(found.context["cl"].result_list) == [red]
    for show in ("overdue", "soon", "stale", "mine", "nonsense"):
        assert editor.get(address, {"show": show}).status_code == 200
    assert "Waits for me" in editor.get(address).content.decode()
    assert "Waits for me" not in approver.get(address).content.decode()
