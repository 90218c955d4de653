"""A report that is not on the public register: whoever works on it is told from the first day."""

import pytest

from forces.models import Role
from recommendations.models import InspectionReport
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, OversightFactory, ResponseFactory
from tests.responses.publishing import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return InspectionReportFactory(short_title="Night beats", is_listed=False)


def test_a_register_editor_is_told_which_reports_keep_responses_back(report):
    InspectionReportFactory(is_listed=False)  # Nobody answers it yet.
    keeper = signed_in(Role.REGISTER_EDITOR)
    assert keeper.get("/admin/").context["register"].unlisted == []
    for told in ("so the response to it cannot", "so none of the 2 responses to it can"):
        ResponseFactory(report=report)
        front = keeper.get("/admin/")
        assert front.context["register"].unlisted == [report]
        assert f"It is not on the public register, {told} be published." in words(front)


def test_the_page_of_the_report_and_of_opening_say_so(report):
    OversightFactory()
    keeper = signed_in(Role.REGISTER_EDITOR)
    pages = (
        page(InspectionReport, "change", report.pk),
        page(Response, "open_for_all", report.slug),
    )
    for address in pages:
        assert "This report is not on the public register" in words(keeper.get(address))
    InspectionReport.objects.update(is_listed=True)
    for address in pages:
        assert "This report is not on the public register" not in words(keeper.get(address))


def test_the_page_of_a_draft_says_so_of_each_report_that_it_answers(report):
    response = ResponseFactory()
    editor = signed_in(Role.EDITOR, force=response.force)
    change = page(Response, "change", response.pk)
    assert "not on the public register" not in words(editor.get(change))
    response.further_reports.add(report)
    assert "“Night beats” is not on the public register yet" in words(editor.get(change))
