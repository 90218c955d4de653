"""What a force's publications said at the end of each month, one month beside another. Pure.

A version counts from the day of its publication here until a newer one of its response, or until
its withdrawal: an older version never takes its place.
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from recommendations import rag
from recommendations.partial_dates import PartialDate

from ..pictures import OverTime, over_time

TITLE = "How many recommendations were published in each state, at the end of each month"


class Version(NamedTuple):
    """A version of a response: when it was published, and withdrawn, or None (London dates)."""

    key: int
    response: int
    number: int
    published_on: datetime.date
    withdrawn_on: datetime.date | None


@dataclass(frozen=True)
class PublishedCourse:
    """The course in words, and drawn: `chart` is None where no month differs from another."""

    words: str
    chart: OverTime | None


def shown_on(versions, day):
    """Return those of `versions` that readers were shown at the end of `day`, oldest first."""
    newest = {}
    for version in sorted(versions, key=lambda one: one.number):
        if version.published_on <= day:
            newest[version.response] = version
    shown = (one for one in newest.values() if not (one.withdrawn_on and one.withdrawn_on <= day))
    return sorted(shown, key=lambda one: (one.published_on, one.key))


def needed(versions, days):
    """Return the keys of those of `versions` that were shown at the end of any of `days`."""
    return {version.key for day in days for version in shown_on(versions, day)}


def published_course(days, versions, states):
    """Return the PublishedCourse over `days`, the earliest first, or None where there is none.

    `states` are by key of each version that is `needed`: by finding the Rag that it published. A
    finding that two responses answer is counted as the later one has it.
    """
    numbers = [_numbers(shown_on(versions, day), states) for day in days]
    told = [(day, own) for day, own in zip(days, numbers, strict=True) if own]
    if not told:
        return None
    chart = over_time(days, numbers, title=TITLE)
    if chart and len({numbers for _, numbers in chart.months}) > 1:
        return PublishedCourse(chart.words, chart)
    return PublishedCourse(_same(told), None)


def _numbers(versions, states):
    found = {}
    for version in versions:
        found |= states[version.key]
    return Counter(found.values())


def _same(told):
    (first, numbers), (last, _) = told[0], told[-1]
    words = rag.in_words(numbers.elements())
    if first == last:
        return f"At {PartialDate.of(last)}: {words}. There is no earlier month to compare it with."
    months = f"from {PartialDate.of(first)} to {PartialDate.of(last)}"
    return f"The same at the end of each month {months}: {words}."
