"""The days of the deadline in words: the sum itself, not only its result. Pure.

Police Act 1996, section 55(5A): 56 days that begin with the day of the report.
"""

from dataclasses import replace

from recommendations import deadlines
from recommendations.deadlines import SECTION_55_DAYS, Outcome, Rule

from .words import count, sentence

UNDECIDED = "may or may not be in time"


def last_day_words(record):
    """Return the last day to answer, such as "9 June 2026 (day 56)", or why there is none.

    Where several reports are answered, it names the one whose last day it is.
    """
    deadline = record.deadline
    name = name_of_bound(record)
    if not deadline.last_day.is_known:
        why = deadline.why or "not known"
        return f"{name}: {why}" if name else why
    day = f" (day {SECTION_55_DAYS})" if _counts_days(record) else ""
    return f"{deadline.last_day.words}{day}{f', {name}' if name else ''}"


def name_of_bound(record):
    """Return "for “Hens, 2026”", the report whose deadline binds; "" where there is one report."""
    return _for(record.deadline_report) if record.further_reports else ""


def answered_words(record):
    """Return when it was answered and what that means: "29 May 2026: day 45, in time".

    Where several reports are answered, it says so of each: "day 45, in time for “Hens, 2026”".
    """
    date = str(record.published_on)
    if record.deadline.outcome == Outcome.NOT_ANSWERED:
        return "not yet published"
    if record.further_reports:
        told = "; ".join(_standing_for(report, one) for report, one in _each(record))
        return f"{date}: {told}" if record.published_on.is_known else date
    standing = _standing(record)
    return f"{date}: {standing}" if standing else date


def _standing(record):
    """Return "day 45, in time", or "" where no deadline says anything of the day of `record`."""
    if record.deadline.outcome == Outcome.BEFORE_REPORT:
        return _verdict(record)
    if not (_is_counted(record) and record.published_on.is_known):
        return ""
    return ", ".join(filter(None, (_days(record), _verdict(record))))


def _standing_for(report, record):
    """Return how `record` stands to the deadline of `report` alone, by its name."""
    if record.deadline.outcome == Outcome.BEFORE_REPORT:
        return f"{_for(report)} {_verdict(record)}"
    if standing := _standing(record):
        return f"{standing} {_for(report)}"
    return f"{_for(report)} {_uncounted(record)}"


def _for(report):
    return f"for “{report.short_title}”"


def _each(record):
    """Return each report whose deadline is known, and `record` as that deadline alone has it."""
    return [
        (report, replace(record, deadline=deadline, other_deadlines=()))
        for report, deadline in record.deadlines
    ]


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
    """Return how the days are counted, with both dates and both days, for each report."""
    return " ".join(f"{sentence(name)}: {words}" if name else words for name, words in sums(record))


def sum_of(record, deadline):
    """Return how the days are counted for `deadline` alone, one of those of `record`."""
    return sum_words(replace(record, deadline=deadline, other_deadlines=()))


def sums(record):
    """Return how the days are counted for each report, as pairs: "for “Hens, 2026”", a sentence.

    The name is blank where there is one report.
    """
    if not record.further_reports:
        return [("", _sum(record))]
    return [(_for(report), _sum(one)) for report, one in _each(record)]


def _sum(record):
    deadline = record.deadline
    if deadline.last_day.is_known:
        return f"{_start(record)}; {_finish(record)}."
    if _is_counted(record):
        return f"{deadline.why} {sentence(_finish(record))}.".strip()
    return f"{sentence(_uncounted(record))}. {deadline.why}".strip()


def _is_counted(record):
    """Whether there is a last day to count to, or are several that are possible."""
    deadline = record.deadline
    is_open = deadline.outcome == Outcome.NOT_ANSWERED
    return deadline.last_day.is_known or is_open or deadline.first_possible is not None


def _uncounted(record):
    """Return what stands instead of a count where there is no last day to count to."""
    outcome = record.deadline.outcome
    if outcome == Outcome.NOT_JUDGED:
        return Outcome.NOT_JUDGED.label
    if outcome == Outcome.BEFORE_REPORT:
        return _finish(record)
    return "the days cannot be counted"


def _start(record):
    last = record.deadline.last_day.words
    if _counts_days(record):
        first = record.deadline_report.published_on.words
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
    return _late_words(record) if outcome == Outcome.LATE else outcome.label


def _late_words(record):
    """Return "30 days late", "late by between 22 and 52 days", or "late" where none is counted."""
    deadline = record.deadline
    if deadline.last_day.is_known and record.published_on.is_day:
        late = (record.published_on.earliest - deadline.last_day.earliest).days
        return f"{count(late, 'day')} late"
    first, final = deadline.first_possible, deadline.last_possible
    if first is None or final is None:
        return Outcome.LATE.label
    return f"late by between {first - SECTION_55_DAYS} and {final - SECTION_55_DAYS} days"


def _counts_days(record):
    """Whether the last day is the 56th; a report with a date of its own counts no days."""
    published, rule = record.deadline_report.published_on, record.deadline.rule
    if rule:  # Schema 1 did not say.
        return published.is_day and rule == Rule.SECTION_55
    return published.is_day and (
        record.deadline.last_day.earliest == deadlines.last_day(published.earliest)
    )
