"""What pages repeat at their head and foot: told, and left out. Pure."""

import re
from collections import defaultdict

from ...publishing.layouts.words import count

FIGURES = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
LINES_AT_EDGE = 3
SHARE_OF_PAGES = 0.5
FEWEST_PAGES = 2


def without_running(pages):
    """Return the `pages` of lines without those that repeat, and what was left out, told."""
    places = defaultdict(set)
    for number, page in enumerate(pages):
        for edge in _edges(page):
            for line in edge:
                places[_known_by(line)].add(number)
    needed = max(FEWEST_PAGES, SHARE_OF_PAGES * len(pages))
    repeated = {key for key, found in places.items() if len(found) >= needed}
    kept, left = [], defaultdict(list)
    for number, page in enumerate(pages):
        gone = _gone(page, repeated)
        for line in gone:
            is_number = PAGE_NUMBER.fullmatch(line.text)
            left["" if is_number else FIGURES.sub("#", line.text)].append((number, line.text))
        kept.append([line for line in page if line not in gone])
    return kept, tuple(_told(shape, texts) for shape, texts in left.items())


def _told(shape, lines):
    """Return the sentence of lines of one shape, pairs of a page and a text: first and last."""
    where = count(len({page for page, _ in lines}), "page")
    (_, first), (_, last) = lines[0], lines[-1]
    if not shape:
        return f"On {where}, at the edge: “(number)”"
    to_last = f" to “{last}”" if last != first else ""
    return f"On {where}, at the edge: “{first}”{to_last}"


def _edges(page):
    return page[:LINES_AT_EDGE], page[-LINES_AT_EDGE:]


def _known_by(line):
    """Return what a line is compared by: figures count on, and where it stands is the same."""
    return FIGURES.sub("#", line.text.casefold()), round(line.y / 10)


def _gone(page, repeated):
    """Return the lines at the edges of `page` that repeat, from the outermost inwards."""
    gone = []
    for edge in (page[:LINES_AT_EDGE], page[::-1][:LINES_AT_EDGE]):
        for line in edge:
            is_number = PAGE_NUMBER.fullmatch(line.text) and line in (page[0], page[-1])
            if _known_by(line) not in repeated and not is_number:
                break
            if line not in gone:
                gone.append(line)
    return gone
