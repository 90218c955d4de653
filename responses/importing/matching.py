"""Which finding of the report a label and words of a document are about. Pure."""

import functools
import re
from dataclasses import dataclass

from . import labels

WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST, STEM = 4, 5
EMPTY_WORDS = frozenset(
    {"forces", "from", "have", "shall", "should", "that", "their", "this", "will", "with"}
)
ALIKE = 0.5
CLOSE = 0.15
FEW = 3
# Words are another finding's where so much of them stands there, and so much more than here.
MOST, MUCH_MORE = 0.6, 0.3
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[a-z]?\b")
NO_SUCH = "the report has no finding with this number"
OTHER_KIND = re.compile(r"\bafi|area|cause|concern", re.IGNORECASE)


@dataclass(frozen=True)
class ReportFinding:
    """A finding as the register has it: its key, printed label, all its words, and its subject."""

    pk: int
    label: str
    words: str
    is_recommendation: bool = True
    called: str = ""
    subject: str = ""

    @property
    def name(self):
        """What people call it, such as "Area for improvement 2"."""
        return self.called or f"Recommendation {self.label}".strip()


@dataclass(frozen=True)
class Match:
    """The finding that a piece is about, or None; `why` says by what, or why none.

    `score` says how much of the shorter wording stands in the other, 0 to 1.
    """

    finding: ReportFinding | None
    score: float
    why: str


def find_all(label, words, findings):
    """Return the Matches of a printed `label`, several where it has several numbers ("3 and 4").

    Where one of these is of no finding, that Match is returned alone: the choice is a person's.
    The words have to speak of one of them.
    """
    numbers = labels.several(label)
    if not numbers:
        return (find(label, words, findings),)
    kind = "AFI " if OTHER_KIND.search(label) else ""
    by_words = [find(f"{kind}{number}", words, findings) for number in numbers]
    if not any(match.finding for match in by_words):
        return (by_words[0],)
    matches = [find(f"{kind}{number}", "", findings) for number in numbers]
    matches = [one if one.finding else two for one, two in zip(by_words, matches, strict=True)]
    return next(((match,) for match in matches if not match.finding), tuple(matches))


def find(label, words, findings):
    """Return the Match of a printed `label` ("3", "AFI 2", "Recommendation 3:") and `words`.

    The number tells, and the words where several findings have it, or where there is none.
    Where two fit alike the choice is a person's.
    """
    number = plain_label(label)
    if not number:
        return _by_words(words, findings)
    is_other = bool(OTHER_KIND.search(label))
    alike = [finding for finding in findings if plain_label(finding.label) == number]
    alike = [f for f in alike if not (is_other and f.is_recommendation)]
    if not alike:
        return Match(None, 0, NO_SUCH)
    best, score, is_tie = _best(words, alike)
    if is_tie and not is_other:
        sole = [finding for finding in alike if finding.is_recommendation]
        best, is_tie = (sole[0], False) if len(sole) == 1 else (best, is_tie)
    if is_tie:
        return Match(None, score, f"it fits alike: {_names(alike)}")
    if len(significant(words)) >= FEW and (why := _why_not(words, best, findings)):
        return Match(None, score, why)
    return Match(best, score, "by its number")


def _why_not(words, finding, findings):
    """Return why the `words` are not those of a `finding` that has their number, or ""."""
    score = overlap(words, finding.words)
    if significant(finding.words) and not score:
        return "the report's finding with this number speaks of something else"
    other = _of_other(words, score, findings)
    if other is None:
        return ""
    return f"its number is that of {finding.name}, and its words are those of {other.name}"


def _of_other(words, score, findings):
    """Return the finding of which the `words` plainly are, which fit that of the number less."""
    told_by_words = [finding for finding in findings if len(significant(finding.words)) >= FEW]
    if score >= ALIKE or len(significant(words)) < FEW or not told_by_words:
        return None
    best, fits, is_tie = _best(words, told_by_words)
    return best if fits >= max(MOST, score + MUCH_MORE) and not is_tie else None


@functools.lru_cache(maxsize=1000)
def plain_label(label):
    """Return the number alone, in small letters: "3a" of "Recommendation 3a:", "" of none."""
    found = NUMBER.search(labels.in_figures(label).casefold())
    return found[0].strip(".") if found else ""


def by_subject(heading, findings):
    """Return the Match of a `heading` that is the subject of one finding, or None.

    Its number may stand before it; without one, a subject of few words may be of anything.
    """
    label, words = labels.apart(heading)
    said = significant(words)
    alike = [f for f in findings if said and said == significant(f.subject)]
    if label:
        alike = [f for f in alike if plain_label(f.label) == plain_label(label)]
    is_sure = len(alike) == 1 and (label or len(said) >= FEW)
    return Match(alike[0], 1, "by its subject") if is_sure else None


def _by_words(words, findings):
    if not findings or not significant(words):
        return Match(None, 0, "it has no number")
    best, score, is_tie = _best(words, findings)
    if score < ALIKE:
        return Match(None, score, "no finding of the report has its number or its words")
    if is_tie:
        close = [f for f in findings if score - overlap(words, f.words) < CLOSE]
        return Match(None, score, f"its words fit alike: {_names(close)}")
    return Match(best, score, "by its words")


def _best(words, findings):
    """Return the finding whose words fit best, how well, and whether another fits alike."""
    ranks = sorted(
        ((overlap(words, finding.words), -place) for place, finding in enumerate(findings)),
        reverse=True,
    )
    (score, place), *others = ranks
    return findings[-place], score, bool(others) and score - others[0][0] < CLOSE


def _names(findings):
    return ", ".join(finding.name for finding in findings)


def match(items, findings):
    """Return the pairs of a Numbered item and its finding, and the pairs of an item and why not.

    The number tells the finding; of two with one number, the words. Each is printed once.
    """
    placed, unplaced, free = [], [], {}
    for finding in findings:
        free.setdefault(finding.label.strip("(). ").casefold(), []).append(finding)
    for item in items:
        alike = free.get(item.label.casefold())
        finding, why = _closest(item, alike, findings)
        if finding is None:
            unplaced.append((item, why))
        else:
            alike.remove(finding)
            placed.append((item, finding))
    return tuple(placed), tuple(unplaced)


def _closest(item, alike, findings):
    if alike is None:
        return None, NO_SUCH
    if not alike:
        return None, "the document prints this number twice"
    ranks = [(overlap(item.text, other.words), other.is_recommendation) for other in alike]
    best = alike[ranks.index(max(ranks))]
    why = _why_not(item.text, best, findings)
    return (None, why) if why else (best, "")


def is_alike(one, other):
    """Whether two wordings speak mostly of the same thing."""
    return overlap(one, other) >= ALIKE


def overlap(one, other):
    """Return how many of the shorter wording's stems stand in the other: 0 to 1."""
    ours, theirs = significant(one), significant(other)
    if not ours or not theirs:
        return 0
    return len(ours & theirs) / min(len(ours), len(theirs))


@functools.lru_cache(maxsize=1000)
def significant(text):
    """Return the stems of the words in `text` that carry meaning; capitals alone may be short."""
    return frozenset(
        word.casefold()[:STEM]
        for word in WORD.findall(text)
        if (len(word) >= SHORTEST or word.isupper()) and word.casefold() not in EMPTY_WORDS
    )
