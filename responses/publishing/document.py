"""A document to keep, or a letter: what a writer of files is given. Pure."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from forces.colours import HEX
from recommendations.partial_dates import PartialDate
from recommendations.rich_tree import Run

from .blocks import Block

HOUSE_COLOUR = "#1f3a5f"
LONGEST_RUNNING_TITLE = 90
UNTITLED = "Response to an inspection"


@dataclass(frozen=True)
class Letterhead:
    """The head of an office's paper; `address` in lines, `colour` such as "#1f3a5f" or ""."""

    name: str
    office: str
    address: str
    colour: str

    @property
    def rule_colour(self):
        """The colour of the rule, the house's own where none is given; no text stands on it."""
        return self.colour if HEX.fullmatch(self.colour) else HOUSE_COLOUR


@dataclass(frozen=True)
class Edition:
    """Which version of a response it is; a draft to preview has no `number`.

    `address` is that of the version's page, `sha256` that of its record. `moment` is when it
    was published: a file that says when it was made says that, so that equal documents are
    equal bytes.
    """

    number: int | None
    published_on: datetime.date | None
    address: str
    sha256: str
    moment: datetime.datetime | None

    @property
    def is_draft(self):
        return self.number is None

    @property
    def words(self):
        """What stands at the foot of each page: "Version 2 · 4 June 2026"."""
        if self.is_draft:
            return "Draft: not published"
        published = self.published_words
        return f"Version {self.number} · {published}" if published else f"Version {self.number}"

    @property
    def published_words(self):
        """The day in words, or "" where it has none."""
        return PartialDate.of(self.published_on).words if self.published_on else ""

    @property
    def about(self):
        """What the document says of itself at its end: label, text, and one of nodes.LOOKS."""
        rows = (
            ("Version", "Draft" if self.is_draft else str(self.number), ""),
            ("Published here", self.published_words or "Not published", ""),
            ("Address", self.address, ""),
            ("SHA-256 of the record", self.sha256, "small"),
        )
        return tuple(row for row in rows if row[1])


@dataclass(frozen=True)
class OfToday:
    """In the place of an Edition, for what is made on a day and not published: how things stand.

    `words` stand at the foot of each page.
    """

    on: datetime.date
    words: str = ""
    is_draft: bool = False
    about: tuple = ()

    @property
    def moment(self):
        """The beginning of its day."""
        return datetime.datetime.combine(self.on, datetime.time(), datetime.UTC)


@dataclass(frozen=True)
class Paper:
    """What stands around the text of any document; `look` names how it is laid out."""

    look: ClassVar[str]

    title: str
    subject: str
    language: str
    letterhead: Letterhead
    edition: Edition | OfToday

    @property
    def name(self):
        """Its title; one without a word is called by what it is."""
        return " ".join(self.title.split()) or UNTITLED

    @property
    def running_title(self):
        """Its title as the head of each page shows it, cut at a word where it is long."""
        if len(self.name) <= LONGEST_RUNNING_TITLE:
            return self.name
        return f"{self.name[:LONGEST_RUNNING_TITLE].rsplit(' ', 1)[0]}…"


@dataclass(frozen=True)
class Document(Paper):
    """Blocks with what stands around them: a response in one layout, or what tells of it."""

    look = "document"

    blocks: tuple[Block, ...]

    @property
    def subtitle(self):
        return self.subject


@dataclass(frozen=True)
class Letter(Paper):
    """A letter, whose `title` is its subject line and `subject` says what it is.

    `to` is the address block in lines, `paragraphs` runs of words; `signatory` and `office` may
    be blank, and so may the `notice` above all else.
    """

    look = "letter"

    to: tuple[str, ...]
    date: str
    salutation: str
    paragraphs: tuple[tuple[Run, ...], ...]
    close: str
    signatory: str
    office: str
    notice: str = ""

    @property
    def subtitle(self):
        """A letter has none: what it is stands in the file alone."""
        return ""
