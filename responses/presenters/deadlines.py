"""The deadline of a report in words, before anybody has answered it. Pure but for settings."""

import datetime

from django.conf import settings

from recommendations import deadlines
from recommendations.partial_dates import UNKNOWN


def last_day_words(report):
    """Return "9 June 2026 (day 56)", the report's own last day, or why there is none."""
    judgement = deadlines.judge_report(
        rule=report.deadline_rule,
        report_on=report.published_on,
        own_date=report.deadline_on,
        answered_on=UNKNOWN,
        applies=True,
        judged_from=datetime.date.fromisoformat(settings.SECTION_55_JUDGED_FROM),
    )
    if judgement.last_day is None:
        return judgement.why
    words = f"{judgement.last_day.day} {judgement.last_day:%B %Y}"
    if report.deadline_rule == deadlines.Rule.SECTION_55:
        return f"{words} (day {deadlines.SECTION_55_DAYS})"
    return words
