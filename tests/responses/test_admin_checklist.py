"""The section 55 checklist in the admin: of a version, of the next draft, of a withdrawn one."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forces.models import Role
from recommendations.partial_dates import parse
from responses import services
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import ResponseFactory
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


@pytest.fixture
def response():
    return ResponseFactory(published_on=parse("29 May 2026"))


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def test_a_withdrawn_version_is_called_so_on_the_page_of_its_response(response, editor):
    publication = put_through(response, now=NOW)
    services.withdraw(publication=publication, by=None, now=NOW, reason="It named somebody.")
    change = page(Response, "change", response.pk)
    assert "Version 1 withdrawn" in editor.get(change).content.decode()
    compliance = editor.get(page(Response, "compliance", response.pk)).content.decode()
    assert "The newest version was withdrawn on 29 May 2026." in compliance


def test_the_page_of_a_move_knows_what_was_sent(response, editor):
    publication = put_through(response, now=NOW)
    services.record_dispatch(
        publication=publication, by=None, now=NOW, recipient="inspectorate", sent_on=NOW.date()
    )
    services.open_next_draft(response=response, by=None, now=NOW)
    submit = editor.get(page(Response, "move", response.pk, "submit")).content.decode()
    assert "Version 1 was sent on 29 May 2026; no copy of version 2 yet." in submit
    compliance = editor.get(page(Response, "compliance", response.pk)).content.decode()
    assert "Version 1 was sent on 29 May 2026; no copy of version 2 yet." in compliance


def test_the_compliance_record_of_a_version_tells_of_its_own_copies(response, editor):
    sent = {"by": None, "now": NOW, "recipient": "inspectorate"}
    Response.objects.update(published_on=parse("27 May 2026"))
    first = put_through(response, now=NOW)
    second = put_through(services.open_next_draft(response=response, by=None, now=NOW), now=NOW)
    services.record_dispatch(publication=second, sent_on=datetime.date(2026, 5, 29), **sent)
    services.record_dispatch(publication=first, sent_on=datetime.date(2026, 5, 28), **sent)
    shown = editor.get(page(Response, "compliance", response.pk)).content.decode()
    assert "Sent on 29 May 2026." in shown
    assert "28 May" not in shown


def test_the_checklist_reads_no_publication_as_a_whole(response):
    publication = put_through(response, now=NOW)
    services.record_dispatch(
        publication=publication, by=None, now=NOW, recipient="inspectorate", sent_on=NOW.date()
    )
    with CaptureQueriesContext(connection) as asked:
        services.checklist_of(Response.objects.get(pk=response.pk), on=NOW.date())
    assert not [one for one in asked if '"payload"' in one["sql"]]
