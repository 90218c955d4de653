"""Boxes to tick in a line of a form: which words were ticked, and which were not. Pure."""

import re

TICKED, UNTICKED = "☒☑✓✔", "☐□"
BOX = re.compile(f"([{TICKED}{UNTICKED}])")


def ticked(text):
    """Return (the words of the boxes that are ticked, [those of the others]) of a line.

    A line without boxes is returned as it is. A box stands before its words, or after them
    where the line begins with words.
    """
    if not BOX.search(text) or not set(text) & set(UNTICKED + TICKED[:2]):
        return text, []
    first, *parts = BOX.split(text)
    words = [part.strip(" ,;/|") for part in parts[1::2]]
    boxes = parts[::2]
    before = first.strip(" ,;/|")
    if before and not words[-1]:  # Words, box; words, box.
        words, before = [before, *words[:-1]], ""
    yes = [word for box, word in zip(boxes, words, strict=True) if box in TICKED and word]
    no = [word for box, word in zip(boxes, words, strict=True) if box in UNTICKED and word]
    if not yes and not no:  # A box alone.
        return (before or ("Yes" if boxes[0] in TICKED else "No")), []
    return " ".join(filter(None, (before, "; ".join(yes)))), no
