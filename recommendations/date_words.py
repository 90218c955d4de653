"""Whether the words beside a date name another day, month or year than the date. Pure."""

import re

from .partial_dates import MONTHS

NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"
SHORT_YEAR = r"(?P<year>(?:18|19|20|21)\d\d|\d\d)"
# "29 October 2026", "29th of October", "29-Oct-26"; "October 29, 2026"; "October", "Oct. 2026";
# "29/10/26"; "2026", "2026-10", "2026-10-29".
DATES = (
    rf"{DAY}[\s-]+(?:of\s+)?(?P<name>{NAME})\.?(?:,?[\s-]+{SHORT_YEAR})?",
    rf"(?P<name>{NAME})\.?\s+{DAY},?\s+{YEAR}",
    rf"(?P<name>{NAME})\.?(?:,?[\s-]+{YEAR})?",
    rf"(?P<day>\d{{1,2}})[./-](?P<month>0?[1-9]|1[0-2])[./-]{SHORT_YEAR}",
    rf"{YEAR}(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?",
)
# What may stand around a date and leaves it the day, month or year that is meant. “Before” and
# “after” do not: what is due before 1 November is due in October.
LEAD = (
    r"(?:(?:by|due|early|end|expected|in|during|late|mid|no later than|of|on|published|the|until|"
    r"year|spring|summer|autumn|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)[\s-]+)*"
)
TAIL = r"(?:,?\s+(?:or (?:sooner|earlier)|at the latest))?\.?"
WHOLE = [re.compile(f"{LEAD}{date}{TAIL}", re.IGNORECASE) for date in DATES]


def contradiction(date, words):
    """Return "year", "month" or "day", whichever `words` name another of than `date`; else "".

    `date` is a PartialDate. Only words that say nothing but a date contradict it: what they say
    of something else beside, such as a letter of another day, is left to those who wrote it.
    """
    if not date.is_known:
        return ""
    for part, named in _named(words.strip()).items():
        known = getattr(date, part)
        if known is not None and named is not None and named != known:
            return part
    return ""


def why_not_beside(date, words):
    """Return the sentence that refuses `words` beside `date`, which they contradict, or ""."""
    part = contradiction(date, words)
    if not part:
        return ""
    return f"The words name another {part} than the date, {date.words}. Mend one of the two."


def _named(words):
    """Return the year, the month and the day that `words` are, each a number or None."""
    found = next(filter(None, (whole.fullmatch(words) for whole in WHOLE)), None)
    if found is None:
        return {}
    parts = found.groupdict()
    year = _number(parts.get("year"))
    name = parts.get("name")
    return {
        "year": year + 2000 if year is not None and year < 100 else year,
        "month": MONTHS[name.lower()] if name else _number(parts.get("month")),
        "day": _number(parts.get("day")),
    }


def _number(text):
    return int(text) if text else None
