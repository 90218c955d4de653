"""A published response as a file: its Record for programs, its recommendations as a table."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from recommendations.models import InspectionReport
from responses.publishing.canonical import sha256
from responses.publishing.record import Record
from responses.publishing.spreadsheet import HEADINGS
from responses.services import withdraw
from tests.factories import RecommendationFactory, ResponseFactory

from .publishing import NOW, address, publish_again, publish_response, put_through, version_address

pytestmark = pytest.mark.django_db
SUFFIXES = ("json", "csv", "xlsx")


@pytest.fixture
def publication():
    response = ResponseFactory()
    RecommendationFactory(report=response.report, label="1", subject="Ponds")
    return put_through(response)


def places(publication, suffix):
    """The address of a file of the newest version, and of that version."""
    return [f"{place(publication)}response.{suffix}" for place in (address, version_address)]


def test_the_json_is_what_was_published_to_the_byte(client, publication):
    for path in places(publication, "json"):
        sent = client.get(path)
        assert sent["Content-Type"] == "application/json"
        assert sent.content.decode() == publication.payload
        assert sha256(sent.content.decode()) == publication.sha256


def test_the_tables_hold_each_recommendation(client, publication):
    record = Record.from_json(publication.payload)
    for path in places(publication, "csv"):
        rows = list(csv.reader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))
        assert rows[0] == list(HEADINGS)
        assert len(rows) == 1 + len(record.findings)
    for path in places(publication, "xlsx"):
        sheet = load_workbook(io.BytesIO(client.get(path).content)).active
        assert sheet.max_row == 1 + len(record.findings)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_file_costs_one_query_and_is_not_sent_twice(client, publication, suffix):
    for path in places(publication, suffix):
        with CaptureQueriesContext(connection) as asked:
            sent = client.get(path)
        assert len(asked) == 1
        assert sent.status_code == 200
        assert not sent.cookies
        name = f"{publication.force.slug}-{publication.report.slug}-v1.{suffix}"
        assert sent["Content-Disposition"] == f'inline; filename="{name}"'
        again = client.get(path, headers={"if-none-match": sent["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(path)["Content-Length"] == str(len(sent.content))
        assert client.post(path).status_code == 405


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_old_version_stays_as_a_file_and_a_withdrawn_one_says_why_not(
    client, publication, suffix
):
    second = publish_again(publication)
    newest, version = places(second, suffix)
    first = places(publication, suffix)[1]
    assert client.get(newest).content == client.get(version).content
    before = client.get(first).content
    withdraw(publication=second, by=None, now=NOW, reason="It named somebody.")
    for path in (newest, version):
        gone = client.get(path)
        assert gone.status_code == 410
        assert "It named somebody." in gone.content.decode()
    assert client.get(first).content == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_further_report_leads_to_the_file_of_its_lead_report(client, suffix):
    response = ResponseFactory()
    further = RecommendationFactory().report
    response.further_reports.add(further)
    publication = put_through(response)
    newest = places(publication, suffix)[0]
    asked = newest.replace(publication.report.slug, further.slug)
    assert client.get(asked).url == newest


def test_what_readers_cannot_see_is_no_file_either(client, publication):
    InspectionReport.objects.update(is_listed=False)
    for suffix in SUFFIXES:
        for path in places(publication, suffix):
            assert client.get(path).status_code == 404
    assert client.get(places(publish_response(), "pages")[0]).status_code == 404


def test_the_page_of_each_version_leads_to_its_own_files(client, publication):
    second = publish_again(publication)
    for page, place in (
        (address(second), address(second)),
        (version_address(publication), version_address(publication)),
    ):
        shown = client.get(page).content.decode()
        for suffix in SUFFIXES:
            assert f'href="{place}response.{suffix}"' in shown
