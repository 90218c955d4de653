"""What is due when: which day of 56 it is, and how many days are left to answer. Pure.

Police Act 1996, section 55(5A). The checklist, the front page, the lists and the
reminders all ask here.
"""

import datetime
from dataclasses import dataclass

from recommendations.deadlines import (
    SECTION_55_DAYS,
    SOON,
    Outcome,
    Rule,
    day_number,
    days_left,
    days_until,
    last_days,
)

from .publishing.layouts.words import count

BEFORE_REPORT = "The response is dated before its report, so it is not counted."


@dataclass(frozen=True)
class Due:
    """How an answer stands on a day: its last day, the days left, and which day of 56 it is.

    `left` is less than 0 where it is late, and None where nothing is due; `why` then says
    why, if anything is to be said. `day` is None where days are not counted. Of a report
    dated to a month, `last_day` and `left` are those at the latest, and `least` is what is
    left by the first last day that is possible.
    """

    last_day: datetime.date | None = None
    left: int | None = None
    day: int | None = None
    why: str = ""
    least: int | None = None

    @property
    def is_late(self):
        return is_late(self.left)

    @property
    def is_soon(self):
        return is_soon(self.left)

    @property
    def left_words(self):
        """Return "27 days left", "3 days late", "late by between 3 and 32 days", or nothing."""
        if self.left is None:
            return ""
        if self.least is not None:
            return f"late by between {-self.left} and {-self.least} days"
        return left_words(self.left)

    @property
    def day_words(self):
        """Return "Day 29 of 56", or nothing where days are not counted."""
        return f"Day {self.day} of {SECTION_55_DAYS}" if self.day else ""


def due(deadline, report_on, *, on):
    """Return the Due of a record's Deadline on the day `on`.

    `report_on` is the PartialDate on which the report was published.
    """
    if deadline.outcome == Outcome.BEFORE_REPORT:
        return Due(deadline.last_day.latest, why=deadline.why or BEFORE_REPORT)
    if not deadline.last_day.is_known:
        return _due_of_month(deadline, report_on, on)
    left = days_left(deadline.outcome, deadline.last_day.latest, on=on)
    if left is None:
        return Due(deadline.last_day.latest, why=deadline.why)
    counts = deadline.rule != Rule.OWN_DATE and report_on.is_day and report_on.earliest <= on
    day = day_number(report_on.earliest, on) if counts else None
    return Due(deadline.last_day.latest, left, day)


def _due_of_month(deadline, report_on, on):
    """Return the Due where no last day is known: late where each that is possible is past."""
    first, final = possible_last_days(deadline, report_on) or (None, None)
    left = days_left(deadline.outcome, None, on=on, at_latest=final)
    if left is None:
        return Due(why=deadline.why)
    return Due(final, left, why=deadline.why, least=days_until(first, on=on))


def possible_last_days(deadline, report_on):
    """Return the first and the last day that the last day of a Deadline may be, both dates.

    They are one where the day of the report is known, `report_on`, a PartialDate; None where
    no deadline runs, or nothing is known of its last day.
    """
    if deadline.last_day.is_known:
        return deadline.last_day.earliest, deadline.last_day.latest
    is_open = deadline.outcome == Outcome.NOT_ANSWERED
    is_counted = is_open or deadline.first_possible is not None
    return last_days(report_on) if is_counted and deadline.rule == Rule.SECTION_55 else None


def is_late(left):
    """Whether an answer with so many days `left` (days_left) is late."""
    return left is not None and left < 0


def is_soon(left, *, within=SOON):
    """Whether an answer with so many days `left` is due within the days `within`, today too."""
    return left is not None and 0 <= left <= within


def left_words(left):
    """Return "27 days left", "3 days late" for a number of days that are left."""
    days = count(abs(left), "day")
    return f"{days} late" if is_late(left) else f"{days} left"
