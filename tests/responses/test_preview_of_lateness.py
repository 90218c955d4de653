"""A preview says why a response is late where its publication would, and nowhere else."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import PartialDate
from responses.models import Response
from responses.publishing.html import write_html
from responses.publishing.layouts import lay_out
from responses.publishing.record import Record
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, ResponseFactory
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db
REASON = "The office moved."


@pytest.mark.parametrize(("days", "is_late"), [(20, False), (55, False), (56, True), (90, True)])
@pytest.mark.parametrize("layout", ["statement", "record"])
def test_a_preview_gives_the_reason_as_its_publication_does(days, is_late, layout):
    published_on = PartialDate.of(timezone.localdate() - datetime.timedelta(days=days))
    report = InspectionReportFactory(published_on=published_on)
    response = ResponseFactory(report=report, late_reason=REASON)
    editor = signed_in(Role.EDITOR, force=response.force)
    address = page(Response, "preview", response.pk, layout)
    assert (REASON in editor.get(address).content.decode()) is is_late
    published = Record.from_json(put_through(response, now=timezone.now()).payload)
    assert (REASON in str(write_html(lay_out(published, layout)))) is is_late
