"""From text to lines: what stands on each, and the blank lines and page ends before it. Pure."""

import re
from dataclasses import dataclass

BREAKS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
WIDE_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u3000]")


@dataclass(frozen=True)
class Line:
    """A line with words; `number` counts from 1 in the file.

    `text` has no space at either end, but keeps the tab after a label that has no value.
    """

    number: int
    text: str
    blanks: int = 0
    new_page: bool = False

    @property
    def words(self):
        """Its text as it is compared: one space between words, small letters."""
        return " ".join(self.text.split()).casefold()


def to_lines(text):
    """Return the lines of `text` that have a word, and the ruled lines ("-----") left out.

    Knows the line ends of every system; a form feed is the end of a page.
    """
    lines, ruled = [], []
    blanks, new_page = 0, False
    for number, raw in enumerate(BREAKS.sub("\n", text).split("\n"), start=1):
        for place, piece in enumerate(raw.split("\f")):
            new_page = new_page or place > 0
            line = Line(number, _tidy(piece), blanks, new_page)
            if any(character.isalnum() for character in piece):
                lines.append(line)
                blanks, new_page = 0, False
            else:
                blanks += 1
                ruled += [line] if line.text.strip() else []
    return tuple(lines), tuple(ruled)


def _tidy(piece):
    visible = WIDE_SPACES.sub(" ", INVISIBLE.sub("", piece))
    return visible.lstrip().rstrip(" ")
