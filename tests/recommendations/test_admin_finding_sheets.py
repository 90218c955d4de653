"""Recommendations of a report by spreadsheet: asked for, looked at, added all or not at all."""

import time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from forces.models import Role
from recommendations.admin import finding_sheets
from recommendations.models import Addressee, Assessment, Recommendation
from recommendations.partial_dates import PartialDate
from recommendations.services import NewFinding, add_findings
from recommendations.sheets.reading import MOST_UNPACKED
from tests.admin_client import page, signed_in
from tests.factories import (
    AddresseeFactory,
    AssessmentFactory,
    InspectionReportFactory,
    RecommendationFactory,
)
from tests.html_form import form_data
from tests.recommendations.spreadsheets import bomb, to_csv, workbook

pytestmark = pytest.mark.django_db

REPORTS = "/admin/recommendations/inspectionreport/"
HEADINGS = ["Rec No", "Type", "Recommendation", "Owner", "Due", "Nested under", "Status"]
ROWS = [
    ["1", "Cause of concern", "Hens run wild.", "", "", "", ""],
    ["1", "", "Mend\n• fences\n• gates", "Chiefs (inferred)", "within three months", "1", "Green"],
    ["2", "", "Keep <b>cows</b>.", "Chiefs; College", "31.10.2027", "", "Red"],
]


@pytest.fixture
def report():
    AddresseeFactory(name="Chiefs")
    AddresseeFactory(name="College")
    return InspectionReportFactory(is_listed=False)


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


def sent(client, report, content, name="findings.csv"):
    return client.post(
        f"{REPORTS}{report.pk}/import/", {"sheet": SimpleUploadedFile(name, content)}
    )


def shown(client, report, *rows, name="findings.csv"):
    write = to_csv if name.endswith("csv") else workbook
    return sent(client, report, write([HEADINGS, *(rows or ROWS)]), name)


def confirm(client, report, looked_at, follow=True):
    signed = {"signed": form_data(looked_at)["signed"]}
    return client.post(f"{REPORTS}{report.pk}/import/confirm/", signed, follow=follow)


def told(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def error(answer):
    assert "signed" not in form_data(answer)
    return str(answer.context["form"].errors["sheet"])


@pytest.mark.parametrize("name", ["findings.csv", "findings.xlsx"])
def test_what_was_looked_at_is_added_with_all_that_it_says(report, keeper, name):
    looked_at = shown(keeper, report, name=name)
    assert not Recommendation.objects.exists()
    text = looked_at.content.decode()
    assert "3 findings would be added" in text
    assert "<li>gates</li>" in text
    assert "Keep &lt;b&gt;cows&lt;/b&gt;." in text
    assert "within three months" in text
    assert "Column G, “Status”, is left out" in text
    assert "3 findings added." in told(confirm(keeper, report, looked_at))
    cause, fences, cows = report.findings.all()
    assert (cause.kind, cause.ref, fences.ref, cows.ref) == (
        *("cause_of_concern", "coc-1"),
        *("coc-1-1", "2"),
    )
    assert (fences.parent, cows.parent) == (cause, None)
    assert fences.text == "<p>Mend</p><ul><li>fences</li><li>gates</li></ul>"
    assert fences.due_on == PartialDate(phrase="within three months")
    assert cows.due_on == PartialDate(2027, 10, 31)
    assert [str(one) for one in fences.addressings.all()] == ["Chiefs (inferred)"]
    assert [str(one) for one in cows.addressings.all()] == ["Chiefs", "College"]
    assert {one.history.get().history_user for one in (cause, fences, cows)} == {keeper.user}


def test_the_same_file_twice_changes_nothing(report, keeper):
    confirm(keeper, report, shown(keeper, report))
    before = list(Recommendation.history.values_list("pk"))
    assert "its 3 findings are in the report already" in error(shown(keeper, report))
    assert list(Recommendation.history.values_list("pk")) == before


def test_a_longer_file_adds_what_is_new_after_what_is_there(report, keeper):
    confirm(keeper, report, shown(keeper, report))
    looked_at = shown(keeper, report, *ROWS, ["3", "", "Keep sheep.", "", "", "", ""])
    assert "3 findings of the file are there already" in looked_at.content.decode()
    assert "1 finding added." in told(confirm(keeper, report, looked_at))
    assert [one.label for one in report.findings.all()] == ["1", "1", "2", "3"]


def test_a_fault_is_told_at_its_cell_and_nothing_of_the_file_can_be_added(report, keeper):
    rows = [*ROWS, ["3", "Wish", "Keep sheep.", "Ducks", "31.2.2027", "", ""]]
    answer = shown(keeper, report, *rows)
    assert "signed" not in form_data(answer)
    cells = answer.context["cells"]
    assert [(one.where, one.heading) for one in cells] == [
        ("row 5, column B", "Type"),
        ("row 5, column D", "Owner"),
        ("row 5, column E", "Due"),
    ]
    assert "Error: Import recommendations" in answer.content.decode()
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (to_csv([HEADINGS]), "a.xlsx", "not what its name says"),
        (workbook([HEADINGS]), "a.csv", "not what its name says"),
        (workbook([HEADINGS]), "a.xls", "neither .xlsx nor .csv"),
        (bomb(MOST_UNPACKED // 1024 // 1024 + 20), "a.xlsx", "larger than 30 MB"),
        (to_csv([HEADINGS, *([["1", "", "Hens"]] * 100_000)]), "a.csv", "more than 2,000 rows"),
        (b"", "a.csv", "nothing in this file"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_its_field(
    report, keeper, content, name, message
):
    start = time.monotonic()
    assert message in error(sent(keeper, report, content, name))
    assert time.monotonic() - start < 3


def test_more_than_any_report_has_is_refused(report, keeper, monkeypatch):
    monkeypatch.setattr(finding_sheets, "MOST_NEW", 2)
    assert "Send fewer" in error(shown(keeper, report))


def test_as_many_as_are_allowed_go_to_the_browser_and_back(report, keeper):
    rows = [
        [str(n), "", " ".join(f"{n * k} hens" for k in range(400)), "", "", "", ""]
        for n in range(finding_sheets.MOST_NEW)
    ]
    looked_at = shown(keeper, report, *rows)
    assert confirm(keeper, report, looked_at, follow=False).status_code == 302
    assert report.findings.count() == finding_sheets.MOST_NEW


def test_a_second_press_of_the_button_adds_nothing(report, keeper):
    looked_at = shown(keeper, report)
    confirm(keeper, report, looked_at)
    assert "Nothing was recorded" in told(confirm(keeper, report, looked_at))
    assert report.findings.count() == 3


def test_what_somebody_else_added_meanwhile_is_not_added_twice(report, keeper):
    looked_at = shown(keeper, report)
    RecommendationFactory(report=report, label="2")
    assert "changed since you looked" in told(confirm(keeper, report, looked_at))
    assert report.findings.count() == 1


def test_an_addressee_that_is_gone_is_told_and_nothing_is_added(report, keeper):
    looked_at = shown(keeper, report)
    Addressee.objects.get(name="College").delete()
    assert "changed since you looked" in told(confirm(keeper, report, looked_at))
    assert not Recommendation.objects.exists()


def test_a_parent_that_is_gone_is_told_and_nothing_is_added(report, keeper):
    cause = RecommendationFactory(report=report, label="9", kind="cause_of_concern")
    looked_at = shown(keeper, report, ["1", "", "Mend", "", "", "9", ""])
    assert "Cause of concern 9" in looked_at.content.decode()
    cause.delete()
    assert "changed since you looked" in told(confirm(keeper, report, looked_at))
    assert not Recommendation.objects.exists()


def test_what_was_signed_for_another_or_for_another_report_is_refused(report, keeper):
    looked_at = shown(keeper, report)
    for client, other in (
        (signed_in(Role.REGISTER_EDITOR), report),
        (keeper, InspectionReportFactory()),
    ):
        assert "not made for you" in told(confirm(client, other, looked_at))
    assert not Recommendation.objects.exists()


def test_a_force_that_has_begun_gets_a_rating_for_each(report, keeper):
    rating = AssessmentFactory(recommendation__report=report, recommendation__label="9")
    confirm(keeper, report, shown(keeper, report))
    assert Assessment.objects.filter(force=rating.force).count() == 4


def test_the_page_of_the_report_leads_there_and_there_is_a_template(report, keeper):
    answer = keeper.get(page(type(report), "change", report.pk))
    assert f'href="{REPORTS}{report.pk}/import/"' in answer.content.decode()
    asked = keeper.get(f"{REPORTS}{report.pk}/import/").content.decode()
    assert f'href="{REPORTS}import/template.xlsx"' in asked
    template = keeper.get(f"{REPORTS}import/template.xlsx")
    assert template["Content-Disposition"] == 'attachment; filename="recommendations.xlsx"'
    assert "There is nothing under the headings" in str(
        sent(keeper, report, template.content, "a.xlsx").content.decode()
    )


def test_who_reads_the_register_is_neither_led_there_nor_let_in(report):
    reader = signed_in(Role.EDITOR, force=AssessmentFactory().force)
    answer = reader.get(page(type(report), "change", report.pk)).content.decode()
    assert "/import/" not in answer
    assert reader.get(f"{REPORTS}{report.pk}/import/").status_code == 403


def test_a_report_that_is_not_there_is_not_found(keeper):
    assert keeper.get(f"{REPORTS}999/import/").status_code == 404


def test_the_service_asks_who_it_is_for(report):
    new = [NewFinding("recommendation", "1", "Hens", "<p>Keep hens.</p>")]
    other = signed_in(Role.EDITOR, force=AssessmentFactory().force).user
    with pytest.raises(PermissionDenied):
        add_findings(report=report, findings=new, by=other)
    add_findings(report=report, findings=new, by=None)
    assert report.findings.get().ref == "1"


def test_nothing_is_added_where_the_last_of_them_is_refused(report):
    good = NewFinding("recommendation", "1", "Hens", "<p>Keep hens.</p>")
    bad = NewFinding("recommendation", "2", "", "<p>Keep cows.</p>")
    with pytest.raises(ValidationError):
        add_findings(report=report, findings=[good, bad], by=None)
    assert not Recommendation.objects.exists()


def test_a_listed_report_takes_more_findings_too(keeper, report):
    listed = InspectionReportFactory()
    confirm(keeper, listed, shown(keeper, listed))
    assert listed.findings.count() == 3
