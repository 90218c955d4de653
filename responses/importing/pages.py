"""From text to lines, without the furniture of its pages: letterhead and page numbers. Pure.

A letterhead is known by its repetition as a whole, where pages begin, never by its words:
a line of it that stands elsewhere, such as the name at the end, is text and stays.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from . import shapes, vocabulary
from .elements import Field, Furniture, Paragraph

BREAKS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
WIDE_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u3000]")
PAGE_NUMBER = re.compile(r"page\s+\d{1,3}\s+of\s+\d{1,3}", re.I)
PAGE_GAP = 3
MOST_LINES_OF_LETTERHEAD = 8


@dataclass(frozen=True)
class Source:
    """What the reader of a format makes of a file: all its lines, and what it left out.

    `told` says in sentences what was left out and why, `notes` what a person should check.
    `is_styled` says that the format can mark a heading as one.
    """

    lines: tuple["Line", ...]
    ruled: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_styled: bool = False


@dataclass(frozen=True)
class Line:
    """A line with words; `number` counts from 1 in the file, `blanks` the blank lines above.

    `text` has no space at either end, but keeps the tab after a label that has no value.
    `given` is what the format of the file says that it is, one of elements.py, or None.
    """

    number: int
    text: str
    blanks: int = 0
    given: object = None

    @property
    def words(self):
        """Its text as it is compared: one space between words, small letters."""
        return " ".join(self.text.split()).casefold()

    @property
    def begins_page(self):
        return self.blanks >= PAGE_GAP


def line_of(number, thing, blanks):
    """Return the Line of what a reader found: an element, a Field or an Answered."""
    if isinstance(thing, Paragraph):
        return Line(number, thing.text, blanks)
    text = f"{thing.label}: {thing.words}" if isinstance(thing, Field) else thing.text
    return Line(number, text, blanks, thing)


def to_lines(text):
    """Return the lines of `text` that have a word, and the ruled lines ("-----") left out.

    Knows the line ends of every system; a form feed is the gap that ends a page.
    """
    lines, ruled, blanks = [], [], 0
    for number, raw in enumerate(BREAKS.sub("\n", text).split("\n"), start=1):
        for place, piece in enumerate(raw.split("\f")):
            blanks += PAGE_GAP if place else 0
            line = Line(number, _tidy(piece), blanks)
            if any(map(str.isalnum, piece)):
                lines.append(line)
                blanks = 0
            else:
                blanks += 1
                ruled += [line.text] if line.text.strip() else []
    return tuple(lines), tuple(ruled)


def _tidy(piece):
    visible = WIDE_SPACES.sub(" ", INVISIBLE.sub("", piece))
    return visible.lstrip().rstrip(" ")


def without_furniture(lines):
    """Return the `lines` that are text, and the Furniture found among them."""
    found = []
    for find in (_page_numbers, _letterhead):
        places, length = find(lines)
        if places:
            texts = tuple(line.text for line in lines[places[0] : places[0] + length])
            found.append(Furniture(texts, tuple(lines[place].number for place in places)))
            lines = _without(lines, places, length)
    return lines, tuple(found)


def _without(lines, places, length):
    """Return `lines` without the runs; the gap before one is now before what follows."""
    gone = {place + step for place in places for step in range(length)}
    kept, blanks = [], 0
    for place, line in enumerate(lines):
        blanks = max(blanks, line.blanks)
        if place not in gone:
            kept.append(replace(line, blanks=blanks))
            blanks = 0
    return tuple(kept)


def _page_numbers(lines):
    return [place for place, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.text)], 1


def _letterhead(lines):
    """Find the run of lines that opens the document and comes again where pages begin.

    Of the runs that begin with the first line, the one that takes out most lines is the
    letterhead in whole.
    """
    opening = lines[:MOST_LINES_OF_LETTERHEAD]
    longest = len(list(takewhile(_may_be_letterhead, opening)))
    runs = [(_places(lines, length), length) for length in range(1, longest + 1)]
    repeated = [(places, length) for places, length in runs if len(places) > 1]
    return max(repeated, key=lambda run: len(run[0]) * run[1], default=([], 0))


def _may_be_letterhead(line):
    if line.given is not None:
        return False
    is_text = "\t" in line.text or shapes.bullet(line.text) or line.text[-1] in ".:;!?"
    return len(line.text) <= shapes.LONGEST_LABEL and not is_text


def _places(lines, length):
    """Return where the first `length` lines stand, but not as the name of one who signs."""
    run, places = _words(lines[:length]), []
    for place, line in enumerate(lines[: max(0, _sign_off(lines) - length)]):
        is_within = places and place < places[-1] + length
        if (place and not line.begins_page) or is_within:
            continue
        if _words(lines[place : place + length]) == run:
            places.append(place)
    return places


def _words(lines):
    return [line.words for line in lines]


def _sign_off(lines):
    """Return the place after which there are only offices and addresses, as below a name.

    After a letterhead there is text.
    """
    return len(lines) - len(list(takewhile(_is_below_name, reversed(lines))))


def _is_below_name(line):
    is_address = vocabulary.names_office(line.text) or shapes.is_contact(line.text)
    return _may_be_letterhead(line) and (is_address or not line.blanks)
