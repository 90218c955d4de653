"""The words beside a date say the same as the date, as far as they say anything for sure."""

import pytest
from django.core.exceptions import ValidationError

from recommendations.date_words import contradiction
from recommendations.fields import PartialDateFormField
from recommendations.partial_dates import PartialDate, parse


@pytest.mark.parametrize(
    ("date", "words", "part"),
    [
        ("29 October 2026", "early November 2026", "month"),
        ("29 October 2026", "in November", "month"),
        ("29 October 2026", "published 29 October 2025", "year"),
        ("29 October 2026", "October 2025", "year"),
        ("29 October 2026", "by 2027", "year"),
        ("29 October 2026", "2025", "year"),
        ("29 October 2026", "spring 2025", "year"),
        ("29 October 2026", "28th of October", "day"),
        ("29 October 2026", "October 28, 2026", "day"),
        ("29 October 2026", "30.10.26", "day"),
        ("29 October 2026", "2026-11-29", "month"),
        ("29 October 2026", "early May", "month"),
        ("29 October 2026", "2 may 2026", "month"),
        ("October 2026", "Nov. 2026", "month"),
        ("31 October 2023", "by 30 November 2023", "month"),
        ("31 October 2026", "by 30/10/2026", "day"),
        ("31 October 2026", "by 30.10.26", "day"),
        ("31 October 2026", "due 2026-10-30", "day"),
        ("31 October 2026", "30-Oct-2026", "day"),
        ("31 October 2026", "by 30 Oct 26", "day"),
        ("31 October 2026", "end of the year 2025", "year"),
        ("31 October 2026", "by 30 October 2026 or sooner", "day"),
        ("31 October 2026", "By the end of November 2026 at the latest.", "month"),
        ("31 October 2026", "no later than Friday, 30 October 2026", "day"),
        ("31 October 2026", "until mid-2025", "year"),
    ],
)
def test_words_that_name_another_day_month_or_year_contradict_the_date(date, words, part):
    assert contradiction(parse(date), words) == part


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("29 October 2026", ""),
        ("29 October 2026", "late October"),
        ("29 October 2026", "Thursday 29th October 2026"),
        ("29 October 2026", "29/10/26"),
        ("29 October 2026", "2026-10-29"),
        ("29 October 2026", "October 29, 2026"),
        ("October 2026", "29 October 2026"),
        ("31 December 2026", "by the end of the year"),
        ("30 April 2026", "spring 2026"),
        ("31 January 2024", "by January 2024"),
        ("31 December 2023", "before January 2024"),
        ("30 November 2026", "within three months of 31 August 2026"),
        ("31 March 2026", "by the end of 2025/26"),
        ("31 March 2027", "end of the financial year 2026"),
        ("31 January 2027", "winter 2026"),
        ("15 February 2027", "Q4 2026"),
        ("4 October 2026", "2 to 5 October 2026"),
        ("4 October 2026", "in the week of 2 October"),
        ("30 April 2026", "between March and May 2026"),
        ("29 October 2026", "It may be later"),
        ("29 October 2026", "May be later"),
        ("29 October 2026", "as in the 2025 plan"),
        ("29 October 2026", "29 Hydref 2026"),
        ("31 October 2026", "as the report of 15 April 2026 asks"),
        ("31 October 2026", "see letter of 3 March 2026"),
        ("31 October 2026", "agreed with Jan Smith"),
        ("31 October 2026", "at the May 2026 board"),
        ("31 October 2026", "by 2030 plan"),
        ("31 October 2026", "after May 2026"),
        ("31 October 2026", "by 31/10/2026 at the latest"),
        ("31 October 2026", "10/31/2026"),
        ("31 October 2026", "Oct 26"),
        ("", "early November 2026"),
    ],
)
def test_words_that_say_nothing_else_for_sure_pass(date, words):
    assert contradiction(parse(date), words) == ""


def test_a_contradiction_is_refused_at_the_field():
    field = PartialDateFormField()
    told = "The words name another month than the date, 29 October 2026. Mend one of the two."
    with pytest.raises(ValidationError, match=told):
        field.clean(["29 October 2026", "early November 2026"])
    assert field.clean(["29 October 2026", "in autumn 2026"]) == PartialDate(
        2026, 10, 29, "in autumn 2026"
    )
