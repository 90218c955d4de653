"""The few kinds of block that a layout is made of and that every writer can write.

Pure. HTML in a block is rich text that was cleaned when it was saved.
"""

from dataclasses import dataclass

from .record import Finding, Person


@dataclass(frozen=True)
class Row:
    """A label and what stands against it; `html` is rich text, `text` plain, one of the two.

    `is_note` marks text about the row rather than of the document: that it is blank there.
    """

    label: str
    text: str = ""
    html: str = ""
    is_note: bool = False


@dataclass(frozen=True)
class Facts:
    """The key facts at the head of a document."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FormRows:
    """The labelled rows of a record form."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Notice:
    """A sentence that readers must not miss."""

    text: str


@dataclass(frozen=True)
class Glance:
    """The ratings at a glance: a shape for each finding in order, and the count in words.

    `sources` say, after the name of each, of which report it is, such as " of “Hens, 2026”";
    they are blank where there is one report.
    """

    findings: tuple[Finding, ...]
    sources: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Link:
    anchor: str
    text: str


@dataclass(frozen=True)
class Contents:
    """What is on this page."""

    links: tuple[Link, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a part that has no author, such as the table's; `level` 2 or 3."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Prose:
    """Narrative under its heading (level 2 or 3; none where blank) and its author's name.

    `author` is given where the voice changes; `voice` is one of section.Voice.
    """

    anchor: str
    level: int
    heading: str
    voice: str
    author: str
    html: str


@dataclass(frozen=True)
class AnswerRow:
    """An answer beside a finding: its position in words, its text, the section it points to.

    The text of an answer to several findings stands once, beside the first of them;
    beside the others `together` links to that one.
    """

    position: str
    action_html: str
    why_none_html: str
    section: Link | None
    together: Link | None = None


@dataclass(frozen=True)
class FindingRow:
    """A finding, how it is rated and how it is answered; `html` is the wording to show.

    `gap` says what there is instead where it has no answer.
    """

    finding: Finding
    label: str
    html: str
    answers: tuple[AnswerRow, ...]
    gap: str


@dataclass(frozen=True)
class FindingsTable:
    """The recommendations with addressees, RAG and answers."""

    caption: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True)
class Entry:
    """What stands in a cell of a Grid: a text, under it lines beside the point, points in a list.

    A text that is the word of a state has it as `rag`, one of Rag, to be shown with its shape.
    """

    text: str
    points: tuple[str, ...] = ()
    is_strong: bool = False
    lines: tuple[str, ...] = ()
    rag: str = ""


@dataclass(frozen=True)
class Grid:
    """A plain table. The first Entry of each row says what the row is about.

    `shares` are the widths of the columns in relation to each other; what no writer of pages
    needs, but paper. One that `is_wide` stands with its heading on pages turned on their sides.
    """

    caption: str
    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Entry, ...], ...]
    is_wide: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG that needs nothing else, what it shows in words, and the same as a table."""

    svg: str
    words: str
    twin: Grid


@dataclass(frozen=True)
class SignOff:
    """Who signs, with the office of the day."""

    signatories: tuple[Person, ...]


Block = (
    Facts
    | FormRows
    | Notice
    | Glance
    | Contents
    | Heading
    | Prose
    | FindingsTable
    | Grid
    | Picture
    | SignOff
)
