"""What is given of responses and their answers: publications, and nothing of a draft."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from recommendations.kinds import FindingKind
from recommendations.rag import Progress, Rag

from ..models import Publication
from ..presenters.versions import version_url
from ..published import read
from ..publishing.layouts.findings import rag_of, rated
from ..publishing.record import Finding, Record
from ..publishing.spreadsheet import COLUMNS
from .fields import (
    ADDRESS,
    DATE,
    FLAG,
    MOMENT,
    NUMBER,
    TEXT,
    TEXTS,
    Field,
    Shape,
    absolute,
    nullable,
    one_of,
)

# The texts of an answer are those of the table of a single response.
TEXT_OF = {column.heading: column.text for column in COLUMNS}


@dataclass(frozen=True)
class Row:
    """A finding as a response answers it."""

    publication: Publication
    record: Record
    finding: Finding


def _file(publication, suffix):
    names = {"force": publication.force.slug, "report": publication.report.slug}
    number = publication.number
    return absolute(reverse("version_file", kwargs={**names, "number": number, "suffix": suffix}))


def _withdrawal(one):
    return getattr(one.publication, "withdrawal", None)


def _unless_withdrawn(text):
    """Return what `text` makes of a version; blank where it is withdrawn, which quotes nothing."""
    return lambda one: "" if _withdrawal(one) else text(one)


def _of_withdrawal(value, *, otherwise):
    return lambda one: value(_withdrawal(one)) if _withdrawal(one) else otherwise


def _moment(moment):
    return timezone.localtime(moment).isoformat()


RESPONSE = Shape(
    "Response",
    "A version of a response. A withdrawn one is told with its reason, and quotes nothing.",
    (
        Field("force", TEXT, "The key of the force.", lambda one: one.publication.force.slug),
        Field("report", TEXT, "The key of the report.", lambda one: one.publication.report.slug),
        Field(
            "further_reports",
            TEXTS,
            "The keys of other reports that it answers too.",
            lambda one: [report.slug for report in one.record.further_reports],
        ),
        Field("version", NUMBER, "Its number, from 1.", lambda one: one.publication.number),
        Field("title", TEXT, "Its title.", _unless_withdrawn(lambda one: one.record.title)),
        Field("body", TEXT, "Who published it.", lambda one: one.record.body.name),
        Field(
            "published_on",
            DATE,
            "When the office published it, as far as known.",
            _unless_withdrawn(lambda one: one.record.published_on.iso),
        ),
        Field(
            "published_here_at",
            MOMENT,
            "When this version was published on this register.",
            lambda one: _moment(one.publication.published_at),
        ),
        Field(
            "withdrawn_at",
            nullable(MOMENT),
            "When it was withdrawn; null if it was not.",
            _of_withdrawal(lambda one: _moment(one.withdrawn_at), otherwise=None),
        ),
        Field(
            "withdrawal_reason",
            TEXT,
            "Why it was withdrawn; blank if it was not.",
            _of_withdrawal(lambda one: one.reason, otherwise=""),
        ),
        Field(
            "sha256",
            TEXT,
            "The SHA-256 of its whole record, by which a copy can be checked.",
            lambda one: one.publication.sha256,
        ),
        Field(
            "is_demonstration",
            FLAG,
            "Whether it is part of a demonstration.",
            lambda one: one.record.is_demonstration,
        ),
        Field("address", ADDRESS, "Its page.", lambda one: absolute(version_url(one.publication))),
        Field(
            "record",
            TEXT,
            "The address of its whole record as JSON; blank if it was withdrawn.",
            _unless_withdrawn(lambda one: _file(one.publication, "json")),
        ),
    ),
)


def _text(heading):
    return lambda row: TEXT_OF[heading](row.record, row.finding)


def _of_rating(value):
    return lambda row: value(row.finding.rating) if row.finding.rating else ""


ANSWER = Shape(
    "Answer",
    "A finding as one force answers it and stands on it, by its current response.",
    (
        Field("force", TEXT, "The key of the force.", lambda row: row.record.force.slug),
        Field("force_name", TEXT, "Its name on the day.", lambda row: row.record.force.name),
        Field("body", TEXT, "Who published the answer.", lambda row: row.record.body.name),
        Field("report", TEXT, "The key of the report.", lambda row: row.finding.report_slug),
        Field("report_title", TEXT, "The title of the report in lists.", _text("Report")),
        Field("ref", TEXT, "The key of the finding in its report.", lambda row: row.finding.ref),
        Field("kind", one_of(FindingKind), "What kind it is.", lambda row: row.finding.kind.key),
        Field("label", TEXT, "The number that the report prints.", _text("No.")),
        Field("recommendation", TEXT, "The wording of the report.", _text("Recommendation")),
        Field("addressed_to", TEXT, "To whom, one in a line.", _text("Addressed to")),
        Field("due", TEXT, "When it is due, in words.", _text("Due")),
        Field(
            "rag",
            one_of(Rag, or_blank=True),
            "Where the force stands, in its own or its body’s view; blank for good practice.",
            lambda row: rag_of(row.finding).value if rated([row.finding]) else "",
        ),
        Field("reason", TEXT, "The reason for that.", _text("Reason")),
        Field(
            "progress",
            one_of(Progress, or_blank=True),
            "How far the work is.",
            _of_rating(lambda one: one.progress.key if one.progress else ""),
        ),
        Field(
            "expected_on",
            DATE,
            "When it is expected to close.",
            _of_rating(lambda one: one.expected_on.iso),
        ),
        Field(
            "reviewed_on",
            DATE,
            "The day of which the rating is true.",
            _of_rating(lambda one: one.reviewed_on.iso),
        ),
        Field("position", TEXT, "Whether it is accepted, in words.", _text("Position")),
        Field("answer", TEXT, "What was done or is proposed.", _text("Answer")),
        Field("why_no_action", TEXT, "Why nothing is.", _text("Why no action")),
        Field(
            "section", TEXT, "Where else the response explains it.", _text("Explained in section")
        ),
        Field("version", NUMBER, "The version it is from.", lambda row: row.publication.number),
        Field(
            "published_on",
            DATE,
            "When the office published the response.",
            lambda row: row.record.published_on.iso,
        ),
        Field(
            "is_demonstration",
            FLAG,
            "Whether it is part of a demonstration.",
            lambda row: row.record.is_demonstration,
        ),
        Field(
            "address",
            ADDRESS,
            "The version on this register.",
            lambda row: absolute(version_url(row.publication)),
        ),
    ),
)


def versions(publications):
    """Return `publications`, a queryset, as things that RESPONSE reads, by one query."""
    return read(publications.select_related("force", "report", "withdrawal"))


def answers(publications, *, report=None):
    """Return the rows of `publications` that ANSWER reads; those of one report if it is given."""
    found = read(publications.select_related("force", "report"))
    return [
        Row(one.publication, one.record, finding)
        for one in found
        for finding in one.record.findings
        if report is None or finding.report_slug == report
    ]
