"""The day on which a response was published, as its page takes it: no day that cannot be."""

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import InspectionReport
from recommendations.partial_dates import UNKNOWN, parse
from responses.models import Response
from responses.services import open_next_draft
from responses.workflow import MoveRefusedError
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, ResponseFactory
from tests.html_form import errors, form_data
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    return ResponseFactory()


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def test_a_day_of_publication_to_come_is_refused_at_the_field(response, editor):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"published_on_date": "9 October 2199"}
    assert "has not come yet" in errors(editor.post(change, data))


@pytest.mark.parametrize(
    ("day", "is_refused"),
    [("14 April 2026", True), ("15 April 2026", False), ("April 2026", False)],
)
def test_a_day_of_publication_before_that_of_the_report_is_refused_at_the_field(
    response, editor, day, is_refused
):
    InspectionReport.objects.filter(pk=response.report_id).update(
        published_on=parse("15 April 2026")
    )
    change = page(Response, "change", response.pk)
    answer = editor.post(change, form_data(editor.get(change)) | {"published_on_date": day})
    assert (answer.status_code == 200) is is_refused
    if is_refused:
        assert "This is before the report was published, 15 April 2026." in errors(answer)


def test_the_day_of_a_published_response_is_not_left_blank(response, editor):
    put_through(response, now=timezone.now())
    draft = open_next_draft(response=response, by=None, now=timezone.now())
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"published_on_date": "", "published_on_phrase": ""}
    assert "keep one" in errors(editor.post(change, data))
    draft.published_on = UNKNOWN
    draft.save()
    with pytest.raises(MoveRefusedError, match="Give the day"):
        put_through(draft, now=timezone.now())


@pytest.mark.parametrize(("day", "is_warned"), [("2026-06-09", False), ("2026-06-10", True)])
def test_comments_asked_for_after_the_last_day_to_answer_are_kept_with_a_warning(
    response, editor, day, is_warned
):
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"invited_on": "2026-04-20", "reply_by_on": day}
    said = editor.post(change, data, follow=True).content.decode()
    assert ("which is after the last day to answer, 9 June 2026" in said) == is_warned
    response.refresh_from_db()
    assert str(response.reply_by_on) == day


def test_the_warning_holds_the_day_for_the_comments_against_every_report(response, editor):
    """A further report that is chosen with it counts too."""
    hens = InspectionReportFactory(short_title="Hens, 2026", published_on=parse("March 2026"))
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {
        "invited_on": "2026-04-20",
        "reply_by_on": "2026-05-26",
        "further_reports": [hens.pk],
    }
    said = editor.post(change, data, follow=True).content.decode()
    told = "which is after the last day to answer “Hens, 2026”, 25 May 2026 at the latest"
    assert told in said
