"""Within 56 days, section 55(5A), or by the last day that the report sets. Pure."""

from dataclasses import replace

from recommendations.deadlines import SECTION_55_DAYS, Outcome, Rule
from recommendations.partial_dates import PartialDate

from ..due import due, possible_last_days
from ..publishing.layouts.days import name_of_bound, sum_words, sums
from ..publishing.layouts.words import sentence
from .points import Gap, Item, Point, State, item

IN_TIME_FOR_EACH = "In time for each report"
TITLES = {
    Rule.SECTION_55: "",
    Rule.OWN_DATE: "By the report’s own last day",
    Rule.NONE: "In time",
}
EACH = "Each report that is answered counts."
IN_TIME = {
    Outcome.IN_TIME: State.DONE,
    Outcome.NOT_ANSWERED: State.TO_COME,
    Outcome.NOT_KNOWN: State.NOT_KNOWN,
    Outcome.BEFORE_REPORT: State.NOT_KNOWN,
    Outcome.NOT_JUDGED: State.NOT_NEEDED,
}


def point_of_time(record, on):
    """Whether the response is in time on the day `on`; lateness wants its reason."""
    title = _title(record)
    if not record.further_reports:
        return replace(_time_of(record, on, day_words(record, on=on)), title=title)
    lines = tuple(f"{sentence(name)}: {words}" for name, words in sums(record))
    item_of_time = _time_of(record, on, _today(record, on) or EACH)
    return replace(item_of_time, title=title, lines=lines)


def _title(record):
    """Return what the point is called by the rules of the reports, "" for that of the Act."""
    rules = {deadline.rule or Rule.SECTION_55 for _, deadline in record.deadlines}
    return TITLES[Rule(rules.pop())] if len(rules) == 1 else IN_TIME_FOR_EACH


def _time_of(record, on, words):
    late = is_late(record, on=on)
    is_explained = record.late_reason and (late or _may_be_late(record))
    if is_explained:
        words = f"{words} The reason given: {record.late_reason}"
    if wrong := wrong_day(record, on=on):
        return item(Point.IN_TIME, words, Gap(wrong, "published_on"))
    if is_explained:
        return Item(Point.IN_TIME, State.LATE if late else State.NOT_KNOWN, words)
    if late:
        gap = Gap("The reason for lateness is not given", "late_reason")
        return item(Point.IN_TIME, words, gap)
    if _is_too_vague(record):
        vague = "The day of the response is too vague to show that it was in time"
        return item(Point.IN_TIME, words, Gap(vague, "published_on"))
    return Item(Point.IN_TIME, IN_TIME[Outcome(record.deadline.outcome)], words)


def wrong_day(record, *, on):
    """Return what is wrong with the day of `record`, whatever reason is given, or "".

    It is before a report that it answers, or still to come on the day `on`.
    """
    if later := _report_still_to_come(record, on):
        which = f"“{later.short_title}”" if record.further_reports else "the report"
        if record.published_on:
            return f"The response is dated before {which} was published"
        return f"{sentence(which)} is not published yet"
    is_to_come = record.published_on.is_to_come(on=on)
    return "The day of the response is still to come" if is_to_come else ""


def is_before_report(record, *, on):
    """Whether `record` is dated before a report that it answers, or would be if it were
    published on `on`; whatever the rule of its deadline.
    """
    return bool(_report_still_to_come(record, on))


def _report_still_to_come(record, on):
    """Return the first report that was published after `record`, or None."""
    answered = record.published_on or PartialDate.of(on)
    return next((one for one in record.reports if answered.is_before(one.published_on)), None)


def _may_be_late(record):
    """Whether it may be late for a report that it answers, as far as the dates are known."""
    return bool(_undecided(record))


def _is_too_vague(record):
    """Whether a last day is known, and the day of the response too vague to stand before it."""
    return any(deadline.last_day.is_known for deadline in _undecided(record))


def _undecided(record):
    """Return the deadlines by which nobody can say whether it is in time: of any report."""
    return [one for _, one in record.deadlines if one.outcome == Outcome.NOT_KNOWN]


def is_late(record, *, on):
    """Whether `record` is late, or would be if it were published on the day `on`."""
    is_overdue = due(record.deadline, record.deadline_report.published_on, on=on).is_late
    return is_overdue or record.deadline.outcome == Outcome.LATE


def day_words(record, *, on):
    """Return which day of 56 it is on the day `on`, or was, with the sum that gives it."""
    return f"{_today(record, on)} {sum_words(record)}".strip()


def _today(record, on):
    """Return how `record` stands today: what is counted, and which last day may have passed."""
    return " ".join(filter(None, (_counted(record, on), *_may_have_passed(record, on))))


def _may_have_passed(record, on):
    """Yield a sentence for each report not answered whose last day, not known, may be past."""
    for report, deadline in record.deadlines:
        first, final = possible_last_days(deadline, report.published_on) or (on, on)
        if deadline.outcome == Outcome.NOT_ANSWERED and first < on <= final:
            which = f" “{report.short_title}”" if record.further_reports else ""
            yield f"The last day to answer{which} may have passed."


def _counted(record, on):
    """Return "Today is day 20 of 56, 36 days left.", or "" where nothing is to be counted."""
    now = due(record.deadline, record.deadline_report.published_on, on=on)
    name = f", {name_of_bound(record)}" if record.further_reports else ""
    if now.day is not None:
        return f"Today is day {now.day} of {SECTION_55_DAYS}, {now.left_words}{name}."
    return f"Today it is {now.left_words}{name}." if now.is_late else ""
