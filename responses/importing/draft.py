"""What an import will write, before it is written. Pure dataclasses."""

from dataclasses import dataclass

from recommendations.partial_dates import UNKNOWN, PartialDate

from .elements import Signer


@dataclass(frozen=True)
class DraftField:
    kind: str
    label: str
    html: str


@dataclass(frozen=True)
class DraftWording:
    """A recommendation as printed; `finding` is the key of the report's finding."""

    finding: int
    label: str
    html: str


@dataclass(frozen=True)
class DraftSection:
    """A section; the counts are those of its elements, for the summary."""

    kind: str
    voice: str
    level: int
    heading: str
    html: str
    paragraphs: int = 0
    items: int = 0


@dataclass(frozen=True)
class Draft:
    """The parts of a response; `unplaced` says what was not placed and why, in sentences."""

    title: str
    layout: str
    published_on: PartialDate = UNKNOWN
    fields: tuple[DraftField, ...] = ()
    wordings: tuple[DraftWording, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    signers: tuple[Signer, ...] = ()
    unplaced: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
