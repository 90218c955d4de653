"""Whether the words beside a date name another day, month or year than the date. Pure."""

import re

from .partial_dates import ISO, MONTHS, NUMBERS

NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"((?:18|19|20|21)\d\d)\b"
# "29 October 2026", "29th of October", "October 29, 2026", "October".
MONTH = re.compile(
    rf"(?:\b{DAY}\s+(?:of\s+)?)?\b({NAME})\b\.?(?:\s+{DAY}\b)?(?:,?\s+{YEAR})?", re.IGNORECASE
)
# A year that says when, and not of which plan: "by 2027", "spring 2026", or nothing else.
ALONE = re.compile(
    rf"(?:^|\b(?:in|by|of|during|early|late|mid|end|spring|summer|autumn)[\s-]+){YEAR}",
    re.IGNORECASE,
)
# These are words too: without a number beside them they are months only inside a sentence.
VERBS = {"may", "march"}
# What stands beside the day that it names, or names more than one day, says nothing for sure.
VAGUE = re.compile(
    r"\b(?:after|and|before|between|extended|financial|following|from|not|or|originally|"
    r"previously|Q[1-4]|quarter|since|till|to|until|week|winter|within|w/c)\b|"
    r"\d\s*[–/-]\s*\d",
    re.IGNORECASE,
)


def contradiction(date, words):
    """Return "year", "month" or "day", whichever `words` name another of than `date`; else "".

    `date` is a PartialDate. Words that name none, several, or one that the date only lies
    beside ("after May 2026") contradict nothing.
    """
    if not date.is_known:
        return ""
    for part, named in zip(("year", "month", "day"), _named(words.strip()), strict=True):
        known = getattr(date, part)
        if known is not None and len(named) == 1 and known not in named:
            return part
    return ""


def _named(words):
    """Return the years, the months and the days that `words` name, each as a set of numbers."""
    if numbers := NUMBERS.fullmatch(words):
        day, month, year = (int(part) for part in numbers.groups())
        return {year + 2000 if year < 100 else year}, {month}, {day}
    if iso := ISO.fullmatch(words):
        return tuple({int(part)} if part else set() for part in iso.groups())
    if VAGUE.search(words):
        return set(), set(), set()
    years, months, days = {int(year) for year in ALONE.findall(words)}, set(), set()
    for found in filter(_is_month, MONTH.finditer(words)):
        before, name, after, year = found.groups()
        months.add(MONTHS[name.lower()])
        days |= {int(day) for day in (before, after) if day}
        years |= {int(year)} if year else set()
    return years, months, days


def _is_month(found):
    before, name, after, year = found.groups()
    if name.lower() not in VERBS or before or after or year:
        return True
    return name[0].isupper() and found.start() > 0
