"""Finds passages of what is published: by words, and by who says what of which report."""

from .asking import FIELDS, Search
from .choices import choices
from .finding import Found, Hit, find, found_at_all, with_places
from .form import SearchForm
from .table import table_of

__all__ = [
    "FIELDS",
    "Found",
    "Hit",
    "Search",
    "SearchForm",
    "choices",
    "find",
    "found_at_all",
    "table_of",
    "with_places",
]
