"""Writes the whole public site as files, to be kept, or served where no application runs."""

from .addresses import EXPORTED, LEFT_OUT
from .folder import why_not
from .site import export

__all__ = ["EXPORTED", "LEFT_OUT", "export", "why_not"]
