"""Spreadsheets: what all share is here, and each kind of row has its columns in a folder.

A file becomes rows of cells (`reading`), a cell becomes a value (`cells`), and what is wrong
is a Fault at its cell (`faults`).
"""

from .faults import Fault, in_order
from .reading import KINDS, MOST_ROWS, SheetError, first_of_several, read

__all__ = ["KINDS", "MOST_ROWS", "Fault", "SheetError", "first_of_several", "in_order", "read"]
