"""The reply: a response, its text and answers, and what was published of it."""

from .after_publication import Dispatch, Withdrawal
from .answer import Answer, PrintedWording
from .comments import ChiefOfficerComments
from .covering_letter import CoveringLetter
from .document import PublishedDocument
from .event import Event, ResponseEvent
from .frozen_board import FrozenBoard
from .meeting import Meeting
from .page import RenderedPage
from .passage import Passage
from .publication import Publication, PublishedReport
from .reminder import Digest, MutedReminder, SentReminder
from .response import LabelledField, Response, Signatory
from .section import NarrativeSection

__all__ = [
    "Answer",
    "ChiefOfficerComments",
    "CoveringLetter",
    "Digest",
    "Dispatch",
    "Event",
    "FrozenBoard",
    "LabelledField",
    "Meeting",
    "MutedReminder",
    "NarrativeSection",
    "Passage",
    "PrintedWording",
    "Publication",
    "PublishedDocument",
    "PublishedReport",
    "RenderedPage",
    "Response",
    "ResponseEvent",
    "SentReminder",
    "Signatory",
    "Withdrawal",
]
