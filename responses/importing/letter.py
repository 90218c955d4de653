"""A letter: what stands above its text, to whom it is, of what day, and about what. Pure."""

import re
from dataclasses import dataclass

from ..kinds import SectionKind
from . import shapes, vocabulary
from .tokens import ITEMS, Look

MOST_LINES = 30
SALUTATION = re.compile(r"dear\s.{1,100}", re.IGNORECASE)
VALEDICTION = re.compile(r"(?:yours|kind|best|with)\b[\w\s]{1,40},?", re.IGNORECASE)
ABOUT = re.compile(r"(?:re|subject)\s*:\s*", re.IGNORECASE)
ENDS = (".", "!", "?", ";", ",", ":")


@dataclass(frozen=True)
class Letter:
    """The subject line, the words of its day, and a sentence of what is left out."""

    title: str
    day: str
    told: str


def split_letter(tokens):
    """Return the Letter and the tokens of its text, or None and all `tokens` of another document.

    A letter has nothing above its salutation but short lines: an address, a date, a reference.
    """
    place = next((n for n, t in enumerate(tokens[:MOST_LINES]) if _is_salutation(t)), None)
    if place is None or not all(map(_is_above, tokens[:place])):
        return None, tokens
    above, rest = tokens[: place + 1], tokens[place + 1 :]
    title = _subject(rest) if len(rest) > 1 else ""
    days = (text for token in above for text in (token.text, *token.pieces))
    day = next((text for text in days if shapes.date(text).is_known), "")
    quoted = " ".join(f"“{shapes.without_marks(token.text)}”" for token in above)
    return Letter(title, day, f"Above the text of the letter: {quoted}"), rest[bool(title) :]


def without_valediction(tokens):
    """Return the `tokens` of a letter without “Yours sincerely” at the end, and what tells it."""
    if tokens and VALEDICTION.fullmatch(tokens[-1].text):
        return tokens[:-1], (f"Below the text of the letter: “{tokens[-1].text}”",)
    return tokens, ()


def _is_salutation(token):
    return token.given is None and bool(SALUTATION.fullmatch(shapes.without_marks(token.text)))


def _is_above(token):
    is_short = len(token.text) <= shapes.LONGEST_TITLE and not token.text.endswith(ENDS[:3])
    return token.given is None and is_short


def _subject(tokens):
    """Return the subject line that the first of `tokens` is, without "Re:", or ""."""
    first = tokens[0]
    words = shapes.without_marks(first.text)
    if len(words) > shapes.LONGEST_TITLE or words.endswith(ENDS) or not _may_be_subject(tokens):
        return ""
    return ABOUT.sub("", words, count=1)


def _may_be_subject(tokens):
    """Whether the first line is no item, and not the heading of the first of several sections."""
    first = tokens[0]
    if first.look is Look.HEADING:
        return not first.given.level or all(t.look is not Look.HEADING for t in tokens[1:])
    is_opening = vocabulary.section_kind(first.text) == SectionKind.INTRODUCTION
    return first.given is None and first.look not in ITEMS and not is_opening
