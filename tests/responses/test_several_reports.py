"""A response to several reports is held to the strictest of their deadlines, everywhere."""

import datetime

import pytest

from forces.recipients import Recipient
from recommendations.deadlines import Judgement, Outcome, judge_each, strictest
from recommendations.partial_dates import UNKNOWN, parse
from responses.copies import to_send
from responses.duty import Point, is_late
from responses.models import Publication, Response
from responses.publishing.build import build_record, deadline_of
from responses.publishing.layouts.days import last_day_words, sum_words
from responses.publishing.record import Record
from responses.reminders.reading import read_material
from responses.services import withdraw
from responses.services.checking import checklist_of
from tests.factories import InspectionReportFactory, ResponseFactory

from .publishing import NOW, address, put_through, words

pytestmark = pytest.mark.django_db
MAY = datetime.date(2026, 5, 4)


class Judged:
    """A report that is judged so."""

    def __init__(self, outcome, day=None):
        self.judgement = Judgement(outcome, day and datetime.date(2026, 6, day))

    def judge(self, *, applies, answered_on):
        return self.judgement


@pytest.mark.parametrize(
    ("lead", "further", "binds"),
    [
        ((Outcome.IN_TIME, 9), (Outcome.LATE, 1), 1),
        ((Outcome.NOT_JUDGED,), (Outcome.NOT_ANSWERED, 9), 1),
        ((Outcome.NOT_ANSWERED, 9), (Outcome.NOT_ANSWERED, 8), 1),
        ((Outcome.NOT_ANSWERED, 9), (Outcome.NOT_ANSWERED, 9), 0),
        ((Outcome.NOT_KNOWN,), (Outcome.NOT_ANSWERED, 9), 1),
        ((Outcome.IN_TIME, 9), (Outcome.NOT_KNOWN, 1), 1),
        ((Outcome.IN_TIME, 9), (Outcome.NOT_KNOWN,), 1),
        ((Outcome.NOT_KNOWN,), (Outcome.LATE,), 1),
        ((Outcome.IN_TIME, 9), (Outcome.LATE,), 1),
        ((Outcome.LATE, 9), (Outcome.BEFORE_REPORT, 9), 1),
        ((Outcome.IN_TIME, 9), (Outcome.NOT_JUDGED,), 0),
    ],
)
def test_the_strictest_binds(lead, further, binds):
    reports = [Judged(*lead), Judged(*further)]
    report, judgement = strictest(judge_each(reports, applies=True, answered_on=UNKNOWN))
    assert report is reports[binds]
    assert judgement is report.judgement


@pytest.fixture
def response():
    """A response to a report of 15 April, and to an older one of 1 March 2026 besides."""
    response = ResponseFactory(report__published_on=parse("15 April 2026"))
    older = InspectionReportFactory(published_on=parse("1 March 2026"))
    response.further_reports.add(older)
    return response


def test_the_days_are_counted_from_the_report_that_binds(response):
    older = response.further_reports.get()
    assert deadline_of(response).report_slug == older.slug
    record = build_record(response, on=MAY)
    named = f"for “{older.short_title}”"
    assert last_day_words(record) == f"25 April 2026 (day 56), {named}"
    start = f"F{named[1:]}: 1 March 2026 is day 1; the last day is 25 April 2026, day 56; "
    assert start in sum_words(record)


def test_lateness_for_a_further_report_asks_for_its_reason(response):
    _, checklist = checklist_of(response, on=MAY)
    assert "The reason for lateness is not given" in [gap.words for gap in checklist.gaps]


def test_lists_find_it_by_the_report_that_binds(response):
    april = datetime.date(2026, 4, 20)
    assert list(Response.objects.due_soon(on=april)) == [response]
    assert list(Response.objects.overdue(on=MAY)) == [response]
    assert not Response.objects.due_soon(on=MAY)
    # Soon by its lead report, late by the other: it stands among the late ones alone.
    june = datetime.date(2026, 6, 1)
    assert list(Response.objects.overdue(on=june)) == [response]
    assert not Response.objects.due_soon(on=june)


@pytest.mark.parametrize(
    ("day", "is_over"), [(parse("25 May 2026"), False), (parse("26 May 2026"), True)]
)
def test_lists_find_a_report_dated_to_a_month_once_each_possible_last_day_is_past(day, is_over):
    response = ResponseFactory(report__published_on=parse("March 2026"))
    on = day.earliest
    assert list(Response.objects.overdue(on=on)) == [response] * is_over
    assert not Response.objects.due_soon(on=on)
    record, checklist = checklist_of(response, on=on)
    assert is_late(record, on=on) is is_over
    asked = "The reason for lateness is not given"
    assert (asked in [gap.words for gap in checklist.gaps]) is is_over


def test_reminders_are_of_the_day_that_binds(response):
    (facts,) = read_material(on=MAY).responses
    assert facts.judgement.last_day == datetime.date(2026, 4, 25)
    assert facts.last_day_words == "25 April 2026 (day 56)"


@pytest.fixture
def complaint():
    """A response to a super-complaint, which answers a thematic report besides."""
    response = ResponseFactory(
        report__kind="super_complaint", report__published_on=parse("15 April 2026")
    )
    response.further_reports.add(InspectionReportFactory(published_on=parse("20 April 2026")))
    return response


def test_section_55_runs_where_it_does_for_one_of_the_reports(complaint):
    _, checklist = checklist_of(complaint, on=MAY)
    assert checklist.why_not == ""
    assert Point.WRITTEN in {item.point for item in checklist.items if item.gaps}


def test_copies_are_to_be_sent_where_section_55_runs_for_one_of_the_reports(complaint):
    publication = put_through(complaint)
    (one,) = to_send(Publication.objects.all())
    assert (one.publication, one.recipients) == (publication, tuple(Recipient))


def test_what_is_gone_names_each_report_that_it_answered(client):
    draft = ResponseFactory(report__title="On hens")
    for title in ("On ponds", "On barns"):
        draft.further_reports.add(InspectionReportFactory(title=title))
    publication = put_through(draft)
    withdraw(publication=publication, by=None, now=NOW, reason="It named somebody.")
    gone = client.get(address(publication))
    further = Record.from_json(publication.payload).further_reports
    links = [f'<a href="/reports/{one.slug}/">{one.title}</a>' for one in further]
    assert gone.status_code == 410
    assert f"<p>It also answered {'; '.join(links)}.</p>" in words(gone)
