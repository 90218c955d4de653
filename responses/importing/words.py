"""How far two wordings speak of the same thing. Pure."""

import re

WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST, STEM = 4, 5
EMPTY_WORDS = frozenset(
    {"forces", "from", "have", "shall", "should", "that", "their", "this", "will", "with"}
)


def significant(text):
    """Return the stems of the words in `text` that carry meaning; capitals alone may be short."""
    return {
        word.casefold()[:STEM]
        for word in WORD.findall(text)
        if (len(word) >= SHORTEST or word.isupper()) and word.casefold() not in EMPTY_WORDS
    }


def overlap(one, other):
    """Return how many of the shorter wording's stems stand in the other: 0 to 1."""
    ours, theirs = significant(one), significant(other)
    if not ours or not theirs:
        return 0
    return len(ours & theirs) / min(len(ours), len(theirs))
