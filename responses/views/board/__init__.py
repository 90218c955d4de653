"""The pages of governance boards: where their own forces stand, from the working ratings."""

from .overall import boards, report_board
from .pages import board

__all__ = ["board", "boards", "report_board"]
