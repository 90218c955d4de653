"""The words by which offices say where they stand on a recommendation. Pure."""

import re

from recommendations.rag import Rag

# The longer first: "not met" is not "met".
WORDS = (
    (Rag.NOT_FOR_THIS_FORCE, r"not for (?:this|the) force|not applicable|n/?a|for another body"),
    (Rag.RED, r"(?:will )?not (?:be )?(?:met|started|completed?|achieved)"),
    (Rag.RED, r"red|[🔴🟥]|overdue|off[- ]track"),
    (Rag.AMBER, r"part(?:ly|ially)[- ](?:met|completed?|achieved|implemented)|partial|started"),
    (Rag.AMBER, r"amber|yellow|[🟠🟡🟧🟨]|in[- ]progress|on[- ]?going|under ?way|on[- ]track"),
    (
        Rag.GREEN,
        r"green|[🟢🟩]|(?:fully )?met|completed?|closed|done|achieved|implemented|delivered",
    ),
)
# A letter says one only where it stands alone.
LETTERS = {"r": Rag.RED, "a": Rag.AMBER, "g": Rag.GREEN}
BY_COLOUR = "(by the colour of its cell)"
LABELS = re.compile(
    r"(?:current )?(?:b?rag|rating|status|progress|state)(?: (?:rating|status))?", re.I
)
OWNERS = re.compile(r"(?:\w+ )?(?:owner|lead)(?: officer)?|responsible officer", re.I)
DUES = re.compile(r"due(?: date| by)?|(?:target|completion) date|deadline|by when", re.I)
LONGEST = 60


def rag_of(text):
    """Return the RAG that `text` says in words that offices use, or "" where it is not sure."""
    found, _ = _read(text)
    return found.pop() if len(found) == 1 else ""


def is_bare(text):
    """Whether `text` says nothing beside a RAG that is sure: "Green", not "Green by June"."""
    _, rest = _read(text)
    return bool(rag_of(text)) and not any(map(str.isalnum, rest))


def _read(text):
    """Return each RAG that `text` names, and what it says beside; none of a long text."""
    if len(text) > LONGEST:
        return set(), text
    found, rest = set(), text.replace(BY_COLOUR, "").casefold()
    if letter := LETTERS.get(rest.strip(" .()")):
        return {letter}, ""
    for rag, words in WORDS:
        left = re.sub(rf"(?<!\w)(?:{words})(?!\w)", " ", rest)
        if left != rest:
            found.add(rag)
            rest = left
    return found, rest


def labelled(label):
    """Return whether a `label` is that of "status", "owner" or "due", as this word, or ""."""
    tests = (("status", LABELS), ("owner", OWNERS), ("due", DUES))
    return next((name for name, pattern in tests if pattern.fullmatch(label.strip())), "")
