"""The reply: a response, its text and answers, and what was published of it."""

from .answer import Answer, PrintedWording
from .publication import Publication, PublishedReport
from .response import LabelledField, Response, Signatory
from .section import NarrativeSection

__all__ = [
    "Answer",
    "LabelledField",
    "NarrativeSection",
    "PrintedWording",
    "Publication",
    "PublishedReport",
    "Response",
    "Signatory",
]
