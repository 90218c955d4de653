"""Running heads and feet, and page numbers: what repeats at the edges of pages. Pure.

Pages are told by form feeds; without them, by the gap of blank lines that page ends
leave, and then only a run of several lines, or a page number, on every page is furniture.
"""

import re
from collections import Counter
from itertools import takewhile

from . import shapes

PAGE_GAP = 3
MOST_LINES = 8
PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
NUMBERED_PAGE = re.compile(r"\bpage\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.I)


def heads(lines):
    """Return the places of the runs that pages begin with, and their length in lines."""
    pages = _pages(lines)
    run = _shared(lines, pages)
    return tuple(page[0] for page in pages if _begins(lines, page, run)), len(run)


def feet(lines):
    """Return the places of the runs that pages end with, and their length in lines."""
    pages = [page[::-1] for page in _pages(lines)]
    run = _shared(lines, pages)
    places = (page[len(run) - 1] for page in pages if _begins(lines, page, run))
    return tuple(places), len(run)


def is_page_start(line):
    """Whether a page may begin with `line` in a document without form feeds."""
    return line.new_page or line.blanks >= PAGE_GAP


def _is_fed(lines):
    return any(line.new_page for line in lines)


def _pages(lines):
    """Return the places of the lines of each page."""
    is_fed = _is_fed(lines)
    pages = [[]]
    for place, line in enumerate(lines):
        starts = line.new_page if is_fed else is_page_start(line)
        if starts and pages[-1]:
            pages.append([])
        pages[-1].append(place)
    return pages


def _shared(lines, pages):
    """Return the run, as keys, that most pages have at the edge they are listed from."""
    edges = [_edge(lines, page) for page in pages]
    longest = max(map(len, edges))
    runs = Counter(
        edge[:length] for length in range(1, longest + 1) for edge in edges if len(edge) >= length
    )
    enough = [run for run in runs.items() if _is_enough(*run, len(pages), _is_fed(lines))]
    best = max(enough, key=lambda item: (len(item[0]) * item[1], item[1]), default=((), 0))
    return best[0]


def _is_enough(run, count, pages, is_fed):
    if count < 2:
        return False
    if is_fed:
        return count * 2 >= pages
    return count >= pages - 1 and (len(run) > 1 or "#" in run[0])


def _edge(lines, page):
    here = (lines[place] for place in page[:MOST_LINES])
    return tuple(_key(line) for line in takewhile(lambda line: shapes.may_repeat(line.text), here))


def _begins(lines, page, run):
    return bool(run) and _edge(lines, page)[: len(run)] == run


def _key(line):
    """What is compared: a page number is the same as any other."""
    if PAGE_NUMBER.fullmatch(line.text):
        return "#"
    return NUMBERED_PAGE.sub("#", line.words)
