"""A report whose published responses were counted from its day: it is not moved by a slip."""

import datetime

import pytest

from forces.models import Role
from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from responses.services import withdraw
from tests.admin_client import page, signed_in
from tests.html_form import errors, form_data

from .publishing import NOW, publish_again, publish_response

pytestmark = pytest.mark.django_db
OLD, NEW = parse("15 April 2026"), parse("16 April 2026")


@pytest.fixture
def report():
    publication = publish_response(report__published_on=OLD)
    return InspectionReport.objects.get(pk=publication.report_id)


def save(report, **typed):
    keeper = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", report.pk)
    answer = keeper.post(change, form_data(keeper.get(change)) | typed)
    report.refresh_from_db()
    return answer


@pytest.mark.parametrize(
    "typed",
    [
        {"published_on_date": str(NEW)},
        {"kind": "super_complaint"},
        {"deadline_override": "none", "deadline_reason": "It asks nothing."},
    ],
)
def test_what_published_days_are_counted_from_changes_only_where_it_is_meant(report, typed):
    judged = report.judge(applies=True)
    answer = save(report, **typed)
    assert "1 response to this report is published" in errors(answer)
    assert report.judge(applies=True) == judged
    assert save(report, **typed, counts_anew="on").status_code == 302
    assert report.judge(applies=True) != judged


@pytest.mark.parametrize(
    "typed",
    [
        {"short_title": "Online abuse"},
        {"published_on_date": "2026-04-15"},
        {"published_on_phrase": "mid April"},
        {"kind": "peel"},
        {"deadline_on": "2026-06-01"},
    ],
)
def test_what_moves_no_day_changes_without_a_question(report, typed):
    before = report.history.count()
    assert save(report, **typed).status_code == 302
    assert report.history.count() > before


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({"published_on_date": "1 January 2199"}, "This day has not come yet"),
        ({"deadline_on": "2026-04-14"}, "This is before the report was published, 15 April 2026"),
        (
            {"deadline_override": "own_date", "deadline_reason": "It says so."},
            "Give the last day to answer",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_though_meant(report, typed, refusal):
    assert refusal in errors(save(report, **typed, counts_anew="on"))
    report.refresh_from_db()
    assert (report.published_on, report.deadline_on, report.deadline_override) == (OLD, None, "")


def test_an_older_version_that_readers_can_still_read_counts(report):
    first = report.published_answers.get().publication
    second = publish_again(first)
    withdraw(publication=second, by=None, now=NOW, reason="It named somebody.")
    assert "1 response to this report is published" in errors(save(report, kind="super_complaint"))
    withdraw(publication=first, by=None, now=NOW, reason="It named somebody too.")
    assert save(report, kind="super_complaint").status_code == 302


def test_without_a_published_response_nothing_is_asked(report):
    other = InspectionReport.objects.create(
        title="On lanes", short_title="Lanes", slug="lanes", kind="thematic", published_on=OLD
    )
    keeper = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", other.pk)
    assert "Count the days anew" not in keeper.get(change).content.decode()
    assert save(other, published_on_date=str(NEW)).status_code == 302
    assert other.published_on.earliest == datetime.date(2026, 4, 16)


def test_those_who_only_read_the_report_are_not_asked(report):
    reader = signed_in(Role.EDITOR, force=report.published_answers.get().publication.force)
    shown = reader.get(page(InspectionReport, "change", report.pk))
    assert shown.status_code == 200
    assert "Count the days anew" not in shown.content.decode()
