"""Dates as documents give them: a day, a month, or unknown; with the phrase where there is one.

Pure: no ORM and no clock. The field that stores them is in fields.py.
"""

import calendar
import datetime
import re
from dataclasses import dataclass

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
# The first modern police force is of 1829; a mistyped year must not upset a deadline.
FIRST_YEAR, LAST_YEAR = 1829, 2199

STORED = re.compile(r"(?:(\d{4})-(\d{2})(?:-(\d{2}))?)?(?: (.+))?", re.DOTALL)
WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True)
class PartialDate:
    """A day, a month (`day` is None) or unknown (`year` is None), and the words used.

    Raises ValueError for a day or month that is not in the calendar, and for a year
    before FIRST_YEAR or after LAST_YEAR.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    phrase: str = ""

    def __post_init__(self):
        if (self.year is None) != (self.month is None) or (self.day and not self.month):
            raise ValueError("A date has a year and a month, or neither.")
        if self.year is not None:
            datetime.date(self.year, self.month, 1 if self.day is None else self.day)
            if not FIRST_YEAR <= self.year <= LAST_YEAR:
                raise ValueError(f"No document here is of the year {self.year}.")

    @classmethod
    def of(cls, day, phrase=""):
        """The partial date that is exactly `day`, a datetime.date."""
        return cls(day.year, day.month, day.day, phrase)

    @property
    def is_known(self):
        return self.year is not None

    @property
    def is_day(self):
        return self.day is not None

    @property
    def earliest(self):
        """The first day that this may be, or None where it is unknown."""
        return datetime.date(self.year, self.month, self.day or 1) if self.is_known else None

    @property
    def latest(self):
        """The last day that this may be, or None where it is unknown."""
        if not self.is_known:
            return None
        last = calendar.monthrange(self.year, self.month)[1]
        return datetime.date(self.year, self.month, self.day or last)

    def is_before(self, other):
        """Whether it is before the PartialDate `other` whichever days both were: both are known."""
        return self.is_known and other.is_known and self.latest < other.earliest

    def is_to_come(self, *, on):
        """Whether it is known, and after the date `on` whichever day it was."""
        return self.is_known and self.earliest > on

    @property
    def iso(self):
        """2026-04-15, 2026-04, or an empty string."""
        if not self.is_known:
            return ""
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.is_day else month

    @property
    def words(self):
        """15 April 2026, April 2026, or an empty string."""
        if not self.is_known:
            return ""
        month = f"{calendar.month_name[self.month]} {self.year}"
        return f"{self.day} {month}" if self.is_day else month

    @property
    def when(self):
        """What follows a verb: "on 15 April 2026", "in April 2026", or the phrase alone."""
        if self.phrase or not self.is_known:
            return str(self)
        return f"{'on' if self.is_day else 'in'} {self.words}"

    def stored(self):
        """One line of text that sorts by date; `from_stored` reads it back."""
        return f"{self.iso} {self.phrase}" if self.phrase else self.iso

    @classmethod
    def from_stored(cls, text):
        match = STORED.fullmatch(text)
        if not match:
            raise ValueError(f"Not a stored date: {text!r}")
        year, month, day, phrase = match.groups()
        return cls(_int(year), _int(month), _int(day), phrase or "")

    def __bool__(self):
        return self.is_known or bool(self.phrase)

    def __str__(self):
        """What a reader sees: the phrase first, then the date in words, or "not known"."""
        if self.phrase and self.words and self.phrase != self.words:
            return f"{self.phrase} ({self.words})"
        return self.phrase or self.words or "not known"


UNKNOWN = PartialDate()


def parse(text):
    """Read "15 April 2026", "15.04.26", "2026-04-15", "April 2026"; blank is unknown.

    Two-figure years are of this century; numbers are day, month, year. Raises
    ValueError with a sentence for the reader where the text is no date.
    """
    text = text.strip()
    if not text:
        return UNKNOWN
    try:
        return PartialDate(*_parts(text))
    except (ValueError, KeyError) as error:
        message = f"“{text}” is not a date. Write it like 15 April 2026, or April 2026."
        raise ValueError(message) from error


def _parts(text):
    if match := ISO.fullmatch(text):
        year, month, day = match.groups()
        return int(year), int(month), _int(day)
    if match := NUMBERS.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return (year + 2000 if year < 100 else year), month, day
    if match := WORDS.fullmatch(text):
        day, month, year = match.groups()
        return int(year), MONTHS[month.lower()], _int(day)
    raise ValueError


def _int(text):
    return int(text) if text else None
