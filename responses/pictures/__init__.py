"""Pictures of where forces stand: their numbers, their geometry, and SVG that needs nothing else.

Each drawing has its colours and patterns in itself, so that it holds in a page, in a PDF and in a
Word file. Its parts have classes too, by which the stylesheet of a page may overrule them. Pure.
"""

from .heat_map import NOT_HERE, HeatMap, heat_map
from .heat_map_svg import draw_heat_map
from .over_time import MONTHS, OverTime, days_before, over_time
from .over_time_svg import draw_over_time, draw_words

__all__ = [
    "MONTHS",
    "NOT_HERE",
    "HeatMap",
    "OverTime",
    "days_before",
    "draw_heat_map",
    "draw_over_time",
    "draw_words",
    "heat_map",
    "over_time",
]
