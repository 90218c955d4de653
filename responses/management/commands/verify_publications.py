"""Check that everything that was published is as it was."""

import hashlib

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Q

from responses.models import Event, FrozenBoard, Response
from responses.published import moves
from responses.publishing.canonical import sha256
from responses.publishing.layouts.words import count
from responses.publishing.verification import (
    StoredBoard,
    StoredDocument,
    StoredResponse,
    StoredVersion,
    StoredWithdrawal,
    document_name,
    fault_of_board,
    first_fault,
)


class Command(BaseCommand):
    help = (
        "Compute every hash and chain of what was published again, hold each version against "
        "its payload, and compute the hashes of the boards' frozen pages. Stops at the first "
        "fault, with its force, and its report and version or its meeting."
    )

    def handle(self, **options):
        versions = answered = 0
        moved = moves()
        ends = []
        for response in _responses().iterator():
            stored = _stored(response)
            fault = first_fault(stored, moved)
            if fault:
                raise CommandError(_words(response, fault))
            versions += len(stored.versions)
            answered += bool(stored.versions)
            ends += [one.chain_sha256 for one in stored.versions[-1:]]
        boards = _verified_boards(moved)
        told = f"{count(versions, 'version')} of {count(answered, 'response')}"
        self.stdout.write(f"Verified {told}: all as they were published.")
        self.stdout.write(f"Verified {count(boards, 'frozen page')} of boards: all as frozen.")
        self.stdout.write(f"The ends of the chains together: {sha256(''.join(ends))}")


def _verified_boards(moved):
    """Return how many frozen pages of boards there are; raises CommandError for a fault.

    `moved` are the Moves of addresses until now.
    """
    number = 0
    for row in FrozenBoard.objects.select_related("meeting__force").order_by("pk").iterator():
        meeting = row.meeting
        stored = StoredBoard(meeting.force.slug, meeting.held_on, row.payload, row.sha256)
        if fault := fault_of_board(stored, moved):
            raise CommandError(
                f"{meeting.force.short_name} ({meeting.force.slug}), minutes {row.pk} "
                f"of “{meeting.name}”: the frozen page {fault}."
            )
        number += 1
    return number


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
