"""A Word document (.docx), read part by part within bounds: its XML alone, never its pictures."""

from .reader import read_word

__all__ = ["read_word"]
