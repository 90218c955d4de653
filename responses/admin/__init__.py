"""The admin of responses and of what was published of them."""

from . import publications, responses

__all__ = ["publications", "responses"]
