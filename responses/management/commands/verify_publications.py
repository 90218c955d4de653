"""Check that everything that was published is as it was."""

import hashlib

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Q

from responses.models import Event, Response
from responses.publishing.canonical import sha256
from responses.publishing.layouts.words import count
from responses.publishing.verification import (
    StoredDocument,
    StoredResponse,
    StoredVersion,
    StoredWithdrawal,
    document_name,
    first_fault,
)


class Command(BaseCommand):
    help = (
        "Compute every hash and chain of what was published again, and hold each version "
        "against its payload. Stops at the first fault, with its force, report and version."
    )

    def handle(self, **options):
        versions = answered = 0
        ends = []
        for response in _responses().iterator():
            stored = _stored(response)
            fault = first_fault(stored)
            if fault:
                raise CommandError(_words(response, fault))
            versions += len(stored.versions)
            answered += bool(stored.versions)
            ends += [one.chain_sha256 for one in stored.versions[-1:]]
        told = f"{count(versions, 'version')} of {count(answered, 'response')}"
        self.stdout.write(f"Verified {told}: all as they were published.")
        self.stdout.write(f"The ends of the chains together: {sha256(''.join(ends))}")


def _responses():
    made = {
        "times_published": Count("events", filter=Q(events__move=Event.PUBLISH)),
        "times_withdrawn": Count("events", filter=Q(events__move=Event.WITHDRAWAL)),
    }
    return Response.objects.select_related("force", "report").annotate(**made).order_by("pk")


def _stored(response):
    rows = response.publications.select_related("force", "report", "withdrawal").order_by("number")
    return StoredResponse(
        force=response.force.slug,
        report=response.report.slug,
        versions=tuple(_version(row) for row in rows.prefetch_related("reports__report")),
        times_published=response.times_published,
        times_withdrawn=response.times_withdrawn,
    )


def _version(row):
    withdrawal = getattr(row, "withdrawal", None)
    return StoredVersion(
        number=row.number,
        force=row.force.slug,
        report=row.report.slug,
        reports=frozenset(one.report.slug for one in row.reports.all()),
        payload=row.payload,
        sha256=row.sha256,
        chain_sha256=row.chain_sha256,
        published_at=row.published_at,
        withdrawal=withdrawal
        and StoredWithdrawal(withdrawal.reason, withdrawal.sha256, withdrawal.withdrawn_at),
        documents=tuple(_document(one) for one in row.documents.order_by("pk").iterator()),
    )


def _document(row):
    digest = hashlib.sha256(bytes(row.content)).hexdigest()
    return StoredDocument(document_name(row.layout, row.format), digest == row.sha256)


def _words(response, fault):
    version = f"version {fault.number}" if fault.number else "it"
    return (
        f"{response.force.short_name} ({response.force.slug}), "
        f"“{response.report.short_title}” ({response.report.slug}): {version} {fault.words}."
    )
