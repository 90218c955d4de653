"""The writes of where forces stand: ratings with their history, and what forces propose."""

from .proposals import accept_proposal, decline_proposal, propose_progress
from .ratings import STANDING, open_ratings, record_rating

__all__ = [
    "STANDING",
    "accept_proposal",
    "decline_proposal",
    "open_ratings",
    "propose_progress",
    "record_rating",
]
