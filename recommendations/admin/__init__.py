"""The admin of reports, their findings, and where each force stands on them."""

from . import findings, ratings, reports

__all__ = ["findings", "ratings", "reports"]
