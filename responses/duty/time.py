"""Within 56 days: section 55(5A). Pure."""

from recommendations.deadlines import SECTION_55_DAYS, Outcome

from ..due import due
from ..publishing.layouts.days import sum_words
from .points import Gap, Item, Point, State, item

IN_TIME = {
    Outcome.IN_TIME: State.DONE,
    Outcome.NOT_ANSWERED: State.TO_COME,
    Outcome.NOT_KNOWN: State.NOT_KNOWN,
    Outcome.BEFORE_REPORT: State.NOT_KNOWN,
    Outcome.NOT_JUDGED: State.NOT_NEEDED,
}


def point_of_time(record, on):
    """Whether the response is in time on the day `on`; lateness wants its reason."""
    words = day_words(record, on=on)
    late = is_late(record, on=on)
    if record.late_reason and (late or _may_be_late(record)):
        words = f"{words} The reason given: {record.late_reason}"
        return Item(Point.IN_TIME, State.LATE if late else State.NOT_KNOWN, words)
    if late:
        gap = Gap("The reason for lateness is not given", "late_reason")
        return item(Point.IN_TIME, words, gap)
    if is_before_report(record, on=on):
        gap = Gap("The response is dated before the report was published", "published_on")
        return item(Point.IN_TIME, words, gap)
    if _may_be_late(record):
        vague = "The day of the response is too vague to show that it was in time"
        return item(Point.IN_TIME, words, Gap(vague, "published_on"))
    return Item(Point.IN_TIME, IN_TIME[Outcome(record.deadline.outcome)], words)


def is_before_report(record, *, on):
    """Whether `record` is dated before its report, or would be if it were published on `on`."""
    outcome, reported = record.deadline.outcome, record.report.published_on
    if outcome == Outcome.NOT_ANSWERED and reported.is_known:
        return on < reported.earliest
    return outcome == Outcome.BEFORE_REPORT


def _may_be_late(record):
    """Whether a last day is known, and the day of the response too vague to stand before it."""
    deadline = record.deadline
    return deadline.outcome == Outcome.NOT_KNOWN and deadline.last_day.is_known


def is_late(record, *, on):
    """Whether `record` is late, or would be if it were published on the day `on`."""
    is_overdue = due(record.deadline, record.report.published_on, on=on).is_late
    return is_overdue or record.deadline.outcome == Outcome.LATE


def day_words(record, *, on):
    """Return which day of 56 it is on the day `on`, or was, with the sum that gives it."""
    now = due(record.deadline, record.report.published_on, on=on)
    if now.day is None:
        return sum_words(record)
    return f"Today is day {now.day} of {SECTION_55_DAYS}, {now.left_words}. {sum_words(record)}"
