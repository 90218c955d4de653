"""Words as they were typed, beside the marks that the import itself writes. Pure.

A reader of a format that has bold and links says them as **bold** and [words](address). What
only looks so in the words of such a file is parted by a sign without width, which no text
shows: it goes where the marks are read.
"""

import re

PARTED = "\u2060"
# Two stars, the middle of a link and the hashes of a heading, or what may become one of them.
LIKE_MARKS = re.compile(r"\*(?=\*|$)|\](?=\(|$)|^#(?=#{0,5}(?:\s|$))")

# A line that is nothing else was a link where it was copied from; in a sentence it may be typed.
DEAD_LINK = re.compile(r"\s*\[[^\[\]]+\]\(#?\)\s*")


def as_typed(text):
    """Return a piece of a line so that no mark is read in it, but a link that leads nowhere."""
    return text if DEAD_LINK.fullmatch(text) else LIKE_MARKS.sub(rf"\g<0>{PARTED}", text)


def printed(text):
    """Return `text` without the signs that part its words from marks."""
    return text.replace(PARTED, "")
