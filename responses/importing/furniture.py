"""The furniture of pages: the letterhead, running head or foot that each page repeats. Pure.

Furniture is known by its repetition as a whole, never by its words: a single line of a
letterhead that stands elsewhere, such as the name at the end, is text and stays.
"""

from dataclasses import dataclass, replace
from itertools import takewhile

from . import page_edges, shapes, vocabulary

MOST_LINES_AFTER_NAME = 3


@dataclass(frozen=True)
class Furniture:
    """Lines that repeat, and the number in the file of the first line of each occurrence."""

    lines: tuple[str, ...]
    at: tuple[int, ...]


def take_out(lines):
    """Return the `lines` that are text, and the Furniture found among them."""
    found = []
    for find in (_opening, page_edges.heads, page_edges.feet):
        places, length = find(lines)
        if places:
            texts = tuple(line.text for line in lines[places[0] : places[0] + length])
            found.append(Furniture(texts, tuple(lines[place].number for place in places)))
            lines = _without(lines, places, length)
    return lines, tuple(found)


def _without(lines, places, length):
    """Return `lines` without the runs; the page end before one is now before what follows."""
    gone = {place + step for place in places for step in range(length)}
    kept, blanks, new_page = [], 0, False
    for place, line in enumerate(lines):
        blanks, new_page = max(blanks, line.blanks), new_page or line.new_page
        if place not in gone:
            kept.append(replace(line, blanks=blanks, new_page=new_page))
            blanks, new_page = 0, False
    return tuple(kept)


def _opening(lines):
    """Find the run of lines that opens the document and comes again: the letterhead.

    Of the runs that begin with the first line, the one that takes out most lines is the
    letterhead in whole.
    """
    longest = len(list(takewhile(_may_repeat, lines[: page_edges.MOST_LINES])))
    runs = [(_places(lines, length), length) for length in range(1, longest + 1)]
    repeated = [run for run in runs if _is_repeated(lines, *run)]
    return max(repeated, key=lambda run: (len(run[0]) * run[1], len(run[0])), default=((), 0))


def _places(lines, length):
    run = [line.words for line in lines[:length]]
    places, place = [], 0
    while place + length <= len(lines):
        here = [line.words for line in lines[place : place + length]]
        if here == run and not _is_sign_off(lines[place + length :]):
            places.append(place)
            place += length
        else:
            place += 1
    return tuple(places)


def _is_repeated(lines, places, length):
    """Whether a run comes again at page ends, or wherever it is if it is a letterhead."""
    if len(places) < 2:
        return False
    is_letterhead = any(page_edges.looks_official(line.text) for line in lines[:length])
    at_page_ends = all(page_edges.is_page_start(lines[place]) for place in places[1:])
    return at_page_ends or (length > 1 and is_letterhead)


def _may_repeat(line):
    return shapes.may_repeat(line.text)


def _is_sign_off(rest):
    """Whether what stands before `rest`, the last lines, signs the document.

    After a letterhead there is text; after a name there is at most its office and address.
    """
    if len(rest) > MOST_LINES_AFTER_NAME:
        return False
    if all(shapes.is_contact(line.text) for line in rest):
        return True
    office = rest[0].text
    return (
        vocabulary.names_office(office)
        and rest[0].blanks <= 1
        and all(_may_repeat(line) for line in rest)
    )
