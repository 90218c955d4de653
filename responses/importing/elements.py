"""What a document is made of, once its lines are understood. Pure dataclasses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Bullet:
    text: str


@dataclass(frozen=True)
class Numbered:
    """An item of a numbered list; `mark` is its number as printed, such as "3a." or "(ii)"."""

    mark: str
    text: str

    @property
    def label(self):
        return self.mark.strip("().")


Element = Paragraph | Bullet | Numbered


@dataclass(frozen=True)
class Field:
    """A labelled value at the head; a line without a label has none, and is kept in order."""

    label: str
    value: tuple[Element, ...] = ()

    @property
    def words(self):
        return " ".join(element.text for element in self.value)


@dataclass(frozen=True)
class Section:
    """What stands under a heading; level 2 for a numbered theme. No heading before the first."""

    heading: str
    level: int
    elements: tuple[Element, ...]


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
    title: str
    is_form: bool
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    signers: tuple[Signer, ...]
    furniture: tuple[Furniture, ...] = ()
    ruled: tuple[str, ...] = ()
    leaked: tuple[str, ...] = ()
