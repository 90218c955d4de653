"""A plain reader of the documents that are imported: written apart from the importer.

It knows a page by its gap of blank lines, furniture as what every page begins with, and
a piece as what stands on a line of its own, or between two leaked tags.
"""

import re
from html.parser import HTMLParser
from itertools import takewhile

PAGE_GAP = re.compile(r"\n{4,}")
TAG = re.compile(r"</?(?:p|ol)\b[^>]*>")
RUN_ON = re.compile(r" (?=\d{1,2}\. [A-Z])")
LINK_TARGET = re.compile(r"\]\([^)]*\)")
ITEM_MARK = re.compile(r"^\s*(?:- |\d{1,2}\. )")


def words(text):
    """The words of `text` in small letters, without marks."""
    return re.findall(r"\w+", LINK_TARGET.sub(" ", text).casefold())


def pages(text):
    chunks = [chunk.strip("\n").split("\n") for chunk in PAGE_GAP.split(text) if chunk.strip()]
    return [[line for line in chunk if line.strip()] for chunk in chunks]


def furniture(text):
    """The lines that every page begins with."""
    found = pages(text)
    alike = takewhile(lambda lines: len(set(lines)) == 1, zip(*found, strict=False))
    return [lines[0] for lines in alike] if len(found) > 1 else []


def pieces(text):
    """Every labelled value, heading, paragraph and item of `text`, in order, but furniture."""
    repeated = len(furniture(text))
    found = []
    for page in pages(text):
        for line in page[repeated:]:
            parts = [part for part in re.split(r"\t", TAG.sub("\n", line), maxsplit=1) if part]
            found += [
                piece for part in parts for line in part.split("\n") for piece in _run_on(line)
            ]
    return [ITEM_MARK.sub("", piece) for piece in found if words(piece)]


def _run_on(line):
    return RUN_ON.split(line) if re.match(r"\s*1\. .* 2\. ", line) else [line]


def paragraphs_and_items(text):
    """The pieces that are sentences or items of a list: not headings, labels or short values."""
    bulleted = [words(line[2:]) for line in text.split("\n") if line.startswith("- ")]
    return [
        piece
        for piece in pieces(text)
        if piece.rstrip()[-1] in ".:" or words(piece) in bulleted or len(words(piece)) > 12
    ]


class PreviewReader(HTMLParser):
    """The words of a preview in order, without its links to parts of the page."""

    def __init__(self):
        super().__init__()
        self.texts, self.in_nav = [], False

    def handle_starttag(self, tag, attrs):
        self.in_nav = self.in_nav or tag == "nav"
        self.texts.append(" ")

    def handle_endtag(self, tag):
        self.in_nav = self.in_nav and tag != "nav"
        # Bold and links end inside a word's punctuation; the rest ends a word.
        self.texts.append(" ")

    def handle_data(self, data):
        if not self.in_nav:
            self.texts.append(data)


def preview_words(html):
    reader = PreviewReader()
    reader.feed(html)
    reader.close()
    return words("".join(reader.texts))


def count(part, whole):
    """How often the words `part` stand together in the words `whole`."""
    size = len(part)
    return sum(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def places_in_order(parts, whole):
    """Where each of `parts` begins in `whole`, each after the one before it, or None."""
    at, found = 0, []
    for part in parts:
        starts = range(at, len(whole) - len(part) + 1)
        place = next((start for start in starts if whole[start : start + len(part)] == part), None)
        found.append(place)
        at = at if place is None else place + len(part)
    return found
