"""What publications said over time, held against a plain count of what readers were shown."""

import datetime
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from recommendations.partial_dates import parse
from recommendations.rag import Rag
from recommendations.services import record_rating
from responses.pictures import days_before
from responses.presenters.published_course import Version, needed, published_course
from responses.services import withdraw
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import publish_again, put_through

ON = datetime.date(2026, 6, 10)
DAYS = days_before(ON, 6)
RED, AMBER, GREEN, ELSEWHERE, UNKNOWN = Rag


def shown_to_readers(versions, day):
    """The slow and plain way: walk through the days, and put each version up or take it down."""
    shown, when = {}, min((version.published_on for version in versions), default=day)
    while when <= day:
        for version in versions:
            if version.published_on == when:
                shown[version.response] = version
            if version.withdrawn_on == when and shown.get(version.response) == version:
                shown[version.response] = None
        when += datetime.timedelta(days=1)
    return [version for version in shown.values() if version]


@st.composite
def histories(draw):
    """Versions of two responses, each after the one before, some withdrawn."""
    versions = []
    for response in range(2):
        day = DAYS[0] + datetime.timedelta(days=draw(st.integers(-40, 60)))
        for number in range(1, draw(st.integers(0, 4)) + 1):
            gone = draw(st.none() | st.integers(0, 90))
            withdrawn = None if gone is None else day + datetime.timedelta(days=gone)
            versions.append(Version(len(versions), response, number, day, withdrawn))
            day = (withdrawn or day) + datetime.timedelta(days=draw(st.integers(1, 50)))
    return versions


@given(histories(), st.randoms())
def test_each_month_counts_what_readers_were_shown(versions, chance):
    states = {
        one.key: {
            (one.response, ref): chance.choice(list(Rag)) for ref in range(chance.randint(1, 4))
        }
        for one in versions
    }
    expected = [
        Counter(
            rag
            for one in (shown_to_readers(versions, day) if versions else ())
            for rag in states[one.key].values()
        )
        for day in DAYS
    ]
    assert needed(versions, DAYS) == {
        one.key for day in DAYS for one in shown_to_readers(versions, day)
    }
    course = published_course(DAYS, versions, states)
    if course is None:
        assert not any(expected)
    elif course.chart:
        told = dict(zip(DAYS, expected, strict=True))
        assert len(course.chart.months) >= 2
        for day, numbers in course.chart.months:
            assert Counter({rag: number for rag, number in numbers if number}) == told[day]
    else:
        first = next(number for number, own in enumerate(expected) if own)
        assert len({tuple(sorted(own.items())) for own in expected[first:]}) == 1


def version(published_on, number=1, withdrawn_on=None):
    return Version(number, 1, number, published_on, withdrawn_on)


def test_one_month_alone_is_told_and_not_drawn():
    course = published_course(DAYS, [version(ON)], {1: {"1": GREEN, "2": RED}})
    assert course.chart is None
    assert course.words == (
        "At 10 June 2026: 1 Green, none Amber, 1 Red. There is no earlier month to compare it with."
    )


def test_months_that_do_not_differ_are_told_and_not_drawn():
    course = published_course(DAYS, [version(DAYS[3])], {1: {"1": GREEN}})
    assert course.chart is None
    assert course.words.startswith("The same at the end of each month from 30 April 2026 to")


def test_a_finding_that_two_responses_answer_counts_once_as_the_later_one_has_it():
    versions = [Version(1, 1, 1, DAYS[0], None), Version(2, 2, 1, DAYS[2], None)]
    states = {1: {"a": RED, "b": AMBER}, 2: {"a": GREEN}}
    last = dict(published_course(DAYS, versions, states).chart.months[-1][1])
    assert {rag: number for rag, number in last.items() if number} == {AMBER: 1, GREEN: 1}


# As a reader meets it.


@pytest.fixture
def force():
    return PoliceForceFactory(slug="ambridge", short_name="Ambridge", name="Ambridge Police")


def at(month, day=9):
    return datetime.datetime(2026, month, day, 12, tzinfo=datetime.UTC)


@pytest.fixture
def published(force):
    """Version 1 of June says Red and Amber, version 2 of August says Green and Amber."""
    report = InspectionReportFactory(published_on=parse("15 April 2026"))
    first, second = (
        AssessmentFactory(force=force, recommendation=RecommendationFactory(report=report))
        for _ in range(2)
    )
    record_rating(assessment=first, by=None, now=at(5), rag="red", reason="Late")
    record_rating(assessment=second, by=None, now=at(5), rag="amber")
    draft = ResponseFactory(report=report, force=force, published_on=parse("1 June 2026"))
    version = put_through(draft, now=at(6))
    record_rating(assessment=first, by=None, now=at(7), rag="green")
    return publish_again(version, now=at(8))


@pytest.fixture
def today(monkeypatch):
    def be(month, day=20):
        monkeypatch.setattr(timezone, "now", lambda: at(month, day))

    be(10)
    return be


def row(day, *numbers):
    cells = "".join(f"<td>{number}</td>" for number in numbers)
    return f'<tr><th scope="row">{day}</th>{cells}'


def read_by(client):
    answer = client.get("/forces/ambridge/")
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.django_db
def test_a_force_is_shown_against_its_own_past_before_what_is_open(client, published, today):
    shown = read_by(client)
    assert (
        "From 30 June 2026 to 20 October 2026: Red from 1 to 0, Amber from 1 to 1, "
        "Green from 0 to 1, not yet assessed from 0 to 0."
    ) in shown
    assert '<tr><th scope="row">31 July 2026</th><td>1</td><td>1</td><td>0</td>' in shown
    assert '<tr><th scope="row">31 August 2026</th><td>0</td><td>1</td><td>1</td>' in shown
    assert shown.index("<h2>Over time</h2>") < shown.index("<h2>Open recommendations</h2>")


@pytest.mark.django_db
def test_what_was_withdrawn_counts_until_its_withdrawal_and_no_older_one_after(
    client, published, today
):
    withdraw(publication=published, by=None, now=at(9), reason="A mistake.")
    shown = read_by(client)
    assert '<tr><th scope="row">31 August 2026</th><td>0</td><td>1</td><td>1</td>' in shown
    assert '<tr><th scope="row">30 September 2026</th><td>0</td><td>0</td><td>0</td>' in shown


@pytest.mark.django_db
def test_working_ratings_and_unlisted_reports_are_not_in_it(client, published, force, today):
    rating = force.assessments.first()
    record_rating(assessment=rating, by=None, now=at(9), rag="red", reason="Slipped")
    assert '<tr><th scope="row">30 September 2026</th><td>0</td><td>1</td><td>1</td>' in read_by(
        client
    )
    published.report.is_listed = False
    published.report.save()
    assert "Over time" not in read_by(client)


@pytest.mark.django_db
def test_a_first_version_is_told_in_words_alone(client, published, today):
    today(6)
    shown = client.get("/forces/ambridge/").content.decode()
    assert "At 20 June 2026: none Green, 1 Amber, 1 Red. There is no earlier month" in shown
    assert "over-time" not in shown


@pytest.mark.django_db
def test_older_versions_are_read_together(client, published, today):
    asked = []
    for month in (9, 10):
        with CaptureQueriesContext(connection) as queries:
            client.get("/forces/ambridge/")
        asked.append(len([one for one in queries if "forces_edition" not in one["sql"]]))
        published = publish_again(published, now=at(month))
    assert asked[0] == asked[1] == 9


@pytest.mark.django_db
def test_a_report_is_drawn_from_publications_and_says_what_it_does_not_mean(
    client, published, today
):
    report, rated = published.report, published.report.findings.first()
    alone = client.get(report.get_absolute_url()).content.decode()
    assert "heat-map" not in alone
    assert "does not say that one force does better" not in alone
    other = PoliceForceFactory(short_name="Borchester")
    AssessmentFactory(force=other, recommendation=rated, rag="red", reason="Late")
    put_through(
        ResponseFactory(report=report, force=other, published_on=parse("1 June 2026")), now=at(6)
    )
    PoliceForceFactory(short_name="Felpersham")
    both = client.get(report.get_absolute_url()).content.decode()
    assert "does not say that one force does better than another" in both
    assert "2 forces by 2 recommendations: 1 Red, 1 Amber, 1 Green, 1 not yet assessed." in both
    assert "not published" not in both
