"""What a reader of Word leaves out or moves, kept to be told in sentences. Pure."""

from collections import defaultdict
from enum import Enum


class Left(Enum):
    """What is left out of the text; its value says so, after how many."""

    DELETED = ("passage that a tracked change deletes", "passages that tracked changes delete")
    STRUCK = ("passage that is struck through", "passages that are struck through")
    HIDDEN = ("passage of hidden text", "passages of hidden text")
    COMMENT = ("comment in the margin", "comments in the margin")
    NOTE = ("note that no text refers to", "notes that no text refers to")
    UNTICKED = ("box without a tick", "boxes without a tick")
    PROMPT = ("control that nobody filled in", "controls that nobody filled in")
    CONTENTS = ("line of the table of contents", "lines of the table of contents")
    HEADER = ("running head", "running heads")
    FOOTER = ("running foot", "running feet")
    PICTURE = ("picture, or other drawing", "pictures, or other drawings")
    DIAGRAM = ("diagram made of words", "diagrams made of words")
    OWN = ("line that this site writes of itself", "lines that this site writes of itself")
    EMBEDDED = ("embedded document", "embedded documents")


class Told:
    """Takes note of each thing, with its words where it has any, and says it at the end."""

    def __init__(self):
        self._left = defaultdict(list)
        self.footnotes = self.boxes = self.inserted = self.coloured = self.unread = 0
        self.together, self.is_own = 0, False
        self.differing = []

    def leave(self, left, words=""):
        """Note that something was left out, and its words."""
        words = " ".join(words.split())
        if words or left in (Left.PICTURE, Left.EMBEDDED):
            self._left[left].append(words)

    def sentences(self):
        """Return what was left out, each kind with all its words."""
        found = []
        for left, words in self._left.items():
            one, many = left.value
            number = _count(len(words), one, many)
            quoted = " ".join(f"“{each}”" for each in dict.fromkeys(words) if each)
            found.append(f"{number}{f': {quoted}' if quoted else '.'}")
        return tuple(found)

    def notes(self):
        """Return what was taken and stands elsewhere, or otherwise, than in the document."""
        if self.is_own:
            yield "This site wrote the document: what it added of itself is left out."
        if self.inserted:
            number = _count(self.inserted, "tracked insertion", "tracked insertions")
            yield f"Taken as accepted: {number}."
        if self.footnotes:
            number = _count(self.footnotes, "footnote or endnote", "footnotes or endnotes")
            yield f"In brackets where it was referred to: {number}."
        if self.boxes:
            number = _count(self.boxes, "text box", "text boxes")
            yield f"After the paragraph that holds it: the text of {number}."
        if self.together:
            number = _count(self.together, "answer is", "answers are")
            yield (
                f"{number} to several recommendations, as links in the document say: look whether "
                "all that stands in it is to each of them."
            )
        yield from self._of_colours()

    def _of_colours(self):
        """Yield what became of the colours of cells that stand for a state."""
        if self.coloured:
            number = _count(self.coloured, "cell shows its state", "cells show their state")
            yield f"{number} in a colour and no word: the colour is proposed as a rating."
        if self.unread:
            number = _count(self.unread, "cell shows its state", "cells show their state")
            yield (
                f"{number} in a colour and no word, and it is not plain that the colour means "
                "red, amber or green: it is not read."
            )
        for words, colour in self.differing:
            yield f"“{words}” stands in a {colour} cell: the word counts, and not the colour."


def _count(number, one, many):
    return f"{number} {one if number == 1 else many}"
