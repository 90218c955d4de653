"""What the styles of a Word document say of a paragraph: heading, list, bold. Pure."""

import re
from dataclasses import dataclass

from .trees import is_on, value, whole

MOST_STEPS = 20
HIGHEST_OUTLINE = 8
# What word processors in other languages call it, where they do not keep the English name.
HEADING = re.compile(
    r"(?:heading|berschrift|überschrift|titre|título|titolo|titulo|kop|rubrik|overskrift|nagłówek|"
    r"otsikko|pennawd)\s*(\d)",
    re.IGNORECASE,
)
TITLES = frozenset({"title", "titel", "document title"})
# What Word calls the inner levels of lists, each a list of its own with one level.
INNER_LIST = re.compile(r"list (?:bullet|number) (\d)", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|contents)\s*\d|toc heading|table of contents", re.IGNORECASE)

MARKS = ("b", "vanish", "strike", "dstrike")


@dataclass(frozen=True)
class _Style:
    """What one style says itself; None where it says nothing."""

    called: str
    based_on: str | None
    outline: str | None
    number: str | None
    level: str | None
    marks: dict


class Styles:
    """The styles of a document, asked by their identifiers; `root` may be None.

    Each is read once, however much of the text is of it.
    """

    def __init__(self, root):
        styles = [] if root is None else root.findall("style")
        self._styles = {style.get("styleId"): _style(style) for style in styles}
        self.default = next(
            (s.get("styleId") for s in styles if s.get("type") == "paragraph" and s.get("default")),
            None,
        )

    def _chain(self, name):
        """Yield the style and those that it is based on, however they refer to each other."""
        for _ in range(MOST_STEPS):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = style.based_on

    @property
    def called(self):
        """The names of all styles, in small letters."""
        return frozenset(style.called.lower() for style in self._styles.values())

    def names(self, name):
        return [style.called for style in self._chain(name)]

    def heading(self, name):
        """Return the level of a heading, 0 for the title, or None for any other style."""
        for style in self._chain(name):
            if style.outline is not None:
                level = whole(style.outline, HIGHEST_OUTLINE + 1)
                return level + 1 if level <= HIGHEST_OUTLINE else None
            if style.called.lower() in TITLES:
                return 0
            if match := HEADING.fullmatch(style.called):
                return int(match[1])
        return None

    def is_contents(self, name):
        """Whether it is the style of a line in a table of contents."""
        return any(CONTENTS.fullmatch(called) for called in self.names(name)[:1])

    def numbering(self, name):
        """Return (number of the list, level) of a style that makes lists, or (None, None)."""
        number = level = None
        for style in self._chain(name):
            level = style.level if level is None else level
            number = style.number if number is None else number
        return number, level

    def depth(self, name):
        """Return how many levels in a style puts its items, 0 where it does not say."""
        found = (INNER_LIST.fullmatch(style.called) for style in self._chain(name))
        return next((int(match[1]) - 1 for match in found if match and match[1] != "0"), 0)

    def is_set(self, name, mark):
        """Return whether the style sets `mark`, one of MARKS, on its text, or None if unsaid."""
        found = (style.marks[mark] for style in self._chain(name))
        return next((one for one in found if one is not None), None)


def _style(element):
    paragraph, letters = element.find("pPr"), element.find("rPr")
    listed = element.find("pPr/numPr")
    return _Style(
        called=value(element, "name", "").strip(),
        based_on=value(element, "basedOn"),
        outline=value(paragraph, "outlineLvl"),
        number=value(listed, "numId"),
        level=value(listed, "ilvl"),
        marks={mark: is_on(letters, mark) for mark in MARKS},
    )
