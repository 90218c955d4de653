"""The admin of responses and of what was published of them."""

from . import comments, publications, responses

__all__ = ["comments", "publications", "responses"]
