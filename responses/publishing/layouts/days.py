"""The days of the deadline in words: the sum itself, not only its result. Pure.

Police Act 1996, section 55(5A): 56 days that begin with the day of the report.
"""

from recommendations import deadlines
from recommendations.deadlines import SECTION_55_DAYS, Outcome, Rule

from .words import count, sentence

UNDECIDED = "may or may not be in time"


def last_day_words(record):
    """Return the last day to answer, such as "9 June 2026 (day 56)", or why there is none."""
    deadline = record.deadline
    if not deadline.last_day.is_known:
        return deadline.why or "not known"
    day = f" (day {SECTION_55_DAYS})" if _counts_days(record) else ""
    return f"{deadline.last_day.words}{day}"


def answered_words(record):
    """Return when it was answered and what that means: "29 May 2026: day 45, in time"."""
    date = str(record.published_on)
    if record.deadline.outcome == Outcome.BEFORE_REPORT:
        return f"{date}: {_verdict(record)}"
    if not record.deadline.last_day.is_known:
        return date
    if record.deadline.outcome == Outcome.NOT_ANSWERED:
        return "not yet published"
    if not record.published_on.is_known:
        return date
    days = _days(record)
    return f"{date}: {days}, {_verdict(record)}" if days else f"{date}: {_verdict(record)}"


def published_words(record):
    """Return `answered_words` as a line of its own, for lists."""
    if record.published_on.is_known:
        return f"Published {answered_words(record)}"
    if record.published_on.phrase:
        return f"Date of publication: {record.published_on.phrase}"
    if record.deadline.outcome == Outcome.NOT_ANSWERED:
        return "Not yet published"
    return "Date of publication not known"


def sum_words(record):
    """Return how the days are counted, as one sentence with both dates and both days."""
    deadline = record.deadline
    if not deadline.last_day.is_known:
        return f"{_uncounted(record)}. {deadline.why}".strip()
    return f"{_start(record)}; {_finish(record)}."


def _uncounted(record):
    """Return what stands instead of a count where there is no last day to count to."""
    outcome = record.deadline.outcome
    if outcome == Outcome.NOT_JUDGED:
        return "Not judged"
    if outcome == Outcome.BEFORE_REPORT:
        return sentence(_finish(record))
    return "The days cannot be counted"


def _start(record):
    last = record.deadline.last_day.words
    if _counts_days(record):
        first = record.report.published_on.words
        return f"{first} is day 1; the last day is {last}, day {SECTION_55_DAYS}"
    return f"The report sets its own last day, {last}"


def _finish(record):
    outcome = record.deadline.outcome
    if outcome == Outcome.NOT_ANSWERED:
        return "it has not been answered yet"
    if not record.published_on.is_known:
        return f"the day of the response is not known, so it {UNDECIDED}"
    date = record.published_on.words
    if outcome == Outcome.BEFORE_REPORT:
        return f"the response is {_verdict(record)} ({date})"
    days = _days(record)
    return f"{date} is {days}: {_verdict(record)}" if days else f"{date}: {_verdict(record)}"


def _days(record):
    """Return "day 53", "between day 17 and day 47", or nothing where days are not counted."""
    first, last = record.deadline.first_possible, record.deadline.last_possible
    if first is None or last is None:
        return ""
    return f"day {first}" if first == last else f"between day {first} and day {last}"


def _verdict(record):
    outcome = Outcome(record.deadline.outcome)
    if outcome == Outcome.NOT_KNOWN:
        return UNDECIDED
    late = _days_late(record)
    return f"{count(late, 'day')} late" if late else outcome.label


def _days_late(record):
    """How many days late, where the day of the response is known; else 0."""
    if record.deadline.outcome != Outcome.LATE or not record.published_on.is_day:
        return 0
    return (record.published_on.earliest - record.deadline.last_day.earliest).days


def _counts_days(record):
    """Whether the last day is the 56th; a report with a date of its own counts no days."""
    published, rule = record.report.published_on, record.deadline.rule
    if rule:  # Schema 1 did not say.
        return published.is_day and rule == Rule.SECTION_55
    return published.is_day and (
        record.deadline.last_day.earliest == deadlines.last_day(published.earliest)
    )
