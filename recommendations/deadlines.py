"""The deadline of a response, in calendar days and London dates. Pure.

Police Act 1996, section 55(5A): published before the end of 56 days beginning with
the day the report is published. That day is day 1, so the last day is 55 days later;
weekends and holidays make no difference.
"""

import datetime
from dataclasses import dataclass, replace

from django.db import models

from .partial_dates import UNKNOWN, PartialDate

SECTION_55_DAYS = 56
# The days before the last one in which something is shown as due soon.
SOON = 14
ANSWER_UNKNOWN = "The day of the response is not known."


class Rule(models.TextChoices):
    SECTION_55 = "section_55", "Section 55: 56 days beginning with publication"
    OWN_DATE = "own_date", "The report's own date"
    NONE = "none", "No deadline"


class Outcome(models.TextChoices):
    IN_TIME = "in_time", "in time"
    LATE = "late", "late"
    NOT_KNOWN = "not_known", "cannot be judged from the dates known"
    BEFORE_REPORT = "before_report", "dated before its report, so not counted"
    NOT_JUDGED = "not_judged", "not judged"
    NOT_ANSWERED = "not_answered", "not yet answered"


def last_day(published_on, days=SECTION_55_DAYS):
    """Return the last of `days` calendar days that begin with `published_on`."""
    return published_on + datetime.timedelta(days=days - 1)


def day_number(published_on, day):
    """Return which day `day` is, where `published_on` is day 1; none before it (ValueError)."""
    if day < published_on:
        raise ValueError("The day is before the report's publication.")
    return (day - published_on).days + 1


def days_left(outcome, last, *, on):
    """Return how many days are left after `on` to answer, fewer than none where it is late.

    None where nothing is due: it is answered, or nobody can say by when it has to be.
    """
    is_due = outcome == Outcome.NOT_ANSWERED and last is not None
    return days_until(last, on=on) if is_due else None


def days_until(last, *, on):
    """Return how many days are left after `on` until `last`, fewer than none once it is past."""
    return (last - on).days


@dataclass(frozen=True)
class Judgement:
    """What the dates say: the last day, on which day (or between which) it was answered."""

    outcome: Outcome
    last_day: datetime.date | None = None
    first_possible: int | None = None
    last_possible: int | None = None
    why: str = ""


def judge_report(
    *,
    report_on,
    answered_on,
    rule=Rule.SECTION_55,
    own_date=None,
    applies=True,
    judged_from=None,
):
    """Judge a response by its two dates, each a PartialDate, and by the rule of its report.

    `own_date` is the report's own last day, a date or None; `applies` is whether section
    55 runs for the body; reports from before `judged_from` (a date) are not judged by it.
    A date known to the month gives a range of days, judged only where both ends of it
    agree. A response dated before its report is flagged and not counted, by any rule.
    """

    def by_rule(answered_on):
        if rule == Rule.NONE:
            return Judgement(Outcome.NOT_JUDGED, why="This kind of report has no deadline.")
        if rule == Rule.OWN_DATE:
            return _judge_own_date(own_date, answered_on)
        return _judge_section_55(report_on, answered_on, applies, judged_from)

    if report_on.is_known and answered_on.is_known and answered_on.latest < report_on.earliest:
        return replace(by_rule(UNKNOWN), outcome=Outcome.BEFORE_REPORT)
    return by_rule(answered_on)


def _judge_own_date(own_date, answered_on):
    if own_date is None:
        return Judgement(Outcome.NOT_KNOWN, why="The report's own last day is not recorded.")
    if not answered_on:
        return Judgement(Outcome.NOT_ANSWERED, own_date)
    if not answered_on.is_known:
        return Judgement(Outcome.NOT_KNOWN, own_date, why=ANSWER_UNKNOWN)
    if answered_on.latest <= own_date:
        return Judgement(Outcome.IN_TIME, own_date)
    if answered_on.earliest > own_date:
        return Judgement(Outcome.LATE, own_date)
    return Judgement(Outcome.NOT_KNOWN, own_date)


def _judge_section_55(report_on, answered_on, applies, judged_from):
    if not applies:
        return Judgement(Outcome.NOT_JUDGED, why="Section 55 does not apply to this body.")
    if not report_on.is_day:
        why = "The day on which the report was published is not known."
        return Judgement(Outcome.NOT_KNOWN, why=why)
    published = report_on.earliest
    last = last_day(published)
    if judged_from and published < judged_from:
        why = f"Only reports published on or after {PartialDate.of(judged_from)} are judged."
        return Judgement(Outcome.NOT_JUDGED, why=why)
    if not answered_on:
        return Judgement(Outcome.NOT_ANSWERED, last)
    if not answered_on.is_known:
        return Judgement(Outcome.NOT_KNOWN, last, why=ANSWER_UNKNOWN)
    return _judge_days(published, last, answered_on)


def _judge_days(published, last, answered_on):
    first = day_number(published, max(answered_on.earliest, published))
    final = day_number(published, answered_on.latest)
    if final <= SECTION_55_DAYS:
        outcome = Outcome.IN_TIME
    elif first > SECTION_55_DAYS:
        outcome = Outcome.LATE
    else:
        outcome = Outcome.NOT_KNOWN
    return Judgement(outcome, last, first, final)
