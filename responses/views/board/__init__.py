"""The pages of governance boards: where their own forces stand, from the working ratings."""

from .files import pack, table
from .minutes import freeze_page, minutes, minutes_file
from .overall import boards, report_board
from .pages import board

__all__ = [
    "board",
    "boards",
    "freeze_page",
    "minutes",
    "minutes_file",
    "pack",
    "report_board",
    "table",
]
