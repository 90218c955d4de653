"""RAG over time, as numbers and as a drawing, from states in memory: no database."""

import datetime
import itertools
from collections import Counter
from xml.etree import ElementTree

import pytest

from recommendations.rag import Rag
from responses.pictures import days_before, draw_over_time, over_time
from responses.pictures.over_time import DRAWN, FOOT, HEIGHT, TOP, WIDTH

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
    return over_time(days_before(ON, months=len(states)), map(Counter, states))


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
        "Green from 0 to 1, not yet assessed from 0 to 0."
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
    lines = [int(line.words.replace(",", "")) for line in found.lines]
    assert lines == [0, lines[2] // 2, lines[2]]
    assert number <= lines[2] <= 2 * max(number, 1)
    assert lines[2] % 2 == 0


def test_the_ends_never_stand_over_one_another():
    found = chart([RED], [RED, AMBER, UNKNOWN] + [GREEN] * 200)
    places = [end.y for end in found.ends]
    assert all(below - above >= 15 for below, above in itertools.pairwise(places))
    assert found.ends[0].words == "1 Red"


def drawn(found, **words):
    """The drawing as a tree; a fault in its XML is told."""
    return ElementTree.fromstring(draw_over_time(found, **words))  # noqa: S314 It is our own.


def all_of(tree, name):
    return list(tree.iter(f"{{http://www.w3.org/2000/svg}}{name}"))


MIXED = ([RED, AMBER, ELSEWHERE], [RED, AMBER, GREEN, UNKNOWN])


def test_the_drawing_is_an_image_with_a_name_and_words_and_a_bar_for_each_number():
    found = chart(*MIXED)
    tree = drawn(found, name="here")
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == all_of(tree, "title")[0].get("id") == "here--title"
    assert tree.get("aria-describedby") == all_of(tree, "desc")[0].get("id") == "here--words"
    assert all_of(tree, "desc")[0].text == found.words
    bars = [one for one in all_of(tree, "rect") if "bar" in one.get("class", "").split()]
    assert len(bars) == 2 + 4 + len(found.keys)


def test_each_state_is_told_apart_without_its_colour():
    fills = {one.get("class"): one for one in all_of(drawn(chart(*MIXED)), "rect")}
    looks = {
        (
            fills[f"bar bar-{rag.value}"].get("fill"),
            fills[f"bar bar-{rag.value}"].get("stroke-dasharray"),
        )
        for rag in DRAWN
    }
    assert len(looks) == len(DRAWN)
    assert {look for look, _ in looks} >= {"url(#over-time--amber)", "url(#over-time--green)"}


def test_two_drawings_of_a_page_share_no_id():
    ids = [
        {one.get("id") for one in drawn(chart(*MIXED), name=name).iter() if one.get("id")}
        for name in ("one", "two")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_its_words_are_escaped_and_what_xml_cannot_hold_is_left_out():
    days = days_before(ON, months=2)
    tree = drawn(over_time(days, map(Counter, MIXED), title='A < B & "C"\x00 ]]>'))
    assert all_of(tree, "title")[0].text == 'A < B & "C" ]]>'


def test_alone_it_stands_on_paper_of_its_own():
    papers = [
        one
        for one in all_of(drawn(chart(*MIXED), is_alone=True), "rect")
        if (one.get("width"), one.get("height")) == (str(WIDTH), str(HEIGHT))
    ]
    assert [one.get("fill") for one in papers] == ["#ffffff"]


def test_it_asks_for_nothing_from_elsewhere():
    text = draw_over_time(chart(*MIXED))
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "style=" not in text
    assert "var(" not in text


@pytest.mark.parametrize("number", [1, 64_000])
@pytest.mark.parametrize("months", [2, 8, 24])
def test_no_words_stand_over_others(number, months):
    own = Counter(dict.fromkeys(Rag, number))
    found = over_time(days_before(ON, months=months), [own] * months)
    wide = 8  # What a letter of the drawing's size takes at most, on an average.
    days = [
        (day.x - len(day.words) * wide / 2, day.x + len(day.words) * wide / 2) for day in found.days
    ]
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(days))
    assert days[-1][1] <= WIDTH
    assert all(line.x - len(line.words) * wide >= 0 for line in found.lines)
    assert all(end.x + len(end.words) * wide <= WIDTH for end in found.ends)
    assert all(TOP <= end.y <= HEIGHT - FOOT + 17 for end in found.ends)
    ends = [key.label.x + len(key.label.words) * wide for key in found.keys]
    assert all(end <= key.sample.x for end, key in zip(ends, found.keys[1:], strict=False))
    assert all(key.sample.y + key.sample.height < TOP for key in found.keys)


def test_a_key_shows_what_each_pattern_stands_for():
    found = chart(*MIXED)
    assert [(key.sample.rag, key.label.words) for key in found.keys] == [
        (rag, rag.label) for rag in DRAWN
    ]
    drawn = draw_over_time(found)
    for key in found.keys:
        assert f">{key.label.words}<" in drawn
        assert f'class="bar bar-{key.sample.rag.value}"' in drawn
