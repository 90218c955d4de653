import datetime

import pytest

from recommendations.actions import in_words, is_overdue

ON = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("due_on", "done_on", "words"),
    [
        (None, None, "no date"),
        (ON, None, "due on 24 November 2026"),
        (ON - DAY, None, "overdue since 23 November 2026"),
        (ON - DAY, ON, "done on 24 November 2026"),
    ],
)
def test_an_action_says_how_far_it_is(due_on, done_on, words):
    assert in_words(due_on, done_on, on=ON) == words
    assert is_overdue(due_on, done_on, on=ON) is words.startswith("overdue")
