"""The pages of governance boards: where their own forces stand, from the working ratings."""

from .pages import board, boards

__all__ = ["board", "boards"]
