"""What an editor is told before a response is handed to an approver."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from responses import services
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import ChiefOfficerCommentsFactory, NarrativeSectionFactory, ResponseFactory

pytestmark = pytest.mark.django_db
ASKED = "This is late, and no reason for that is given."


@pytest.fixture
def response():
    response = ResponseFactory()
    NarrativeSectionFactory(response=response)
    return response


def asked(response):
    client = signed_in(Role.EDITOR, force=response.force)
    return client.get(page(Response, "move", response.pk, "submit")).content.decode()


def test_that_an_approver_will_want_the_reason_for_lateness(response):
    assert response.report.published_on.latest < timezone.localdate() - datetime.timedelta(56)
    shown = asked(response)
    assert ASKED in shown
    assert f"{page(Response, 'change', response.pk)}#id_late_reason" in shown
    response.late_reason = "The office moved."
    response.save()
    assert ASKED not in asked(response)


def test_how_many_sections_are_its_own(response):
    comments = ChiefOfficerCommentsFactory(response=response, text="<p>We agree.</p>")
    services.submit_comments(comments=comments, by=None, now=timezone.now())
    assert "1 section of text" in asked(response)
