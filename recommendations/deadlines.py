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
REPORT_UNKNOWN = "The day on which the report was published is not known."
JUDGED_FROM = "Only reports published on or after {day} are judged."
MAY_BE_JUDGED = (
    "The report was published in {month}, on a day that is not known: only reports published on or "
    "after {day} are judged."
)
REPORT_OF_MONTH = (
    "The report was published in {month}, on a day that is not known: the last day to answer lies "
    "between {first} and {final}."
)


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


STRICTEST_FIRST = (
    Outcome.BEFORE_REPORT,
    Outcome.LATE,
    Outcome.NOT_ANSWERED,
    Outcome.NOT_KNOWN,
    Outcome.IN_TIME,
    Outcome.NOT_JUDGED,
)


def last_day(published_on, days=SECTION_55_DAYS):
    """Return the last of `days` calendar days that begin with `published_on`."""
    return published_on + datetime.timedelta(days=days - 1)


def day_number(published_on, day):
    """Return which day `day` is, where `published_on` is day 1; none before it (ValueError)."""
    if day < published_on:
        raise ValueError("The day is before the report's publication.")
    return (day - published_on).days + 1


def last_days(report_on):
    """Return the first and the last day that the last day to answer may be, by section 55.

    They are one and the same for a PartialDate that is a day, and None for an unknown one.
    """
    if not report_on.is_known:
        return None
    return last_day(report_on.earliest), last_day(report_on.latest)


def days_left(outcome, last, *, on, at_latest=None):
    """Return how many days are left after `on` to answer, fewer than none where it is late.

    None where nothing is due: it is answered, or nobody can say by when it has to be. Where
    `last` is not known but lies `at_latest` on some day, only what is surely late is counted.
    """
    if outcome != Outcome.NOT_ANSWERED:
        return None
    if last is not None:
        return days_until(last, on=on)
    is_over = at_latest is not None and at_latest < on
    return days_until(at_latest, on=on) if is_over else None


def days_until(last, *, on):
    """Return how many days are left after `on` until `last`, fewer than none once it is past."""
    return (last - on).days


@dataclass(frozen=True)
class Judgement:
    """What the dates say: the last day, on which day (or between which) it was answered.

    `last_day` is None where it is not known; `at_latest` is then the last day that it may be,
    where the month of the report is known, and `why` says so.
    """

    outcome: Outcome
    last_day: datetime.date | None = None
    first_possible: int | None = None
    last_possible: int | None = None
    why: str = ""
    at_latest: datetime.date | None = None

    def days_left(self, *, on):
        """Return how many days are left after `on` to answer, as `days_left` counts them."""
        return days_left(self.outcome, self.last_day, on=on, at_latest=self.at_latest)


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
    A date known to the month, of the response or of the report, gives a range of days, judged
    only where both ends of it agree. A response dated before its report is flagged and not
    counted, by any rule.
    """

    def by_rule(answered_on):
        if rule == Rule.NONE:
            return Judgement(Outcome.NOT_JUDGED, why="This kind of report has no deadline.")
        if rule == Rule.OWN_DATE:
            return _judge_own_date(own_date, answered_on)
        return _judge_section_55(report_on, answered_on, applies, judged_from)

    if answered_on.is_before(report_on):
        return replace(by_rule(UNKNOWN), outcome=Outcome.BEFORE_REPORT)
    return by_rule(answered_on)


def judge_each(reports, *, applies, answered_on=UNKNOWN):
    """Return each of `reports` with its Judgement, in their order."""
    return [(one, one.judge(applies=applies, answered_on=answered_on)) for one in reports]


def strictest(judged):
    """Return that report and Judgement, of those `judge_each` returned, which bind a response.

    What is broken comes before what is still due, then what nobody can say, and what is in time
    only where each report is; of equals the earlier last day counts, and of these the first.
    """
    return min(judged, key=lambda pair: _strictness(pair[1]))


def _strictness(judgement):
    last = judgement.last_day or judgement.at_latest
    return STRICTEST_FIRST.index(judgement.outcome), last or datetime.date.max


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
    if judged_from and report_on.is_before(PartialDate.of(judged_from)):
        return Judgement(
            Outcome.NOT_JUDGED, why=JUDGED_FROM.format(day=PartialDate.of(judged_from))
        )
    if not report_on.is_known:
        return Judgement(Outcome.NOT_KNOWN, why=REPORT_UNKNOWN)
    if judged_from and report_on.earliest < judged_from:
        why = MAY_BE_JUDGED.format(month=report_on.words, day=PartialDate.of(judged_from))
        return Judgement(Outcome.NOT_KNOWN, why=why)
    return _count(report_on, answered_on)


def _count(report_on, answered_on):
    """Return the Judgement by the days that begin with `report_on`, which is a day or a month."""
    first, final = last_days(report_on)
    counted = Judgement(Outcome.NOT_ANSWERED, final)
    if not report_on.is_day:
        days = {"first": PartialDate.of(first), "final": PartialDate.of(final)}
        why = REPORT_OF_MONTH.format(month=report_on.words, **days)
        counted = Judgement(Outcome.NOT_ANSWERED, why=why, at_latest=final)
    if not answered_on:
        return counted
    if not answered_on.is_known:
        why = f"{counted.why} {ANSWER_UNKNOWN}".strip()
        return replace(counted, outcome=Outcome.NOT_KNOWN, why=why)
    return replace(counted, **_days(report_on, answered_on))


def _days(report_on, answered_on):
    """Return the days between which it was answered, and the outcome if both ends agree."""
    first = day_number(report_on.latest, max(answered_on.earliest, report_on.latest))
    final = day_number(report_on.earliest, answered_on.latest)
    if final <= SECTION_55_DAYS:
        outcome = Outcome.IN_TIME
    elif first > SECTION_55_DAYS:
        outcome = Outcome.LATE
    else:
        outcome = Outcome.NOT_KNOWN
    return {"outcome": outcome, "first_possible": first, "last_possible": final}
