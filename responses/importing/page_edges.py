"""Running heads and feet, and page numbers: what repeats at the edges of pages. Pure.

Pages are told by form feeds, else by the gap of blank lines that page ends leave. Every
page but one must have the run; where that alone may be chance, its lines must also look
like furniture, since text that is left out is worse than furniture that stays.
"""

import re
from collections import Counter
from itertools import takewhile

from . import shapes, vocabulary

PAGE_GAP = 3
MOST_LINES = 8
PAGE = "#"
PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?", re.I)
NUMBERED_PAGE = re.compile(r"\bpage\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.I)


def heads(lines):
    """Return the places of the runs that pages begin with, and their length in lines."""
    pages = _pages(lines)
    edges = [_edge(lines, page, shapes.may_repeat) for page in pages]
    run = _shared(edges, _is_fed(lines))
    return tuple(page[0] for page in _with(run, pages, edges)), len(run)


def feet(lines):
    """Return the places of the runs that pages end with, and their length in lines."""
    pages = [page[::-1] for page in _pages(lines)]
    edges = [_edge(lines, page, looks_official) for page in pages]
    run = _shared(edges, _is_fed(lines))
    return tuple(page[len(run) - 1] for page in _with(run, pages, edges)), len(run)


def looks_official(text):
    """Whether a line names an office, an address or a page, or is marked in capitals."""
    return shapes.may_repeat(text) and (
        vocabulary.names_office(text)
        or shapes.is_contact(text)
        or PAGE in _key(text)
        or text.isupper()
    )


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


def _edge(lines, page, is_furniture):
    """Return the keys of the lines from a page's edge inwards that may be furniture."""
    here = (lines[place].text for place in page[:MOST_LINES])
    return tuple(_key(text) for text in takewhile(is_furniture, here))


def _shared(edges, is_fed):
    """Return the run that most pages have at their edge: that which takes out most lines."""
    runs = Counter(edge[:length] for edge in edges for length in range(1, len(edge) + 1))
    found = [run for run in runs.items() if _is_enough(*run, len(edges), is_fed)]
    return max(found, key=lambda item: (len(item[0]) * item[1], item[1]), default=((), 0))[0]


def _is_enough(run, times, pages, is_fed):
    if times < max(2, pages - 1):
        return False
    return is_fed or PAGE in "".join(run) or (len(run) > 1 and times > 2)


def _with(run, pages, edges):
    """Return the pages that have `run` at their edge."""
    found = zip(pages, edges, strict=True)
    return [page for page, edge in found if run and edge[: len(run)] == run]


def _key(text):
    """What is compared: a page number is the same as any other."""
    return PAGE if PAGE_NUMBER.fullmatch(text) else NUMBERED_PAGE.sub(PAGE, " ".join(text.split()))
