"""The admin of responses and of what was published of them."""

from . import comments, covering_letters, meetings, publications, responses

__all__ = ["comments", "covering_letters", "meetings", "publications", "responses"]
