import datetime

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from recommendations.models import InspectionReport
from recommendations.partial_dates import UNKNOWN, PartialDate, parse


@pytest.mark.parametrize(
    "text",
    ["15 April 2026", "15th april 2026", "15 Apr 2026", "15.04.26", "15/4/2026", "2026-04-15"],
)
def test_a_day_is_read_however_it_is_written(text):
    assert parse(text) == PartialDate(2026, 4, 15)


@pytest.mark.parametrize("text", ["May 2026", "may 2026", "2026-05"])
def test_a_month_is_read_without_a_day(text):
    date = parse(text)
    assert date == PartialDate(2026, 5)
    assert (date.earliest, date.latest) == (datetime.date(2026, 5, 1), datetime.date(2026, 5, 31))
    assert date.words == "May 2026"


@pytest.mark.parametrize(
    ("text", "is_to_come"),
    [("4 May 2026", False), ("5 May 2026", True), ("May 2026", False), ("June 2026", True)],
)
def test_a_date_is_to_come_where_each_day_that_it_may_be_is(text, is_to_come):
    assert parse(text).is_to_come(on=datetime.date(2026, 5, 4)) is is_to_come
    assert not UNKNOWN.is_to_come(on=datetime.date(2026, 5, 4))


def test_blank_is_unknown_and_says_so():
    assert parse("  ") == UNKNOWN
    assert str(UNKNOWN) == "not known"
    assert not UNKNOWN
    assert UNKNOWN.earliest is None


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026",
        "soon",
        "15 Foo 2026",
        "0 May 2026",
        "2026",
        "1 May 9999",
        "1 May 0001",
    ],
)
def test_what_is_no_date_is_refused_with_the_text_and_an_example(text):
    with pytest.raises(ValueError, match="is not a date") as raised:
        parse(text)
    assert f"“{text}”" in str(raised.value)
    assert "15 April 2026" in str(raised.value)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (PartialDate(2026, 10, phrase="within six months"), "within six months (October 2026)"),
        (PartialDate(2026, 10, phrase="October 2026"), "October 2026"),
        (PartialDate(2026, 10, 1), "1 October 2026"),
    ],
)
def test_a_reader_sees_the_phrase_first_and_then_the_date(date, shown):
    assert str(date) == shown


@pytest.mark.parametrize(
    ("date", "when"),
    [
        (PartialDate(2026, 5, 29), "on 29 May 2026"),
        (PartialDate(2026, 5), "in May 2026"),
        (PartialDate(2026, 6, phrase="in early summer"), "in early summer (June 2026)"),
        (PartialDate(phrase="in early summer"), "in early summer"),
    ],
)
def test_after_a_verb_a_day_has_another_word_than_a_month_and_a_phrase_its_own(date, when):
    assert date.when == when


def test_an_unknown_date_with_a_phrase_shows_the_phrase():
    date = PartialDate(phrase="within three months")
    assert str(date) == "within three months"
    assert date
    assert not date.is_known


def test_a_day_that_is_not_in_the_calendar_cannot_be_made():
    with pytest.raises(ValueError, match="day is out of range"):
        PartialDate(2026, 2, 30)


DATES = st.dates(datetime.date(1829, 1, 1), datetime.date(2199, 12, 31))
phrases = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).map(str.strip)
days = DATES.map(lambda day: (day.year, day.month, day.day))
months = DATES.map(lambda day: (day.year, day.month, None))
parts = st.one_of(days, months, st.just((None, None, None)))


@given(parts, phrases)
def test_what_is_stored_is_read_back_the_same(ymd, phrase):
    date = PartialDate(*ymd, phrase)
    assert PartialDate.from_stored(date.stored()) == date


@given(DATES, DATES)
def test_stored_days_sort_as_the_calendar_does(one, other):
    stored = [PartialDate.of(one).stored(), PartialDate.of(other).stored()]
    assert (stored[0] < stored[1]) == (one < other)


@pytest.mark.django_db
def test_the_database_compares_stored_dates_by_character():
    with connection.cursor() as cursor:
        table = InspectionReport._meta.db_table
        columns = connection.introspection.get_table_description(cursor, table)
    collation = next(column.collation for column in columns if column.name == "published_on")
    assert collation == {"postgresql": "C", "sqlite": None}[connection.vendor]
