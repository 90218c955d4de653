"""The pages of governance boards: where their own forces stand, from the working ratings."""

from .files import pack, table
from .minutes import freeze_page, minutes, minutes_file
from .over_time import all_over_time, all_over_time_drawn
from .overall import boards, report_board
from .pages import board

__all__ = [
    "all_over_time",
    "all_over_time_drawn",
    "board",
    "boards",
    "freeze_page",
    "minutes",
    "minutes_file",
    "pack",
    "report_board",
    "table",
]
