import datetime
from types import SimpleNamespace

import pytest

from recommendations.freshness import days_since, in_words, is_stale, is_too_long_ago

ON = datetime.date(2026, 11, 24)


def rating(days, *, is_open=True):
    """Return a rating that was reviewed `days` before ON, or never where that is None."""
    reviewed_on = None if days is None else ON - datetime.timedelta(days=days)
    return SimpleNamespace(is_open=is_open, reviewed_on=reviewed_on)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (90, False), (91, True), (400, True)])
def test_a_rating_is_stale_after_so_many_days_without_a_review(days, stale):
    one = rating(days)
    assert days_since(one.reviewed_on, on=ON) == days
    assert is_too_long_ago(one.reviewed_on, on=ON, after=90) is stale
    assert is_stale(one, on=ON, after=90) is stale


def test_what_was_never_reviewed_is_not_stale():
    assert not is_stale(rating(None), on=ON, after=90)


@pytest.mark.parametrize("days", [None, 0, 91, 4000])
def test_what_is_settled_wants_no_review_however_old_it_is(days):
    settled = rating(days, is_open=False)
    assert not is_stale(settled, on=ON, after=90)
    assert in_words(settled, on=ON, after=90) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, "never reviewed"), (90, ""), (91, "stale, 91 days"), (400, "stale, 400 days")],
)
def test_the_words_say_for_how_long_nobody_has_looked(days, words):
    assert in_words(rating(days), on=ON, after=90) == words


def test_a_single_day_is_one():
    assert in_words(rating(1), on=ON, after=0) == "stale, 1 day"
