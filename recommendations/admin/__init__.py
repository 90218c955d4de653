"""The admin of reports, their findings, and where each force stands on them."""

from . import findings, proposals, ratings, reports

__all__ = ["findings", "proposals", "ratings", "reports"]
