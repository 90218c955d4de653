"""What a governance board reads of a force, as at a day. Pure."""

from .entries import Actions, Entry, entry
from .exceptions import review_words
from .filters import EVERYTHING, FACETS, Due, Filters, options
from .movements import Movements, movements
from .recording import board_record
from .summary import Board, board

__all__ = [
    "EVERYTHING",
    "FACETS",
    "Actions",
    "Board",
    "Due",
    "Entry",
    "Filters",
    "Movements",
    "board",
    "board_record",
    "entry",
    "movements",
    "options",
    "review_words",
]
