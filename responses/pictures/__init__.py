"""Pictures of where forces stand: their numbers, their geometry, and SVG that needs nothing else.

Each drawing has its colours and patterns in itself, so that it holds in a page, in a PDF and in a
Word file. Its parts have classes too, by which the stylesheet of a page may overrule them. Pure.
"""

from .over_time import MONTHS, OverTime, days_before, over_time
from .over_time_svg import draw_over_time

__all__ = ["MONTHS", "OverTime", "days_before", "draw_over_time", "over_time"]
