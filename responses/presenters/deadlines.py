"""The deadline of a report in words, before anybody has answered it."""

from recommendations.deadlines import SECTION_55_DAYS, Rule
from recommendations.partial_dates import PartialDate


def last_day_words(report, *, applies=True):
    """Return "9 June 2026 (day 56)", the report's own last day, or why there is none.

    `applies` is whether section 55 runs for the force that is spoken of, if any.
    """
    judgement = report.judge(applies=applies)
    if judgement.last_day is None:
        return judgement.why
    words = PartialDate.of(judgement.last_day).words
    if report.deadline_rule == Rule.SECTION_55:
        return f"{words} (day {SECTION_55_DAYS})"
    return words


def named_of_several(words, response, report, *, is_day):
    """Return `words` on the last day to answer `report`, which they name where `response`
    answers several. They are a day, or where it is not `is_day`, why there is none.
    """
    if len(response.reports()) == 1:
        return words
    return f"{words}, for “{report}”" if is_day else f"For “{report}”: {words}"
