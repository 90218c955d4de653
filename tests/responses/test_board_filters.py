"""What of a board's entries an address asks for, in memory and by address."""

import datetime

import pytest
from django.urls import reverse

from forces.models import Role
from recommendations.partial_dates import UNKNOWN, parse
from recommendations.services import record_rating
from responses.boards import Period, read, record_of
from responses.presenters.board import FACETS, Due, Filters, options
from responses.presenters.board.filters import due_of
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    MeetingFactory,
    PoliceForceFactory,
)
from tests.responses.test_board_presenter import ON, make_entry

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


def faceted(key, rag="amber", **values):
    facets = dict.fromkeys(FACETS, ("", "")) | {"rag": (rag, rag.capitalize())}
    facets |= {name: (value, value.upper()) for name, value in values.items()}
    return make_entry(key, rag, facets=facets)


def test_all_that_is_asked_for_must_be_so():
    asked = Filters({"owner": "ann", "theme": "cows"})
    assert asked.matches(faceted(1, owner="ann", theme="cows"), on=ON)
    assert not asked.matches(faceted(1, owner="ann", theme="hens"), on=ON)
    assert not asked.matches(faceted(1), on=ON)
    assert Filters().matches(faceted(1), on=ON)
    assert not Filters()
    assert Filters(due="none")


@pytest.mark.parametrize(
    ("date", "due"),
    [
        ("23 November 2026", Due.OVERDUE),
        ("24 November 2026", Due.SOON),
        ("November 2026", Due.SOON),
        ("22 February 2027", Due.SOON),
        ("23 February 2027", Due.LATER),
        ("", Due.NONE),
    ],
)
def test_when_it_is_due_is_by_the_last_day_that_it_may_be(date, due):
    entry = make_entry(1, "amber", due_on=parse(date) if date else UNKNOWN)
    assert due_of(entry, on=ON) == due


@pytest.mark.parametrize(
    ("rag", "values", "due"),
    [
        ("green", {"due_on": parse("May 2026")}, Due.SETTLED),
        ("not_for_force", {"due_on": parse("May 2026")}, Due.SETTLED),
        ("amber", {"due_on": parse("May 2026"), "progress": "Closed"}, Due.SETTLED),
        ("amber", {"due_on": parse("May 2027"), "expected_on": parse("May 2026")}, Due.OVERDUE),
        ("amber", {"expected_on": parse("May 2026")}, Due.OVERDUE),
        ("green", {}, Due.NONE),
    ],
)
def test_what_is_overdue_is_what_wants_attention_as_overdue(rag, values, due):
    entry = make_entry(1, rag, **values)
    assert due_of(entry, on=ON) == due
    assert entry.is_overdue(ON) == (due == Due.OVERDUE)


def test_what_can_be_chosen_is_what_there_is_people_and_themes_by_name():
    found = options(
        [faceted(1, owner="zoe", report="b"), faceted(2, owner="ann", report="a"), faceted(3)]
    )
    assert found["owner"] == [("ann", "ANN"), ("zoe", "ZOE")]
    assert found["report"] == [("b", "B"), ("a", "A")]
    assert found["theme"] == []


@pytest.fixture
def force(db):
    """A force with a Red of Ann, an Amber of Zoë and a Green of Ann, of two reports."""
    force = PoliceForceFactory()
    for rag, owner, title in (
        ("red", "Ann", "Ponds"),
        ("amber", "Zoë", "Ponds"),
        ("green", "Ann", "Hens"),
    ):
        report = InspectionReportFactory._meta.model.objects.filter(short_title=title).first()
        report = report or InspectionReportFactory(short_title=title, slug=title.lower())
        one = AssessmentFactory(
            force=force, recommendation__report=report, recommendation__subject=f"About {rag}"
        )
        record_rating(assessment=one, by=None, now=NOW, rag=rag, owner=owner, reason="Why")
    return force


def page(force, **query):
    client = signed_in(Role.BOARD_MEMBER, force=force)
    shown = client.get(reverse("board", args=[force.slug]), query).content.decode()
    return " ".join(shown.split())


def table(shown):
    return shown.partition('<table class="cards board"')[2].partition("</table>")[0]


def test_the_numbers_lead_to_the_rows_behind_them(force):
    shown = page(force)
    assert 'href="?rag=green#open" aria-label="1 Green"' in shown
    assert "About green" not in table(shown)
    assert "About green" in table(page(force, rag="green"))


def test_what_a_progress_counts_is_shown_whatever_its_state(force):
    green = force.assessments.get(rag="green")
    values = {"rag": "green", "progress": "pending_sign_off", "reason": "Why"}
    record_rating(assessment=green, by=None, now=NOW, **values)
    assert 'href="?progress=pending_sign_off#open">1 pending sign-off<' in page(force)
    shown = page(force, progress="pending_sign_off")
    assert "About green" in table(shown)
    assert ">The recommendations</h2>" in shown
    assert "None that was chosen is here." in page(force, progress="superseded")


def test_what_was_chosen_is_what_the_page_counts_and_holds(force):
    shown = page(force, owner="Ann")
    assert "of what was chosen: 1 Red, none Amber, 1 Green" in shown
    assert "About red" in table(shown)
    assert "About amber" not in shown
    assert "Chosen: 2 recommendations" in shown
    assert '<option value="Ann" selected>Ann</option>' in shown


def test_what_is_asked_for_by_rag_says_nothing_of_another_state(force):
    shown = page(force, rag="red", at="2026-05-29")
    assert "At 29 May 2026, of what was chosen: 1 Red." in shown
    counts = shown.partition('aria-label="Counts"')[2].partition("</section>")[0]
    assert "Amber" not in counts
    none = page(force, rag="not_assessed", at="2026-05-29")
    assert "At 29 May 2026, of what was chosen: none." in none
    found = read(force, Period(datetime.date(2026, 5, 29)))
    (only,) = record_of(force, found, filters=Filters({"rag": "red"})).states
    assert (only.state.words, only.number) == ("Red", 1)


def test_what_nobody_has_stays_chosen_and_shows_nothing(force):
    shown = page(force, owner="kestrel")
    assert '<option value="kestrel" selected>kestrel</option>' in shown
    assert "None that was chosen is open." in shown
    assert "Nothing yet" not in shown


def test_a_group_can_be_asked_for_alone(force):
    shown = page(force, show="red")
    assert "Show everything again" in shown
    assert "About red" in table(shown)
    assert "About amber" not in shown
    assert "What wants attention" in page(force, show="nonsense")


def test_filters_go_with_the_days(force):
    shown = page(force, owner="Ann", at="2026-05-01")
    assert "At 1 May 2026, of what was chosen:" in shown
    assert '<input type="hidden" name="at" value="2026-05-01">' in shown


def test_a_long_table_has_pages(force, monkeypatch):
    monkeypatch.setattr("responses.views.board.pages.ROWS_A_PAGE", 1)
    first, second = page(force), page(force, page=2)
    assert "Rows 1 to 1 of 2" in first
    assert "?page=2#open" in first
    assert table(first) != table(second)
    assert "About red" in table(first)
    assert "About amber" in table(second)
    for nonsense in ("x9", "-1", "0", "²"):
        assert "Rows 1 to 1 of 2" in page(force, page=nonsense)


def test_what_is_chosen_is_counted_on_the_day_on_which_it_is_so(force):
    shown = page(force, rag="red", at="2026-05-29", since="2026-05-28")
    assert "1 rated for the first time" in shown
    red = force.assessments.get(rag="red")
    later = NOW + datetime.timedelta(days=9)
    record_rating(assessment=red, by=None, now=later, rag="amber", reason="Why")
    left = page(force, rag="red", at="2026-06-10", since="2026-06-01")
    assert "1 improved" in left
    assert "−1 since 1 June 2026" in left
    came = page(force, rag="amber", at="2026-06-10", since="2026-06-01")
    assert "+1 since 1 June 2026" in came


def test_another_day_keeps_what_was_chosen(force):
    meeting = MeetingFactory(force=force, held_on=datetime.date(2026, 5, 30))
    shown = page(force, owner="Ann")
    assert '<input type="hidden" name="owner" value="Ann">' in shown
    board = reverse("board", args=[force.slug])
    assert f'href="{board}?owner=Ann&amp;at={meeting.asked}"' in shown


def test_what_an_address_asks_for_and_is_not_there_is_said(force):
    assert "There is nothing of what this address asks for" in page(force, show="never-reviewed")
    assert "There is nothing of what" not in page(force, show="red")
