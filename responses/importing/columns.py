"""Which column of a table of recommendations is which, found by its headings. Pure."""

import re

from ..kinds import Voice
from . import labels, standing, vocabulary

UNSAID = re.compile(r"[^a-z]+")
LABEL, ASKED, SAID, STATUS, OWNER, DUE = "label", "asked", "said", "status", "owner", "due"
TOGETHER = "together"
EARLIER = "previous|prev|prior|last|former|old|earlier"
TIME = rf"({EARLIER}|current|latest|present|new|this)"
# In the order in which a heading is tried, the narrower first; "" is a column without one.
KNOWN = {
    DUE: (
        *("due( date| by)?", "date due", "target( date)?", "deadline", "timescales?", "by when"),
        *("completion date", "expected (completion|date|to close)"),
    ),
    OWNER: (
        *(r"(\w+ )?owners?", r"(\w+ )?lead( officer)?", "responsible( officer| person)?", "sro"),
        "senior responsible (owner|officer)",
    ),
    STATUS: (
        rf"({TIME} )?(b?rag( rating| status)?|status|rating)( (at )?(the )?{TIME}( \w+)?)?",
        *(rf"({TIME} )?progress( rating)?", r"(\w+ )?status"),
    ),
    TOGETHER: ("answered together with",),
    LABEL: (
        *("", "no", "number", "ref", "reference", "rec", "item", "id"),
        "(hmicfrs )?(rec(ommendation)?|afi) (no|number|id|ref(erence)?( no| number)?)",
    ),
    ASKED: (
        r"(hmicfrs |inspectorate |full |report )?(recommendations?|findings?)( text| wording)?",
        *("rec text", "wording", "area for improvement", "afis?", "cause of concern", "issue"),
        *("requirement", "subject", "recommendation (or )?(afi|area for improvement)"),
        *("theme", "topic", "title", "description", "details?"),
        r"what (the )?(hmicfrs|report|inspectorate|inspection) (says|said|found|recommend(s|ed))",
    ),
    SAID: (
        r".*\b(response|reply|answer|actions?|comments?|update|commentary|position)\b.*",
        r".*\b(explanation|narrative|what we (have done|will do))\b.*",
    ),
}
# Headings of a log of risks, whose numbers are not those of recommendations.
OF_RISKS = re.compile(
    r"risks?( (description|title|no|number|id|ref|owner|score|rating|level))?"
    r"|.*\b(likelihood|probability|mitigat\w*|inherent|residual)\b.*"
)
# Headings over the names of those to whom a recommendation is, which are not those who answer it.
ADDRESSED = re.compile(
    r"(?:address(?:ed|ees?)(?:\s+to)?|for(?:\s+whom)?|(?:police\s+)?force|agency|"
    r"(?:responsible|lead)\s+(?:body|bodies|organisation|agency))\s*:?",
    re.I,
)
WAS = re.compile(rf"\b({EARLIER})\b")
MOST_ROWS_ABOVE = 3
LONGEST_HEADING = 80
FEWEST_WORDS = 3


def find(rows):
    """Return (number of the row with the headings, {place: kind}) of `rows` of texts, or None.

    It is a table of recommendations if it has a column of answers or states, in words, and
    one that says of what: in words, or by numbers that stand before what is said.
    """
    for number, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        below = rows[number + 1 :]
        kinds = kinds_of(row)
        kinds |= _of_voices(row, kinds, below)
        if _fits_together(kinds, row) and _is_told(kinds, below):
            return number, kinds
    return None


def _of_voices(headings, kinds, rows):
    """Return {place: SAID} of the body's column where it and another's say no more than whose.

    They have words; a tick for whom something is meant is none.
    """
    named = {place: vocabulary.speaker_alone(text) for place, text in enumerate(headings)
             if place not in kinds and text}  # fmt: skip
    ours = [place for place, voice in named.items() if voice == Voice.COMMISSIONER]
    is_shared = bool(ours) and Voice.CHIEF_OFFICER in named.values()
    if SAID in kinds.values() or not is_shared or not _mostly(_has_words, rows, ours[0]):
        return {}
    return {ours[0]: SAID}


def go_on(kinds, above, below):
    """Whether the rows `below` say of what by a number, or by words, as those `above` do."""
    place = next(iter(_places(kinds, LABEL) or _places(kinds, ASKED)))
    is_numbered = _mostly(_is_label, above, place)
    says_of_what = _is_label if is_numbered else _has_words
    is_said = any(row[place] for row in below)
    return is_said and _mostly(says_of_what, below, place)


def _fits_together(kinds, headings):
    """Whether there are the columns that are needed, and none of a log of risks.

    A column of numbers alone does not say of what where a column of another kind follows it,
    unless that has somebody's words. One without a heading is of numbers only before what is
    said: after it, it is the value of a form, which was left empty.
    """
    said = _places(kinds, SAID, STATUS)
    asked = [at for at in _places(kinds, LABEL, ASKED) if said and (headings[at] or at < said[0])]
    if not asked or any(OF_RISKS.fullmatch(_plain(text)) for text in headings):
        return False
    between = range(asked[0] + 1, said[0])
    others = [place for place in between if place not in kinds and headings[place]]
    return ASKED in kinds.values() or all(is_of_words(headings[place]) for place in others)


def _is_told(kinds, rows):
    """Whether the cells say what their columns promise; a row over the whole width is apart."""
    rows = [row for row in rows if len(row) > 1]
    said, asked = _places(kinds, SAID, STATUS), _places(kinds, LABEL, ASKED)
    is_first = asked[0] < said[0]
    in_words = {LABEL: _has_words, ASKED: _has_letter}
    return any(_mostly(_says, rows, place) for place in said) and any(
        _mostly(in_words[kinds[place]], rows, place)
        or (is_first and _mostly(_is_label, rows, place))
        for place in asked
    )


def _places(kinds, *wanted):
    return sorted(place for place, kind in kinds.items() if kind in wanted)


def _mostly(test, rows, place):
    """Whether at least half of the cells in a column that say something are so."""
    cells = [row[place] for row in rows if place < len(row) and row[place]]
    return 2 * sum(map(test, cells)) >= len(cells)


def _says(text):
    return _has_letter(text) or bool(standing.rag_of(text))


def _has_letter(text):
    return any(map(str.isalpha, text))


def _has_words(text):
    return len(text.split()) >= FEWEST_WORDS


def _is_label(text):
    return bool(labels.apart(text)[0])


def kinds_of(headings):
    """Return {place: kind} of the `headings`, texts or None.

    Of several of a kind it is the first one, but of answers and states that of the local
    policing body.
    """
    ranks = [0 if text is None else _rank(text) for text in headings]
    kinds = {}
    for place in sorted(range(len(headings)), key=ranks.__getitem__):
        kind = None if headings[place] is None else kind_of(headings[place])
        if kind and kind not in kinds.values():
            kinds[place] = kind
    return kinds


def _rank(heading):
    """Return 0 for what the body says, the last for what the chief officer or the force says."""
    if kind_of(heading) not in (SAID, STATUS):
        return 1
    ranks = {Voice.COMMISSIONER: 0, None: 1, Voice.CHIEF_OFFICER: 2}
    return ranks[vocabulary.author(heading)]


def is_of_words(heading):
    """Whether what stands under a `heading` is what somebody says."""
    return kind_of(heading) == SAID or bool(vocabulary.speaker(heading))


def kind_of(text):
    """Return the kind that a heading or a label says, or None.

    What a state was before is none: it is said beside the state as it is now.
    """
    if len(text) > LONGEST_HEADING:
        return None
    plain = _plain(text)
    kind = next((kind for kind, patterns in KNOWN.items() if _fits(plain, patterns)), None)
    if not kind and vocabulary.says_or_does(text) and vocabulary.speaker(text):
        return SAID
    return None if kind == STATUS and WAS.search(plain) else kind


def _plain(text):
    return UNSAID.sub(" ", text.lower().replace("#", " no ").replace("’", "")).strip()


def _fits(plain, patterns):
    return any(re.fullmatch(pattern, plain) for pattern in patterns)
