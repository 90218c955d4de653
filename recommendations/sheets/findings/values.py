"""What the cells of a finding say: its number and kind, when it is due, its words. Pure.

What cannot be read raises ValueError with a sentence for the person who wrote it.
"""

import datetime
import html
import re
from dataclasses import replace
from itertools import groupby

from ... import partial_dates
from ...date_words import why_not_beside
from ...kinds import FindingKind
from ..cells import partly, up_to, words

MOST_LABEL, MOST_SUBJECT, MOST_THEME, MOST_PHRASE, MOST_NAME = 30, 200, 100, 200, 100
SHORT = 80
KIND_WORDS = {label.lower(): value for value, label in FindingKind.choices} | {
    word: kind
    for kind, others in {
        FindingKind.RECOMMENDATION: ("rec", "recs", "recommendations"),
        FindingKind.AFI: ("afi", "afis", "areas for improvement"),
        FindingKind.CAUSE_OF_CONCERN: ("coc", "cause for concern", "causes of concern"),
        FindingKind.PRACTICE: (
            *("practice", "good practice", "positive practice"),
            *("promising practice", "innovative practice"),
        ),
    }.items()
    for word in others
}
NAMED = re.compile(
    r"(?P<kind>[a-z][a-z ]*?[a-z])\.?:?\s*(?:no\.?\s*)?(?P<label>\d.*)", re.IGNORECASE
)
# "Recommendation 3: Keep hens", "3a. Keep hens".
BEGUN = re.compile(
    r"(?P<label>(?:[a-z][a-z ]*?[a-z]\.?\s+)?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[.:)]\s+(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
BULLET = re.compile(r"[•·▪◦‣*–-]\s+")
BY = re.compile(r"(?:by|before|due|no later than|not later than)\s+(?:the\s+)?", re.IGNORECASE)
WITH_DATE = re.compile(r"(?P<phrase>.+?)\s*\((?P<date>[^()]+)\)", re.DOTALL)
# With a day before the month: only a date is written so. “Spring 2027” is a phrase.
MEANT_AS_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\.?,?\s+\d{2,4}|[\d\s./-]*\d[\d\s./-]*"
)

UNKNOWN_KIND = "“{kind}” is none of these: {kinds}."
A_DAY = (
    "This is a day: a spreadsheet program made it out of a number such as 3-1. Write the number "
    "in a column of the format “Text”."
)


def kind_and_label(kind, label):
    """Return the FindingKind and the printed number of what two cells say.

    The number may say the kind too: "AFI 2", "Recommendation 3a".
    """
    if kind and kind.lower() not in KIND_WORDS:
        raise ValueError(UNKNOWN_KIND.format(kind=kind[:60], kinds=", ".join(FindingKind.labels)))
    in_label, number = named(label)
    said = KIND_WORDS[kind.lower()] if kind else in_label or FindingKind.RECOMMENDATION
    return FindingKind(said), number if in_label == said else label


def begun(text):
    """Return (number, words) of a `text` that begins with its number, and maybe its kind."""
    match = BEGUN.fullmatch(text)
    is_number = match and (match["label"][0].isdecimal() or named(match["label"])[0])
    return (match["label"], match["text"]) if is_number else ("", text)


def named(name):
    """Return (kind, number) of a name such as "AFI 2", "3a" or "Practice".

    The kind is "" where the name does not say it.
    """
    match = NAMED.fullmatch(name)
    if match and match["kind"].lower() in KIND_WORDS:
        return KIND_WORDS[match["kind"].lower()], match["label"]
    return (KIND_WORDS[name.lower()], "") if name.lower() in KIND_WORDS else ("", name)


def label(cell):
    """Return the printed number in a cell, which a program may have taken for a day."""
    if isinstance(cell, datetime.date):
        raise ValueError(A_DAY)
    return up_to(MOST_LABEL)(cell)


def due(cell):
    """Return when a finding is due: a date, or the words of the report, with the date in them.

    What looks like a date and is none is refused, and so are words that name another date.
    """
    try:
        return partly(cell)
    except ValueError:
        text = up_to(MOST_PHRASE)(cell)
        if MEANT_AS_DATE.fullmatch(text):
            raise
    known = WITH_DATE.fullmatch(text)
    if known and (date := _date(known["date"])):
        phrase = " ".join(known["phrase"].split())
        if refusal := why_not_beside(date, phrase):
            raise ValueError(refusal)
        return replace(date, phrase=phrase)
    date = _date(BY.sub("", text, count=1)) if BY.match(text) else None
    return replace(date or partial_dates.UNKNOWN, phrase=" ".join(text.split()))


def _date(text):
    """Return the PartialDate that `text` is, or None."""
    try:
        return partial_dates.parse(text)
    except ValueError:
        return None


def subject_of(text):
    """Return the first words of a finding, for lists."""
    first = " ".join(text.split("\n")[0].split())
    if len(first) <= SHORT:
        return first.rstrip(".:;,")
    return f"{first[:SHORT].rsplit(' ', 1)[0].rstrip('.:;,')} …"


def rich(text):
    """Return plain `text` as rich text: a paragraph for each line, a list of those with bullets."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    runs = groupby(lines, key=lambda line: bool(BULLET.match(line)))
    return "".join(_list(run) if is_list else _paragraphs(run) for is_list, run in runs)


def _list(lines):
    items = (html.escape(BULLET.sub("", line, count=1), quote=False) for line in lines)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _paragraphs(lines):
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)


READERS = {
    "label": label,
    "kind": words,
    "subject": up_to(MOST_SUBJECT),
    "text": words,
    "addressed": words,
    "due": due,
    "theme": up_to(MOST_THEME),
    "under": up_to(MOST_NAME),
}
