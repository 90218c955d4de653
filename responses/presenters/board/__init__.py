"""What a governance board reads of a force, as at a day. Pure."""

from .entries import Actions, Entry, entry
from .movements import Movements, movements
from .summary import Board, board, worst_first_in_words

__all__ = [
    "Actions",
    "Board",
    "Entry",
    "Movements",
    "board",
    "entry",
    "movements",
    "worst_first_in_words",
]
