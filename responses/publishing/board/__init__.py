"""What a force's board read of one day: its record, its layout, and its table for programs."""

from .columns import HEADS, table_of
from .layout import lay_out_board
from .record import BoardRecord

__all__ = ["HEADS", "BoardRecord", "lay_out_board", "table_of"]
