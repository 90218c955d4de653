"""Each change of a report, a finding or an addressee is in its history."""

import pytest

from forces.models import Role
from recommendations.models import InspectionReport, Recommendation
from tests.admin_client import page, signed_in
from tests.factories import (
    AddresseeFactory,
    AddressingFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import with_row
from tests.told import change, moments, newest

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


@pytest.fixture
def report():
    return InspectionReportFactory(short_title="Lanes", summary="<p>Four lanes are dark.</p>")


def test_a_report_tells_its_text_word_by_word_and_its_date_in_words(keeper, report):
    change(keeper, report, summary="<p>Six lanes are dark.</p>", published_on_date="16 April 2026")
    assert newest(keeper, report) == [
        (
            "Inspection report “Lanes” changed",
            {"Published on": ("15 April 2026", "16 April 2026"), "Summary": ("Four", "Six")},
        )
    ]
    assert moments(keeper, report)[0].by == str(keeper.user)


def test_the_forces_of_a_report_are_told_by_name(keeper, report):
    force = PoliceForceFactory(name="Ambridge Police")
    change(keeper, report, forces=[force.pk])
    assert newest(keeper, report)[0][1] == {"Forces": ("", "Ambridge Police")}


def test_findings_and_grades_stand_in_the_history_of_their_report(keeper, report):
    RecommendationFactory(report=report, label="1", subject="Lamps")
    force = PoliceForceFactory(name="Ambridge Police")

    def a_grade(data):
        return with_row(data, "grades", force=force.pk, question="Lighting", value="good")

    change(keeper, report, add=a_grade, **{"findings-0-subject": "Lanterns"})
    assert newest(keeper, report) == [
        ("Finding “1” changed", {"Subject": ("Lamps", "Lanterns")}),
        (
            "Grade “Lighting” for Ambridge Police added",
            {
                "Force": ("", "Ambridge Police"),
                "Question": ("", "Lighting"),
                "Grade": ("", "Good"),
            },
        ),
    ]


def test_a_finding_tells_its_words_and_to_whom_it_is_addressed(keeper, report):
    finding = RecommendationFactory(report=report, label="1")
    concern = RecommendationFactory(report=report, label="2", kind="cause_of_concern")
    AddressingFactory(recommendation=finding, addressee__name="Home Office")
    college = AddresseeFactory(name="College of Policing")
    change(keeper, finding, parent=concern.pk, **{"addressings-0-addressee": college.pk})
    assert newest(keeper, finding) == [
        ("Finding “1” changed", {"Nested under": ("", "Cause of concern 2")}),
        (
            "Addressee “College of Policing” changed",
            {"Addressee": ("Home Office", "College of Policing")},
        ),
    ]


def test_an_addressee_tells_its_name(keeper):
    row = AddresseeFactory(name="Home Office")
    change(keeper, row, name="The Home Office")
    assert newest(keeper, row) == [
        ("Addressee “The Home Office” changed", {"Name": ("Home Office", "The Home Office")})
    ]


def test_a_report_that_is_deleted_leaves_the_history_of_all_its_parts(keeper):
    report = InspectionReportFactory(is_listed=False)
    RecommendationFactory(report=report, subject="Lamps")
    keeper.post(page(InspectionReport, "delete", report.pk), {"post": "yes"})
    assert not InspectionReport.objects.exists()
    assert InspectionReport.history.filter(history_type="-").count() == 1
    assert Recommendation.history.get(history_type="-").subject == "Lamps"


def test_a_report_tells_nothing_of_another(keeper, report):
    other = RecommendationFactory(subject="Kestrels")
    change(keeper, other, subject="Kestrels and owls")
    reader = signed_in(Role.REGISTER_EDITOR)  # Who was not just told what was saved.
    shown = reader.get(page(InspectionReport, "history", report.pk)).content.decode()
    assert "Kestrels" not in shown
