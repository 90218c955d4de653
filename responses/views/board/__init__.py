"""The pages of governance boards: where their own forces stand, from the working ratings."""

from .over_time import all_over_time, all_over_time_drawn
from .overall import boards, report_board
from .pages import board

__all__ = ["all_over_time", "all_over_time_drawn", "board", "boards", "report_board"]
