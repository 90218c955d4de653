"""A report whose published responses were counted from its day: it is not moved by a slip."""

import datetime

import pytest

from forces.models import Role
from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from tests.admin_client import page, signed_in
from tests.html_form import errors, form_data

from .publishing import publish_response

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


def test_the_rest_of_a_report_changes_without_a_question(report):
    assert save(report, short_title="Online abuse").status_code == 302
    assert report.short_title == "Online abuse"


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
