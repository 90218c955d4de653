"""The documents of a publication: made when it is published, stored, and the same for ever."""

import hashlib

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forces import guard
from forces.models import Role
from recommendations.models import InspectionReport
from responses.documents.making import MEDIA_TYPES
from responses.models import PublishedDocument, Response
from responses.publishing import pdf
from responses.services import publish, withdraw
from tests.admin_client import page, signed_in
from tests.factories import RecommendationFactory, ResponseFactory
from tests.responses.publishing import (
    NOW,
    address,
    make_approved,
    publish_again,
    publish_response,
    put_through,
    version_address,
)

from .pdf_reading import read

pytestmark = pytest.mark.django_db
SUFFIXES = ("pdf", "docx")
LAYOUTS = ("statement", "record")


@pytest.fixture
def publication():
    response = ResponseFactory(layout="record")
    RecommendationFactory(report=response.report, label="1", subject="Ponds")
    return put_through(response)


def text_of(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def places(publication, suffix):
    """The addresses of a document, each with its layout: of the newest version, and of this one."""
    return {
        f"{place(publication, layout)}response.{suffix}": layout or "record"
        for place in (address, version_address)
        for layout in (None, *LAYOUTS)
    }


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_is_what_was_stored_and_costs_one_query(client, publication, suffix):
    for path, layout in places(publication, suffix).items():
        stored = publication.documents.get(layout=layout, format=suffix)
        with CaptureQueriesContext(connection) as asked:
            sent = client.get(path)
        assert len(asked) == 1
        assert sent.content == bytes(stored.content)
        assert hashlib.sha256(sent.content).hexdigest() == stored.sha256
        assert sent["Content-Type"] == MEDIA_TYPES[suffix]
        assert not sent.cookies
        again = client.get(path, headers={"if-none-match": sent["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.post(path).status_code == 405


def test_it_says_its_version_its_day_its_address_and_its_hash(client, publication, settings):
    settings.SITE_ADDRESS = "https://answers.example"
    second = publish_again(publication)
    text = text_of(client.get(f"{address(second)}response.pdf").content)
    assert "Version 2 · 29 May 2026" in text
    assert f"https://answers.example{version_address(second)}" in text.replace("\n", "")
    assert second.sha256 in "".join(text.split())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_further_version_leaves_the_bytes_of_the_first(client, publication, suffix):
    path = f"{version_address(publication)}response.{suffix}"
    before = client.get(path).content
    second = publish_again(publication)
    call_command("render_publications", verbosity=0)
    assert client.get(path).content == before
    assert client.get(f"{address(second)}response.{suffix}").content != before
    assert PublishedDocument.objects.count() == 8


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_withdrawn_says_why(client, publication, suffix):
    withdraw(publication=publication, by=None, now=NOW, reason="It named somebody.")
    for path in places(publication, suffix):
        gone = client.get(path)
        assert gone.status_code == 410
        assert "It named somebody." in gone.content.decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_further_report_leads_to_the_document_of_its_lead_report(client, suffix):
    response = ResponseFactory()
    further = RecommendationFactory().report
    response.further_reports.add(further)
    publication = put_through(response)
    for layout in ("", "record/"):
        path = f"{address(publication)}{layout}response.{suffix}"
        asked = path.replace(publication.report.slug, further.slug)
        assert client.get(asked).url == path


def test_what_readers_cannot_see_is_no_document(client, publication):
    InspectionReport.objects.update(is_listed=False)
    for suffix in SUFFIXES:
        for path in places(publication, suffix):
            assert client.get(path).status_code == 404


def test_nothing_is_published_where_a_document_cannot_be_made(monkeypatch):
    response = make_approved(ResponseFactory())

    def fail(document):
        raise RuntimeError("No glyph.")

    monkeypatch.setitem(pdf.__dict__, "_facts", fail)
    with pytest.raises(RuntimeError):
        publish(response=response, by=None, now=NOW)
    response.refresh_from_db()
    assert response.status == "approved"
    assert not PublishedDocument.objects.exists()
    assert not response.publications.exists()


def test_versions_of_before_there_were_documents_get_theirs_once(client, publication, capsys):
    made = {one.pk: bytes(one.content) for one in publication.documents.all()}
    remove_documents()
    path = f"{address(publication)}response.pdf"
    assert client.get(path).status_code == 404
    call_command("render_publications")
    assert "made 4 documents" in capsys.readouterr().out
    assert sorted(made.values()) == sorted(
        bytes(one.content) for one in publication.documents.all()
    )
    call_command("render_publications")
    assert "document" not in capsys.readouterr().out


def remove_documents():
    """Be a database of an older release, which has none."""
    with connection.cursor() as cursor:
        for statements in (guard.to_lift, guard.to_lay):
            for sql in statements(PublishedDocument, connection.vendor):
                cursor.execute(sql)
            if statements is guard.to_lift:
                PublishedDocument._base_manager.all()._raw_delete("default")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_is_a_document_that_says_so_for_those_who_may_read_it(layout, suffix):
    response = ResponseFactory()
    path = page(Response, "preview_document", response.pk, layout, suffix)
    editor = signed_in(Role.EDITOR, force=response.force)
    sent = editor.get(path)
    assert sent["Content-Type"] == MEDIA_TYPES[suffix]
    assert "draft-" in sent["Content-Disposition"]
    if suffix == "pdf":
        assert "Draft: not published" in text_of(sent.content)
    assert signed_in(Role.EDITOR, force=publish_response().force).get(path).status_code == 404
    assert editor.get(path.replace(f".{suffix}", ".exe")).status_code == 404
    assert editor.get(path.replace(f"/{layout}/", "/poster/")).status_code == 404


def test_the_page_leads_to_the_documents_of_its_layout_and_version(client, publication):
    second = publish_again(publication)
    pages = {
        address(second): address(second, "record"),
        address(second, "statement"): address(second, "statement"),
        version_address(publication): version_address(publication, "record"),
    }
    for shown, place in pages.items():
        content = client.get(shown).content.decode()
        for suffix in SUFFIXES:
            assert f'href="{place}response.{suffix}"' in content


def test_the_demonstration_is_marked_on_paper_too(client):
    real = publish_response()
    trial = publish_response(report__is_demonstration=True)
    for publication, is_marked in ((real, False), (trial, True)):
        text = text_of(client.get(f"{address(publication)}response.pdf").content)
        assert ("It is not published by any office" in " ".join(text.split())) is is_marked


def test_the_letterhead_is_that_of_the_day(client):
    response = ResponseFactory()
    body = response.body
    body.office, body.address = "The Office on the Green", "1 The Green\nBorchester"
    body.save()
    publication = put_through(response)
    body.office = "The Office in Town"
    body.save()
    text = text_of(client.get(f"{address(publication)}response.pdf").content)
    assert "The Office on the Green" in text
    assert "1 The Green" in text
