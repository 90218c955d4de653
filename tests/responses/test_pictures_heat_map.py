"""The heat map, from states in memory: what it says, and that nothing in it is lost."""

import re
from xml.etree import ElementTree

import pytest

from recommendations.rag import Rag
from responses.pictures import draw_heat_map, heat_map
from responses.pictures.looks import SHAPES, TILES
from tests.meta.source import PROJECT

RED, AMBER, GREEN, ELSEWHERE, UNKNOWN = Rag
SVG = "{http://www.w3.org/2000/svg}"
ROWS = [("Ambridge", [RED, AMBER, None]), ("Felpersham", [RED, GREEN, UNKNOWN])]


def drawn(chart, **words):
    return ElementTree.fromstring(draw_heat_map(chart, **words))  # noqa: S314 It is our own.


def words_of(tree):
    return [one.text for one in tree.iter(f"{SVG}text")]


def tiles_of(tree):
    """How many tiles of each state are drawn among the rows: those of the legend are not."""
    for group in list(tree):
        if group.get("class", "").startswith("tiles "):
            path = group.find(f"{SVG}path")
            yield group.get("class").removeprefix("tiles tiles-"), path.get("d").count("M")


def test_its_words_count_each_state_and_name_what_is_most_often_red():
    assert heat_map(["1", "AFI 1", "3a"], ROWS).words == (
        "2 forces by 3 recommendations: 2 Red, 1 Amber, 1 Green, 1 not yet assessed, "
        "1 not recorded here. Most often Red: recommendation 1, in 2 forces."
    )


def test_where_many_are_as_often_red_none_is_named():
    rows = [("Ambridge", [RED] * 4), ("Felpersham", [RED] * 4)]
    assert "Most often" not in heat_map(["1", "2", "3", "4"], rows).words


def test_one_force_or_no_recommendation_is_no_picture():
    assert heat_map(["1", "2", "3"], ROWS[:1]) is None
    assert heat_map([], [("Ambridge", []), ("Felpersham", [])]) is None


def test_every_state_has_a_tile_and_what_is_not_recorded_has_none():
    tree = drawn(heat_map(["1", "2", "3"], ROWS))
    assert dict(tiles_of(tree)) == {"red": 2, "amber": 1, "green": 1, "not_assessed": 1}
    assert words_of(tree)[:2] == ["Ambridge", "Felpersham"]
    assert "Empty: not recorded here" in words_of(tree)


def test_the_legend_has_what_is_drawn_and_no_more():
    tree = drawn(heat_map(["1"], [("Ambridge", [RED]), ("Felpersham", [GREEN])]))
    assert words_of(tree) == ["Ambridge", "Felpersham", "1", "Red", "Green"]


def test_each_state_has_a_shape_of_its_own_and_red_is_the_darkest():
    assert set(SHAPES) == set(TILES) == set(Rag)
    assert len({(one.filled, one.drawn) for one in SHAPES.values()}) == len(Rag)
    grey = {rag: sum(bytes.fromhex(paper[1:])) for rag, (paper, _, _) in TILES.items()}
    assert grey[RED] < grey[AMBER] < grey[GREEN] < grey[ELSEWHERE]


def test_the_shapes_are_those_of_the_pages():
    """One look of a state: the symbols of the pages begin where the shapes of a drawing do."""
    page = (PROJECT / "templates/components/shapes.html").read_text("utf-8")
    symbols = dict(re.findall(r'id="rag--(\w+)"[^>]*>(.*?)</symbol>', page))
    for rag, shape in SHAPES.items():
        begins = {
            (float(x), float(y))
            for x, y in re.findall(r"[Mm]([\d.]+)[ ,]?([\d.]+)", symbols[rag.value])
        }
        assert {(x, y) for x, y, _ in (*shape.filled, *shape.drawn) if (x, y) != (2, 8)} <= begins
        assert ("circle" in symbols[rag.value]) == any(x == 2 for x, _, _ in shape.drawn)


def test_names_are_escaped():
    rows = [("<b>A & B</b>", [RED]), ('"C"', [GREEN])]
    assert words_of(drawn(heat_map(["<1>"], rows)))[:3] == ["<b>A & B</b>", '"C"', "<1>"]


@pytest.mark.parametrize(("forces", "findings"), [(2, 1), (2, 16), (43, 16), (43, 30), (48, 60)])
@pytest.mark.parametrize("head", ["1", "AFI 12", "Cause of concern 3, part two"])
def test_nothing_is_drawn_outside_nor_over_anything_else(forces, findings, head):
    rows = [("Civil Nuclear Constabulary and Others", [GREEN] * findings)] * forces
    chart = heat_map([head] * findings, rows)
    tree = drawn(chart)
    width, height = (float(one) for one in tree.get("viewBox").split()[2:])
    for path in tree.iter(f"{SVG}path"):
        for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path.get("d")):
            assert float(x) <= width
            assert float(y) <= height
    places = [place for own in chart.places.values() for place in own]
    assert len(set(places)) == forces * findings
    assert min(x for x, _ in places) >= chart.name_width
    for text in tree.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= width
        assert 0 <= float(text.get("y")) <= height
    if not chart.is_turned:
        assert len(head) * 7 <= chart.column_width


def test_a_long_drawing_repeats_its_heads_at_the_foot():
    few, many = (
        words_of(drawn(heat_map(["7"], [(str(n), [RED]) for n in range(100, 100 + rows)])))
        for rows in (5, 43)
    )
    assert few.count("7") == 1
    assert many.count("7") == 2
