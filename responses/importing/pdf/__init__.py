"""A PDF that holds text, read within bounds: its words and where they stand, never its pictures."""

from .reader import read_pdf

__all__ = ["read_pdf"]
