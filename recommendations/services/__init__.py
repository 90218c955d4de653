"""The writes of findings, of where forces stand with its history, and of what forces propose."""

from .findings import MOVED_ON, NewFinding, add_findings, standing_findings
from .proposals import accept_proposal, decline_proposal, propose_progress
from .ratings import STANDING, open_begun_ratings, open_ratings, record_rating
from .together import OvertakenError, Plan, Wanted, plan, record_together

__all__ = [
    "MOVED_ON",
    "STANDING",
    "NewFinding",
    "OvertakenError",
    "Plan",
    "Wanted",
    "accept_proposal",
    "add_findings",
    "decline_proposal",
    "open_begun_ratings",
    "open_ratings",
    "plan",
    "propose_progress",
    "record_rating",
    "record_together",
    "standing_findings",
]
