"""What a document on paper is made of, as both of its writers need it. Pure.

Beside these stand Paragraph, List and Table of rich text. A `target` is the `id` of a node.
"""

from dataclasses import dataclass

from recommendations.rich_tree import Run

LOOKS = ("muted", "small", "strong")


@dataclass(frozen=True)
class Part:
    """A heading of `level` 2 to 4, none of which is left out; `id` is blank where none links."""

    level: int
    runs: tuple[Run, ...]
    id: str = ""


@dataclass(frozen=True)
class Place:
    """Where a link leads that leads to no heading."""

    id: str


@dataclass(frozen=True)
class Line:
    """A short line: words, and words that link to `target`; `look` is "", or one of LOOKS."""

    text: str
    linked: str = ""
    target: str = ""
    look: str = ""


@dataclass(frozen=True)
class Term:
    label: str
    nodes: tuple


@dataclass(frozen=True)
class Terms:
    """Labels with what stands against them; `look` is "facts" or "form".

    Facts that are not `is_long` stand together on a page.
    """

    look: str
    terms: tuple[Term, ...]
    is_long: bool = True


@dataclass(frozen=True)
class Note:
    """A notice; a line break in `text` is one."""

    text: str


@dataclass(frozen=True)
class Byline:
    """Whose words follow; `voice` is one of section.Voice."""

    text: str
    voice: str


@dataclass(frozen=True)
class Badge:
    """A rating: `rag` is one of Rag, `word` its word."""

    rag: str
    word: str


@dataclass(frozen=True)
class Shape:
    """The rating of one finding in a strip: its full `name`, and `label` in few letters.

    `source` is what the name says of its report, blank where there is one report.
    """

    name: str
    label: str
    source: str
    badge: Badge
    target: str


@dataclass(frozen=True)
class Strip:
    words: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Contents:
    links: tuple[Line, ...]


@dataclass(frozen=True)
class FindingCells:
    """A row of the table of findings; `depth` is more than 0 where it is nested.

    One that `is_long` could be longer than a page, and so may break over two.
    """

    id: str
    label: str
    depth: int
    is_long: bool
    wording: tuple
    addressed: tuple
    rating: tuple
    answers: tuple


@dataclass(frozen=True)
class Findings:
    """The table of findings: its caption, the heads of its five columns, and its rows."""

    caption: str
    heads: tuple[str, ...]
    has_long_labels: bool
    rows: tuple[FindingCells, ...]


@dataclass(frozen=True)
class GridCells:
    """A row of a plain table: the nodes of each cell; `is_long` as in FindingCells."""

    cells: tuple[tuple, ...]
    is_long: bool


@dataclass(frozen=True)
class Grid:
    """A plain table: its caption, the heads of its columns, the shares of their widths, its rows.

    One that `is_wide` has pages turned on their sides.
    """

    caption: str
    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[GridCells, ...]
    is_wide: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, and what it shows in words."""

    svg: str
    words: str


@dataclass(frozen=True)
class Turned:
    """What stands on pages that are turned on their sides: a heading, and a wide Grid."""

    nodes: tuple


@dataclass(frozen=True)
class Opening:
    """What stands above the subject line of a letter; `to` is its address block in lines."""

    to: tuple[str, ...]
    date: str
    salutation: str


@dataclass(frozen=True)
class Close:
    """The end of a letter, with the space for a signature; `lines` are who signs, and as what."""

    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Signature:
    """Who signs: `website` as it was written, `address` where it can be linked to."""

    name: str
    title: str
    website: str
    address: str


@dataclass(frozen=True)
class Signatures:
    people: tuple[Signature, ...]
