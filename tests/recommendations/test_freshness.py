import datetime

import pytest

from recommendations.freshness import days_since, in_words, is_stale, wants_review

ON = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (90, False), (91, True), (400, True)])
def test_a_rating_is_stale_after_so_many_days_without_a_review(days, stale):
    reviewed_on = ON - datetime.timedelta(days=days)
    assert days_since(reviewed_on, on=ON) == days
    assert is_stale(reviewed_on, on=ON, after=90) is stale
    assert wants_review(reviewed_on, on=ON, after=90) is stale


def test_what_was_never_reviewed_is_not_stale_and_wants_a_review():
    assert days_since(None, on=ON) is None
    assert not is_stale(None, on=ON, after=90)
    assert wants_review(None, on=ON, after=90)


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, "never reviewed"), (90, ""), (91, "stale, 91 days"), (400, "stale, 400 days")],
)
def test_the_words_say_for_how_long_nobody_has_looked(days, words):
    reviewed_on = days and ON - datetime.timedelta(days=days)
    assert in_words(reviewed_on, on=ON, after=90) == words


def test_a_single_day_is_one():
    yesterday = ON - datetime.timedelta(days=1)
    assert in_words(yesterday, on=ON, after=0) == "stale, 1 day"
