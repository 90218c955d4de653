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
# Beside a state they say that it is not that, not yet, not all of it, or not for sure. What
# stands in the place of the state is FOUND.
FOUND = "§"
DOUBTS = re.compile(
    r"\?|(?<!\w)(?:"
    r"not|no|n|non|none|never|nor|neither|without|cannot|unable|fail(?:s|ed)?|unlikely|"
    r"hardly|barely|scarcely|rarely|outstanding|remain(?:s|ing)?|"
    r"(?:is|are|was|were|has|have|had|do|does|did|ca|wo|would|could|should)n['’]?t|"
    rf"to\s+be|to\s+{FOUND}|{FOUND}\s+by|will|shall|should|would|could|can|must|might|may\s+be|"
    r"going\s+to|yet|soon|once|when|until|if|unless|subject\s+to|planned|expect(?:s|ed)?|"
    r"aim(?:s|ed|ing)?|awaiting|pending|(?<!on )target(?:ed)?|draft|ready|"
    r"in\s+part|part|partly|partially|half|some|most|mostly|many|several|largely|"
    r"substantially|broadly|nearly|nearing|near|almost|approaching|close\s+to|"
    r"but|except|apart\s+from|save\s+for|only|however|phase\s+\w+|initial|interim|"
    r"superseded|withdrawn|to\s+(?:verify|confirm|review|sign)|"
    r"possibly|perhaps|probably|maybe|likely|unclear|unsure|unknown|thought|believed|"
    r"previous|previously|formerly|"
    r"(?!100\D)\d+(?:\.\d+)?\s*(?:%|per\s*cent)|\d+\s+(?:out\s+)?of\s+\d+|"
    r"\d{1,2}/\d{1,2}(?!/)"
    r")(?!\w)"
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
    """Return the RAG that `text` says in words that offices use, or "" where it is not sure.

    It is not where `text` names several, or a doubt, a part or a day to come beside one.
    """
    found, rest = _read(text)
    return found.pop() if len(found) == 1 and not DOUBTS.search(rest) else ""


def is_unsure(text):
    """Whether `text` names a RAG and yet says none for sure: "Not yet met"."""
    found, _ = _read(text)
    return bool(found) and not rag_of(text)


def is_bare(text):
    """Whether `text` says nothing beside a RAG that is sure: "Green", not "Green since June"."""
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
        left = re.sub(rf"(?<!\w)(?:{words})(?!\w)", f" {FOUND} ", rest)
        if left != rest:
            found.add(rag)
            rest = left
    return found, rest


def labelled(label):
    """Return whether a `label` is that of "status", "owner" or "due", as this word, or ""."""
    tests = (("status", LABELS), ("owner", OWNERS), ("due", DUES))
    return next((name for name, pattern in tests if pattern.fullmatch(label.strip())), "")
