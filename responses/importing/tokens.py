"""Lines by their own look, before their place in the document is known. Pure."""

import enum
import re
from dataclasses import dataclass, replace

from . import shapes
from .elements import (
    Answered,
    Bullet,
    Byline,
    Field,
    Frame,
    Heading,
    Numbered,
    Paragraph,
    Table,
)
from .markup import without_tags
from .pages import Line


class Look(enum.Enum):
    TAB = "label, tab, value"
    COLON = "label, colon, value"
    BULLET = "bullet"
    NUMBER = "numbered item"
    SHORT = "short, may be a heading"
    LINK = "nothing but a link"
    CONTACT = "nothing but an address"
    LONG = "paragraph"
    HEADING = "heading by its style"
    TABLE = "table"
    ANSWERED = "row of a table of recommendations"
    BYLINE = "whose words follow"


PROSE = frozenset({Look.LONG, Look.BULLET, Look.NUMBER, Look.TABLE})
ITEMS = frozenset({Look.BULLET, Look.NUMBER})
GIVEN = {
    Heading: Look.HEADING,
    Bullet: Look.BULLET,
    Numbered: Look.NUMBER,
    Field: Look.TAB,
    Answered: Look.ANSWERED,
    Byline: Look.BYLINE,
    Table: Look.TABLE,
    Frame: Look.TABLE,
}
MARK = re.compile(r"(?<!\S)\(?(\d{1,3}(?:\.\d{1,3})*)([a-z]?)[.)]\s+(?=\S)")


@dataclass(frozen=True)
class Token:
    """A line; `label` and the `pieces` of its value where it is labelled, else `text` says all."""

    look: Look
    text: str
    line: Line
    label: str = ""
    pieces: tuple[str, ...] = ()

    @property
    def stands_apart(self):
        """Whether a blank line or a page end is before it."""
        return self.line.blanks > 0

    @property
    def given(self):
        """What the file itself says that the line is, or None where its look has to tell."""
        return self.line.given

    @property
    def element(self):
        return self.given or element_of(self.text)


def to_tokens(lines):
    """Return the tokens of `lines`, and the leaked tags that were left out of them."""
    tokens, leaked = [], []
    for line in lines:
        here, tags = _tokens(line)
        tokens += here
        leaked += tags
    return tuple(tokens), tuple(leaked)


def element_of(text):
    """Return the Bullet, Numbered item or Paragraph that `text` is by itself."""
    if item := shapes.number(text):
        return Numbered(*item)
    words = shapes.bullet(text)
    return Paragraph(text) if words is None else Bullet(words)


def elements_of(text):
    """Return the elements of a value: a numbered list that was run together is taken apart.

    A number in a sentence ("by phase 7. Then") is told from a mark by its order: marks
    only rise, and none leaps over a number that is still to come.
    """
    marks = list(MARK.finditer(text))
    if not marks or marks[0].start():
        return (element_of(text),)
    starts = [mark.start() for mark in _rising(marks)]
    ends = [*starts[1:], len(text)]
    return tuple(
        element_of(text[start:end].strip()) for start, end in zip(starts, ends, strict=True)
    )


def _rising(marks):
    last_at = {_whole(mark): place for place, mark in enumerate(marks)}
    rising = marks[:1]
    for place, mark in enumerate(marks):
        following = _whole(rising[-1]) + 1
        leaps = _whole(mark) > following and last_at.get(following, 0) > place
        if _count(mark) > _count(rising[-1]) and not leaps:
            rising.append(mark)
    return rising


def _whole(mark):
    return _count(mark)[0][0]


def _count(mark):
    """Return the number of a mark so that 3, 3a, 3.1, 4 rise in this order."""
    return [int(part) for part in mark[1].split(".")], mark[2]


def _tokens(line):
    if line.given is not None:
        return _given(line)
    if field := shapes.labelled(line.text):
        label, value = field
        pieces, tags = without_tags(value)
        words = f"{label}: {' '.join(pieces)}".strip()
        return [Token(Look.TAB, words, line, label, tuple(filter(None, pieces)))], tags
    pieces, tags = without_tags(" ".join(line.text.split()))
    return [_token(piece, line) for piece in pieces], tags


def _given(line):
    """Return the token of a line whose file says what it is; leaked tags go from a row too."""
    given, tags = line.given, []
    if isinstance(given, Field):
        value = []
        for element in given.value:
            elements, leaked = _without_tags(element)
            value += elements
            tags += leaked
        given = replace(given, value=tuple(value), at=line.number)
    elif isinstance(given, Answered):
        given = replace(given, at=line.number)
    label = given.label if isinstance(given, Field) else ""
    pieces = tuple(e.text for e in given.value) if isinstance(given, Field) else ()
    token = Token(GIVEN[type(given)], line.text, replace(line, given=given), label, pieces)
    return [token], tags


def _without_tags(element):
    if not isinstance(element, Paragraph):
        return (element,), ()
    pieces, tags = without_tags(element.text)
    return [e for piece in pieces for e in elements_of(piece)] if tags else (element,), tags


def _token(text, line):
    look = _look(text)
    if look is Look.COLON:
        label, value = shapes.colon_labelled(text)
        return Token(look, text, line, label, (value,) if value else ())
    return Token(look, text, line)


def _look(text):
    tests = (
        (Look.NUMBER, shapes.number),
        (Look.BULLET, shapes.bullet),
        (Look.LINK, shapes.is_link),
        (Look.CONTACT, shapes.is_contact),
        (Look.COLON, shapes.colon_labelled),
        (Look.SHORT, shapes.heading),
    )
    return next((look for look, test in tests if test(text)), Look.LONG)
