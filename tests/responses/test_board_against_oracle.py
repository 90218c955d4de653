"""The numbers on the boards' pages are those of a slow, plain oracle, whatever the history."""

import datetime
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forces.models import Membership, Role
from recommendations.models import AssessmentChange
from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rag import Rag
from responses.boards import Period, read
from responses.presenters.board import Filters
from responses.views.board.counts import counts_of
from tests.factories import AssessmentFactory, PoliceForceFactory, UserFactory
from tests.responses import board_oracle as oracle

pytestmark = pytest.mark.django_db
FIRST, TODAY = datetime.date(2026, 3, 25), datetime.date(2026, 4, 2)
RATINGS = 3

days = st.dates(FIRST, TODAY)
# Midnight in London is not midnight in Greenwich, and the clocks change on 29 March.
times = [datetime.time(hour, 30, tzinfo=datetime.UTC) for hour in (0, 12, 22, 23)]
moments = st.builds(
    datetime.datetime.combine,
    st.dates(FIRST, TODAY - datetime.timedelta(days=1)),
    st.sampled_from(times),
)
told = st.builds(
    oracle.Told,
    rating=st.integers(0, RATINGS - 1),
    rag=st.sampled_from(Rag.values),
    owner=st.sampled_from(["", "Ann", "Zoë"]),
    expected=st.none() | st.dates(datetime.date(2026, 4, 1), datetime.date(2026, 12, 1)),
    recorded_at=moments,
    true_on=days,
)
histories = st.lists(told, max_size=14, unique_by=lambda one: (one.rating, one.recorded_at))


def write(opened, entries):
    """Write the history down in the order of `entries`, which is not that of its moments."""
    force = PoliceForceFactory()
    ratings = [AssessmentFactory(force=force, opened_on=day) for day in opened.values()]
    for one in entries:
        AssessmentChange.objects.create(
            assessment=ratings[one.rating],
            rag=one.rag,
            reason="Why",
            owner=one.owner,
            expected_on=PartialDate.of(one.expected) if one.expected else UNKNOWN,
            recorded_at=one.recorded_at,
            true_on=one.true_on,
        )
    return force, {rating.pk: number for number, rating in enumerate(ratings)}


def show(force, *, at, since):
    return read(force, Period(at, since, is_today=False)).board(Filters())


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    entries=histories,
    opened=st.lists(days, min_size=RATINGS, max_size=RATINGS),
    two=st.tuples(days, days),
)
def test_a_board_says_what_the_oracle_says(entries, opened, two):
    opened = dict(enumerate(opened))
    since, at = sorted(two)
    with transaction.atomic():
        force, numbers = write(opened, entries)
        shown = show(force, at=at, since=since if since < at else None)
        user = Membership.objects.create(
            user=UserFactory(), force=force, role=Role.BOARD_MEMBER
        ).user
        counted = counts_of(user, {since, at}, today=TODAY + datetime.timedelta(days=1))
        transaction.set_rollback(True)
    expected = oracle.numbers_on(opened, entries, at)
    assert Counter({state.value: n for state, n, _ in shown.states if n}) == expected
    for day, numbers_then in counted.items():
        told = Counter({rag.value: n for rag, n in numbers_then.get(force.pk, {}).items()})
        assert told == oracle.numbers_on(opened, entries, day)
    slips = {numbers[one.key]: len(one.slips) for one in shown.entries}
    for rating, times in slips.items():
        assert times == oracle.put_off(rating, entries, datetime.date.min, at)
    if since < at:
        check_movements(shown, numbers, opened, entries, since, at)


def check_movements(shown, numbers, opened, entries, since, at):
    was = oracle.numbers_on(opened, entries, since)
    now = oracle.numbers_on(opened, entries, at)
    assert {state.value: change for state, _, change in shown.states} == {
        rag: now[rag] - was[rag] for rag in Rag.values
    }
    groups = {
        one.heading: [numbers[row.key] for row, _ in one.rows] for one in shown.movements.groups
    }
    assert set(groups.get("Turned Green", [])) == oracle.turned_green(opened, entries, since, at)
    put_off = Counter(groups.get("Put off", []))
    assert put_off == +Counter(
        {rating: oracle.put_off(rating, entries, since, at) for rating in opened}
    )
