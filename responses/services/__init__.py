"""The writes of responses that cross models: each one transaction, and nothing by halves."""

from .approval import changed_since_approval
from .checking import checklist_of, gaps_of
from .comments import (
    decline_comments,
    put_back_what_was_sent,
    submit_comments,
    take_back_decline,
)
from .freezing import freeze
from .moves import approve, open_next_draft, return_to_editors, submit, take_back
from .moving import draft_hash, why_not_now
from .opening import (
    ANSWERED_TWICE,
    NOT_ABOUT,
    answered_elsewhere,
    open_response,
    refuse_to_open,
    still_to_answer,
)
from .opening_for_all import MOVED_ON, open_for_all, openings, seen_of, to_open
from .publication import publish, record_dispatch, withdraw
from .readdressing import derive_of
from .showing import not_listed

__all__ = [
    "ANSWERED_TWICE",
    "MOVED_ON",
    "NOT_ABOUT",
    "answered_elsewhere",
    "approve",
    "changed_since_approval",
    "checklist_of",
    "decline_comments",
    "derive_of",
    "draft_hash",
    "freeze",
    "gaps_of",
    "not_listed",
    "open_for_all",
    "open_next_draft",
    "open_response",
    "openings",
    "publish",
    "put_back_what_was_sent",
    "record_dispatch",
    "refuse_to_open",
    "return_to_editors",
    "seen_of",
    "still_to_answer",
    "submit",
    "submit_comments",
    "take_back",
    "take_back_decline",
    "to_open",
    "why_not_now",
    "withdraw",
]
