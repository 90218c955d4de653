"""The writes of where forces stand: ratings with their history, and what forces propose."""

from .proposals import accept_proposal, decline_proposal, propose_progress
from .ratings import STANDING, open_begun_ratings, open_ratings, record_rating
from .together import OvertakenError, Plan, Wanted, plan, record_together

__all__ = [
    "STANDING",
    "OvertakenError",
    "Plan",
    "Wanted",
    "accept_proposal",
    "decline_proposal",
    "open_begun_ratings",
    "open_ratings",
    "plan",
    "propose_progress",
    "record_rating",
    "record_together",
]
