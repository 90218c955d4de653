"""What a document is made of, once its lines are understood. Pure dataclasses.

A reader of a format that says what a line is gives it as one of these with the line; what
a plain text means is found out from the look of its lines.
"""

import re
from dataclasses import dataclass, field, replace

AROUND = "().:[] "
LAST_OF_MARK = re.compile(r"\S+$")


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Bullet:
    """An item of a list; `level` counts from 0, the outermost."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Numbered:
    """An item of a numbered list; `mark` is its number as printed, such as "3a." or "(ii)"."""

    mark: str
    text: str
    level: int = 0

    @property
    def label(self):
        """The number alone: "3" of "Recommendation 3:"."""
        found = LAST_OF_MARK.search(self.mark.rstrip(AROUND))
        return found[0].strip(AROUND) if found else ""


@dataclass(frozen=True)
class Heading:
    """A heading by its style; `level` counts from 1, and 0 is the title of the document."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Byline:
    """Whose words follow, to the next one: a name and an office."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table, over so many columns and rows."""

    elements: tuple
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Table:
    """A table that is neither a form nor answers; the first `heads` of its rows are headings."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0

    @property
    def text(self):
        return " ".join(e.text for row in self.rows for cell in row for e in cell.elements)


@dataclass(frozen=True)
class Frame:
    """A box around words, with a `heading` in it that says whose they are."""

    heading: str
    elements: tuple

    @property
    def text(self):
        return " ".join((self.heading, *(element.text for element in self.elements)))


Element = Paragraph | Bullet | Numbered | Heading | Table


@dataclass(frozen=True)
class Field:
    """A labelled value; a line without a label has none, and is kept in order.

    `at` is the line of the document on which it begins, here and below.
    """

    label: str
    value: tuple[Element, ...] = ()
    at: int = field(default=0, compare=False)

    @property
    def words(self):
        return " ".join(element.text for element in self.value)


@dataclass(frozen=True)
class Answered:
    """A row of a table of recommendations, each cell under what its column is.

    `asked` is the recommendation as printed, `said` the answer to it, `under` the heading over
    that, `numbered` the one over its number where no column is of what is asked, `together` the
    numbers of others that the answer is to as well, with semicolons, `rest` what stands in columns
    of other kinds. A joint answer has the `rows` that it is to, each with what is of it alone.
    `instead` is what a table of one recommendation is where that is none of the report.
    """

    label: str = ""
    asked: tuple[Element, ...] = ()
    said: tuple[Element, ...] = ()
    status: str = ""
    owner: str = ""
    due: str = ""
    together: str = ""
    rest: tuple[Field, ...] = ()
    rows: tuple["Answered", ...] = ()
    under: str = field(default="", compare=False)
    numbered: str = field(default="", compare=False)
    instead: tuple = field(default=(), compare=False)
    at: int = field(default=0, compare=False)

    @property
    def text(self):
        values = (self.asked, self.said, *(field.value for field in self.rest))
        words = [element.text for value in values for element in value]
        words += [self.status, self.owner, self.due, self.together]
        words += [row.text for row in self.rows]
        return " ".join(filter(None, (self.label, *words)))

    def apart(self):
        """Return the rows of a table that it was: the first of several has the joint answer."""
        if not self.rows:
            return (self,)
        first, *others = self.rows
        together = {"said": self.said + first.said, "rest": self.rest + first.rest}
        return (replace(first, **together), *others)


@dataclass(frozen=True)
class Section:
    """What stands under a heading; level 2 for a numbered theme. No heading before the first.

    One that `is_run_in` has no line for its heading, which begins its first paragraph.
    `byline` is the line that says whose words it is, where the document has such lines. One
    that `is_framed` stood in a box; what `goes_on` below a box is of the section before it.
    """

    heading: str
    level: int
    elements: tuple[Element, ...]
    at: int = field(default=0, compare=False)
    is_run_in: bool = False
    byline: str = ""
    is_framed: bool = False
    goes_on: bool = False

    @property
    def is_in_box(self):
        """Whether it stood in a box below a heading, or goes on below such a box."""
        return self.is_framed or self.goes_on


@dataclass(frozen=True)
class Signer:
    name: str
    title: str
    website: str = ""


@dataclass(frozen=True)
class Furniture:
    """Lines that repeat, and the number in the file of the first line of each occurrence."""

    lines: tuple[str, ...]
    at: tuple[int, ...]


@dataclass(frozen=True)
class Document:
    """`told` says in sentences what was left out, `notes` what to check, `day` that of a letter."""

    title: str
    is_form: bool
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    signers: tuple[Signer, ...]
    furniture: tuple[Furniture, ...] = ()
    ruled: tuple[str, ...] = ()
    leaked: tuple[str, ...] = ()
    answered: tuple[Answered, ...] = ()
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    day: str = ""
