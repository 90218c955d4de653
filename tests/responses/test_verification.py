"""`manage.py verify_publications`: it finds whatever was altered, and names it."""

import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from forces import guard
from forces.models import PoliceForce
from recommendations.models import InspectionReport
from responses.models import (
    Dispatch,
    Passage,
    Publication,
    PublishedDocument,
    PublishedReport,
    RenderedPage,
    Response,
    ResponseEvent,
    Withdrawal,
)
from responses.publishing import chain
from responses.publishing.canonical import sha256
from responses.publishing.record import Record
from responses.publishing.verification import (
    StoredDocument,
    StoredResponse,
    StoredVersion,
    first_fault,
)
from responses.services import withdraw
from tests.factories import InspectionReportFactory, PoliceForceFactory, ResponseFactory

from .publishing import NOW, publish_again, publish_response, put_through

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent.parent / "data"
GUARDED = (Publication, PublishedDocument, PublishedReport, ResponseEvent, Withdrawal, Dispatch)


def lift():
    """Do what a thief would: drop the triggers first."""
    with connection.cursor() as cursor:
        for model in GUARDED:
            for sql in guard.to_lift(model, connection.vendor):
                cursor.execute(sql)


def alter(row, **values):
    """Change `row` behind the back of everything."""
    lift()
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def remove(*rows):
    """Remove publications with all that hangs on them."""
    lift()
    keys = [row.pk for row in rows]
    beside = (RenderedPage, Passage, PublishedDocument, PublishedReport, Withdrawal, Dispatch)
    for model in beside:
        model._base_manager.filter(publication__in=keys)._raw_delete("default")
    Publication._base_manager.filter(pk__in=keys)._raw_delete("default")


def fault():
    with pytest.raises(CommandError) as found:
        call_command("verify_publications")
    assert found.value.returncode == 1
    return str(found.value)


@pytest.fixture
def versions():
    """Three versions for Borsetshire, the second withdrawn, after and before those of others."""
    publish_response()
    draft = ResponseFactory(
        force=PoliceForceFactory(slug="borsetshire", short_name="Borsetshire"),
        report=InspectionReportFactory(slug="ponds", short_title="Ponds, 2026"),
    )
    draft.further_reports.add(InspectionReportFactory(slug="puddles"))
    first = put_through(draft)
    second = publish_again(first)
    withdraw(publication=second, by=None, now=NOW, reason="Wrong.")
    third = publish_again(second)
    publish_response()
    return first, second, third


NAME = "Borsetshire (borsetshire), “Ponds, 2026” (ponds): "


def test_what_is_as_it_was_published_is_counted(versions, capsys):
    ResponseFactory()
    call_command("verify_publications")
    told, _, ends = capsys.readouterr().out.splitlines()
    assert told == "Verified 5 versions of 3 responses: all as they were published."
    put_through(ResponseFactory())
    call_command("verify_publications")
    assert capsys.readouterr().out.splitlines()[2] != ends


def test_nothing_to_verify_is_no_fault(capsys):
    call_command("verify_publications")
    assert "no versions of no responses" in capsys.readouterr().out


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_altered_payload_is_named(versions, place):
    row = versions[place]
    alter(row, payload=row.payload.replace("Ponds", "Lakes", 1))
    assert fault() == (
        f"{NAME}version {place + 1} is not what was published: its payload has another hash."
    )


def test_an_altered_document_is_named(versions):
    document = versions[1].documents.get(layout="record", format="pdf")
    alter(document, content=bytes(document.content) + b" ")
    assert fault() == (f"{NAME}version 2 has a document that is not what was stored: record, PDF.")


@pytest.mark.parametrize(
    ("gone", "told"),
    [({}, "statement, PDF"), ({"layout": "record", "format": "docx"}, "record, Word")],
)
def test_a_document_that_is_gone_is_named(versions, gone, told):
    lift()
    PublishedDocument._base_manager.filter(publication=versions[1], **gone)._raw_delete("default")
    assert fault() == f"{NAME}version 2 lacks a document that was stored with it: {told}."


def stored_version(schema, documents):
    """Return a StoredVersion, untouched, of a record of `schema` and with `documents`."""
    payload = (DATA / f"record-v{schema}.json").read_text()
    record = Record.from_json(payload)
    digest = sha256(payload)
    return StoredVersion(
        number=1,
        force=record.force.slug,
        report=record.report.slug,
        reports=frozenset(report.slug for report in record.reports),
        payload=payload,
        sha256=digest,
        chain_sha256=chain.link(
            previous=chain.START, number=1, published_at=NOW, payload_sha256=digest
        ),
        published_at=NOW,
        documents=documents,
    )


@pytest.mark.parametrize(
    ("schema", "documents", "words"),
    [
        (4, (), ""),
        (4, (StoredDocument("statement, PDF", is_as_stored=True),), "statement, Word"),
        (5, (), "statement, PDF"),
    ],
)
def test_a_version_from_before_there_were_documents_may_have_none(schema, documents, words):
    version = stored_version(schema, documents)
    response = StoredResponse(version.force, version.report, (version,), 1, 0)
    found = first_fault(response)
    told = f"lacks a document that was stored with it: {words}"
    assert (found.words if found else "") == (told if words else "")


def test_a_payload_that_became_bytes_is_named():
    """SQLite holds no column to its type."""
    version = StoredVersion(1, "", "", frozenset(), b"{}", sha256("{}"), "", NOW)
    found = first_fault(StoredResponse("", "", (version,), 1, 0))
    assert (found.number, found.words.split(": ")[1]) == (1, "its payload is no text")


def test_a_payload_altered_with_its_hash_breaks_the_chain(versions):
    payload = versions[0].payload.replace("Ponds", "Lakes", 1)
    alter(versions[0], payload=payload, sha256=sha256(payload))
    assert fault().startswith(f"{NAME}version 1 is not tied to the version before it")


def test_a_payload_altered_with_its_hash_and_link_breaks_the_link_of_the_next(versions):
    payload = versions[0].payload.replace("Ponds", "Lakes", 1)
    link = chain.link(
        previous=chain.START, number=1, published_at=NOW, payload_sha256=sha256(payload)
    )
    alter(versions[0], payload=payload, sha256=sha256(payload), chain_sha256=link)
    assert fault().startswith(f"{NAME}version 2 is not tied to the version before it")


def test_an_altered_moment_of_publication_is_named(versions):
    alter(versions[1], published_at=NOW - datetime.timedelta(seconds=1))
    assert fault().startswith(f"{NAME}version 2 is not tied to the version before it")


def test_a_removed_version_is_named_wherever_it_stood(versions):
    remove(versions[1])
    assert fault() == f"{NAME}version 2 is missing; the next that is there is 3."


def test_a_removed_first_version_is_named(versions):
    remove(versions[0])
    assert fault() == f"{NAME}version 1 is missing; the next that is there is 2."


def test_a_removed_last_version_is_missed_by_the_audit(versions):
    remove(versions[2])
    assert fault() == f"{NAME}it was published 3 times, and 2 versions are there."


def test_a_removed_response_is_missed_by_the_audit(versions):
    remove(*versions)
    assert fault() == f"{NAME}it was published 3 times, and no versions are there."


def test_versions_that_changed_places_are_named(versions):
    alter(versions[2], number=9)
    alter(versions[0], number=3)
    alter(versions[2], number=1)
    assert fault().startswith(f"{NAME}version 1 is not tied to the version before it")


@pytest.mark.parametrize(
    "change", [{"reason": "A better reason."}, {"withdrawn_at": NOW + datetime.timedelta(days=1)}]
)
def test_a_changed_withdrawal_is_named(versions, change):
    alter(versions[1].withdrawal, **change)
    assert fault().startswith(f"{NAME}version 2 has a withdrawal that was changed")


def test_a_removed_withdrawal_is_missed_by_the_audit(versions):
    lift()
    Withdrawal._base_manager.all()._raw_delete("default")
    assert fault() == f"{NAME}it was withdrawn 1 time, and no withdrawals are there."


def test_a_version_that_is_listed_for_another_report_is_named(versions):
    row = PublishedReport.objects.get(publication=versions[0], report__slug="puddles")
    alter(row, report=InspectionReportFactory(slug="rivers"))
    assert fault() == (
        f"{NAME}version 1 is listed for the reports “ponds”, “rivers”, and its payload says "
        "“ponds”, “puddles”."
    )


def test_a_version_under_another_force_is_named(versions):
    alter(versions[2], force=PoliceForceFactory(slug="felpersham"))
    assert fault() == (
        f"{NAME}version 3 stands under the force “felpersham”, and its payload says “borsetshire”."
    )


def test_a_version_under_another_lead_report_is_named(versions):
    alter(versions[2], report=InspectionReportFactory(slug="rivers"))
    assert fault() == (
        f"{NAME}version 3 stands under the report “rivers”, and its payload says “ponds”."
    )


def test_an_address_that_was_renamed_behind_the_back_of_what_is_published_is_named(versions):
    PoliceForce.objects.filter(slug="borsetshire").update(slug="borset")
    assert "version 1 stands under the force “borset”" in fault()
    PoliceForce.objects.filter(slug="borset").update(slug="borsetshire")
    InspectionReport.objects.filter(slug="puddles").update(slug="pools")
    assert "version 1 is listed for the reports “ponds”, “pools”" in fault()


def test_a_version_that_was_moved_to_another_response_is_named():
    publication = publish_response(force=PoliceForceFactory(slug="borsetshire"))
    other = ResponseFactory(force=PoliceForceFactory(slug="felpersham"), report=publication.report)
    lift()
    ResponseEvent._base_manager.all()._raw_delete("default")
    alter(publication, response=other)
    assert fault().endswith(
        f"version 1 stands with a response of “felpersham” to “{publication.report.slug}”."
    )


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ("{}", "KeyError"),
        ("not json", "JSONDecodeError"),
        ('{"schema_version":99}', "No Record of schema 99 can be read."),
        ("[]", "TypeError"),
    ],
)
def test_a_payload_that_is_no_record_is_named(payload, words):
    publication = publish_response()
    digest = sha256(payload)
    link = chain.link(previous=chain.START, number=1, published_at=NOW, payload_sha256=digest)
    alter(publication, payload=payload, sha256=digest, chain_sha256=link)
    found = fault()
    assert "version 1 cannot be read as a record" in found
    assert words in found


def test_more_versions_than_the_audit_counts_are_from_before_it(versions):
    lift()
    ResponseEvent._base_manager.all()._raw_delete("default")
    call_command("verify_publications")


class TestDemonstration:
    @pytest.fixture(autouse=True)
    def demonstration(self, settings):
        settings.DEBUG = True
        call_command("demo", "--no-serve", verbosity=0)

    def test_it_is_as_it_was_published(self, capsys):
        capsys.readouterr()
        call_command("verify_publications")
        assert "Verified 2 versions of 2 responses" in capsys.readouterr().out

    def test_one_altered_payload_is_named(self):
        row = Publication.objects.get(force__slug="staffordshire")
        alter(row, payload=row.payload.replace("Becky Riggs", "Somebody Else"))
        title = Response.objects.get(force__slug="staffordshire").report.short_title
        assert fault() == (
            f"Staffordshire (staffordshire), “{title}” (online-child-sexual-abuse-2026): "
            "version 1 is not what was published: its payload has another hash."
        )
