"""What is given of forces, and of reports with their findings: rows of the public register."""

from django.db.models import Prefetch

from forces.models import Oversight, PoliceForce
from recommendations.kinds import FindingKind, ReportKind, Scope
from recommendations.models import Addressing, InspectionReport, Recommendation
from recommendations.nesting import in_reading_order
from recommendations.rich_text import to_plain

from ..publishing.record import Addressed
from .fields import ADDRESS, DATE, FLAG, TEXT, TEXTS, Field, Shape, absolute, listed, one_of

BODY = Shape(
    "Body",
    "A local policing body that holds a force to account, or did.",
    (
        Field("name", TEXT, "Its name.", lambda one: one.body.name),
        Field("title", TEXT, "The title that readers know.", lambda one: one.body.office_title),
        Field(
            "began_on", DATE, "From when on; blank if not known.", lambda one: _day(one.began_on)
        ),
        Field("ended_on", DATE, "Until when; blank if it goes on.", lambda one: _day(one.ended_on)),
    ),
)
FORCE = Shape(
    "Force",
    "A police force, of today or of the past.",
    (
        Field("force", TEXT, "Its key, as in its address.", lambda one: one.slug),
        Field("name", TEXT, "Its full name.", lambda one: one.name),
        Field("short_name", TEXT, "Its name in lists.", lambda one: one.short_name),
        Field("ons_code", TEXT, "Its code in official statistics.", lambda one: one.ons_code),
        Field("region", TEXT, "Its region.", lambda one: one.region),
        Field("began_on", DATE, "Its first day, if known.", lambda one: _day(one.began_on)),
        Field("ended_on", DATE, "Its last day; blank if none.", lambda one: _day(one.ended_on)),
        Field(
            "succeeded_by",
            TEXT,
            "The key of the force that took its place; blank if none.",
            lambda one: one.succeeded_by.slug if one.succeeded_by else "",
        ),
        Field(
            "bodies",
            listed(BODY),
            "Who holds it to account, and did before.",
            lambda one: [BODY.of(row) for row in one.oversights.all()],
        ),
        Field("address", ADDRESS, "Its page.", lambda one: absolute(one.get_absolute_url())),
    ),
)
FINDING = Shape(
    "Finding",
    "A recommendation of a report, or another finding.",
    (
        Field("ref", TEXT, "Its key in its report.", lambda one: one.ref),
        Field("kind", one_of(FindingKind), "What kind it is.", lambda one: one.kind),
        Field("label", TEXT, "The number that the report prints.", lambda one: one.label),
        Field("subject", TEXT, "A few words for lists.", lambda one: one.subject),
        Field("text", TEXT, "Its wording, as plain text.", lambda one: to_plain(one.text)),
        Field(
            "part_of",
            TEXT,
            "The key of the finding it is nested under; blank if none.",
            lambda one: one.parent.ref if one.parent else "",
        ),
        Field("due_on", DATE, "When it is due, if that is known.", lambda one: one.due_on.iso),
        Field("due", TEXT, "The same in the words of the report.", lambda one: _said(one.due_on)),
        Field(
            "addressed_to",
            TEXTS,
            "To whom; “inferred” where the report does not say so.",
            lambda one: [_addressed(row) for row in one.addressings.all()],
        ),
        Field("address", ADDRESS, "Its page.", lambda one: absolute(one.get_absolute_url())),
    ),
)
REPORT = Shape(
    "Report",
    "A report of an inspectorate, with its findings in reading order.",
    (
        Field("report", TEXT, "Its key, as in its address.", lambda one: one.slug),
        Field("title", TEXT, "Its full title.", lambda one: one.title),
        Field("short_title", TEXT, "Its title in lists.", lambda one: one.short_title),
        Field("kind", one_of(ReportKind), "What kind it is.", lambda one: one.kind),
        Field("inspectorate", TEXT, "Who made it.", lambda one: one.inspectorate),
        Field("published_on", DATE, "When it was published.", lambda one: one.published_on.iso),
        Field("source", TEXT, "Where it can be read; blank if not known.", lambda one: one.url),
        Field("scope", one_of(Scope), "Whether it is on all forces.", lambda one: one.scope),
        Field(
            "is_demonstration",
            FLAG,
            "Whether this entry is part of a demonstration.",
            lambda one: one.is_demonstration,
        ),
        Field(
            "findings",
            listed(FINDING),
            "What it found and recommends.",
            lambda one: [FINDING.of(row) for row, _ in in_reading_order(one.findings.all())],
        ),
        Field("address", ADDRESS, "Its page.", lambda one: absolute(one.get_absolute_url())),
    ),
)


def forces():
    """Return the forces as FORCE reads them, by a fixed number of queries."""
    overseen = Oversight.objects.select_related("body").order_by("began_on", "pk")
    rows = PoliceForce.objects.select_related("succeeded_by").order_by("slug")
    return rows.prefetch_related(Prefetch("oversights", overseen))


def reports():
    """Return the reports on the register as REPORT reads them, by a fixed number of queries."""
    named = Addressing.objects.select_related("addressee", "force").order_by("pk")
    findings = Recommendation.objects.select_related("parent")
    findings = findings.prefetch_related(Prefetch("addressings", named))
    rows = InspectionReport.objects.listed().order_by("-published_on", "slug")
    return rows.prefetch_related(Prefetch("findings", findings))


def _day(day):
    return day.isoformat() if day else ""


def _said(date):
    return str(date) if date else ""


def _addressed(row):
    force = row.force.name if row.force else ""
    return Addressed(row.addressee.name, force, row.is_inferred).words
