"""A document as pieces in its own order, each with where it goes: what a person reviews. Pure.

A piece is text and plain words alone, so that it can go to a browser and back.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from recommendations.partial_dates import UNKNOWN, PartialDate

from ..kinds import LayoutName, Voice


class What(StrEnum):
    """What a piece was recognised as; its value says so on the page."""

    TITLE = "Title"
    FIELD = "Row of a form"
    WORDING = "Recommendation as printed"
    ANSWER = "Answer to a recommendation"
    SECTION = "Text"
    SIGNER = "Who signs"
    RATING = "Rating"
    BARE = "Heading without text"


class To(StrEnum):
    """Where a piece can go. Those with a key behind them end in a colon.

    An answer may have several, with commas: it is one answer to all of them. A part has the
    voice of its section, unless it names its own.
    """

    TITLE = "title"
    FIELD = "field:"
    WORDING = "wording:"
    ANSWER = "answer:"
    SECTION = "section:"
    PART = "part"
    PART_BY = "part:"
    ABOVE = "above"
    INTO = "into:"
    SIGNER = "signer"
    RATING = "rating"
    UNPLACED = "unplaced"
    OUT = "out"


THEIR_PART = f"{To.PART_BY}{Voice.CHIEF_OFFICER}"


@dataclass(frozen=True)
class Rating:
    """What a document says of where a force stands on a finding; `rag` is "" where nothing.

    `said` are its own words, `due` the day that it gives.
    """

    finding_id: int
    rag: str = ""
    said: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True)
class Piece:
    """A piece; `label` is its heading, label or printed number, `body` its text as HTML.

    `to` is where it goes unless a person says otherwise, `why` says why there, or why
    nowhere. `website` and `role` are of who signs.
    """

    what: str
    to: str
    label: str = ""
    body: str = ""
    why: str = ""
    role: str = ""
    website: str = ""
    rating: Rating | None = None

    def sent(self, to):
        """Return the piece as it goes to `to`."""
        return replace(self, to=to)

    @property
    def key(self):
        """The key, or the kind, behind the colon of where it goes."""
        return self.to.partition(":")[2]

    @property
    def keys(self):
        """The keys of the findings that it answers: of a joint answer several."""
        return tuple(int(key) for key in self.key.split(","))

    @property
    def about(self):
        """The keys of the findings that it prints or answers; () of any other."""
        return self.keys if self.goes(To.WORDING) or self.goes(To.ANSWER) else ()

    def goes(self, to):
        return self.to == to or (to.endswith(":") and self.to.startswith(to))


@dataclass(frozen=True)
class Proposal:
    """All that was recognised. `told` was left out, `notes` and `to_check` a person should read.

    `day` is the day of the response that the document gives.
    """

    pieces: tuple[Piece, ...]
    layout: str = LayoutName.STATEMENT
    day: PartialDate = UNKNOWN
    told: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
