"""RAG over time, as numbers and as a drawing, from states in memory: no database."""

import datetime
import itertools

import pytest

from recommendations.rag import Rag
from responses.presenters.board import days_before, over_time
from responses.presenters.board.over_time import DRAWN, FOOT, HEIGHT, TOP, WIDTH

ON = datetime.date(2026, 3, 10)
RED, AMBER, GREEN, ELSEWHERE, UNKNOWN = Rag


def test_the_days_are_the_last_of_each_month_and_the_day_itself():
    assert days_before(ON, months=4) == [
        datetime.date(2025, 12, 31),
        datetime.date(2026, 1, 31),
        datetime.date(2026, 2, 28),
        ON,
    ]
    assert days_before(datetime.date(2026, 1, 31), months=2)[0] == datetime.date(2025, 12, 31)


def chart(*states):
    return over_time(days_before(ON, months=len(states)), states)


def test_months_before_the_first_rating_are_left_out_and_one_month_is_no_course():
    assert [day for day, _ in chart([], [RED], [RED]).months] == [datetime.date(2026, 2, 28), ON]
    assert chart([], [], [RED]) is None
    assert chart([], []) is None


def test_each_month_has_the_number_of_each_state():
    (_, was), (_, now) = chart([RED, RED, ELSEWHERE], [RED, GREEN, UNKNOWN]).months
    assert dict(was) == {RED: 2, AMBER: 0, GREEN: 0, ELSEWHERE: 1, UNKNOWN: 0}
    assert dict(now) == {RED: 1, AMBER: 0, GREEN: 1, ELSEWHERE: 0, UNKNOWN: 1}


def test_the_words_say_what_is_drawn():
    assert chart([RED, RED], [RED, GREEN]).words == (
        "From 28 February 2026 to 10 March 2026: Red from 2 to 1, Amber from 0 to 0, "
        "Green from 0 to 1, Not yet assessed from 0 to 0."
    )


def test_columns_stand_on_the_foot_without_gaps_and_as_high_as_their_numbers():
    found = chart([RED, AMBER, GREEN, UNKNOWN, ELSEWHERE], [RED] * 3 + [AMBER])
    first = [bar for bar in found.bars if bar.x == found.bars[0].x]
    assert [bar.rag for bar in first] == list(DRAWN)
    assert first[0].y + first[0].height == pytest.approx(HEIGHT - FOOT, abs=0.2)
    for below, above in itertools.pairwise(first):
        assert above.y + above.height == pytest.approx(below.y, abs=0.2)
    red, amber = (bar for bar in found.bars if bar.x != found.bars[0].x)
    assert red.height == pytest.approx(3 * amber.height, abs=0.5)


@pytest.mark.parametrize("number", [1, 2, 3, 9, 10, 11, 99, 101, 1118, 20_001])
def test_nothing_is_drawn_outside_and_the_scale_is_not_much_too_high(number):
    found = chart([RED] * number, [GREEN] * number)
    for bar in found.bars:
        assert TOP <= bar.y <= HEIGHT - FOOT
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
    lines = [int(line.words) for line in found.lines]
    assert lines == [0, lines[2] // 2, lines[2]]
    assert number <= lines[2] <= 2 * max(number, 1)
    assert lines[2] % 2 == 0


def test_the_ends_never_stand_over_one_another():
    found = chart([RED], [RED, AMBER, UNKNOWN] + [GREEN] * 200)
    places = [end.y for end in found.ends]
    assert all(below - above >= 15 for below, above in itertools.pairwise(places))
    assert found.ends[0].words == "1 Red"
