"""A register editor brings the recommendations of a new report in from a spreadsheet."""

import io

import pytest
from openpyxl import load_workbook

from tests.factories import InspectionReportFactory
from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.test_admin_pages import show_whole
from tests.journeys.test_ratings_at_once import EXCEL
from tests.recommendations.spreadsheets import saved

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = [
    ("1", "Cause of concern", "", "Online referrals wait too long to be read.", "", "", ""),
    (
        *("1", "", "Read referrals sooner"),
        "By then, forces should:\n• read each referral within a day\n• say who decides on it",
        *("Chief constables; College of Policing (inferred)", "within three months", "1"),
    ),
    ("7.10", "", "", "Forces should train all who read them.", "Home Office", "October 2027", ""),
]
COLUMNS = ("Number", "Kind", "Subject", "Recommendation", "Addressed to", "Due", "Nested under")


def filled_in(template, rows):
    """Return the template with `rows` written under its headings."""
    book = load_workbook(io.BytesIO(template))
    places = {cell.value: cell.column for cell in book.worksheets[0][1]}
    for number, row in enumerate(rows, start=2):
        for heading, value in zip(COLUMNS, row, strict=True):
            book.worksheets[0].cell(number, places[heading]).value = value or None
    return saved(book)


def assert_no_barrier(page):
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


def send(page, content):
    file = {"name": "recommendations.xlsx", "mimeType": EXCEL, "buffer": content}
    page.get_by_label("Spreadsheet").set_input_files(file)
    page.get_by_role("button", name="Show what would be added").click()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_template_is_filled_in_mended_looked_at_and_added(sign_in, live_server, open_page, width):
    page = open_page(width=width)
    sign_in(page, "register-editor")
    report = InspectionReportFactory(is_demonstration=True)
    page.goto(f"{live_server.url}/admin/recommendations/inspectionreport/{report.pk}/change/")
    page.get_by_role("link", name="Import recommendations from a spreadsheet").click()
    page.get_by_role("heading", name="Import recommendations").wait_for()
    assert_no_barrier(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the blank template").click()
    template = download.value.path().read_bytes()
    send(page, filled_in(template, [*ROWS, ("8", "Wish", "", "", "Ducks", "31.2.2027", "")]))
    page.get_by_role("alert").get_by_text("4 cells or rows").wait_for()
    assert_no_barrier(page)
    send(page, filled_in(template, ROWS))
    page.get_by_text("3 findings would be added").wait_for()
    assert_no_barrier(page)
    assert not report.findings.exists()
    page.get_by_role("button", name="Add 3 findings").click()
    page.get_by_text("3 findings added").wait_for()
    assert [one.ref for one in report.findings.all()] == ["coc-1", "coc-1-1", "7.10"]
