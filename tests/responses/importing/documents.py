"""The documents that the import is tried on, and the register that each is imported into."""

import os
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from forces.models import PoliceForce
from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from responses.demonstration.register import load_report
from responses.importing.reading import decode, from_text
from responses.importing.service import import_document
from tests.factories import (
    InspectionReportFactory,
    LocalPolicingBodyFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
)

DATA = Path(__file__).resolve().parents[2] / "data"
OURS = sorted(DATA.glob("*-response*.txt"))
ORIGINALS = sorted(Path(os.environ["ORIGINALS_DIR"]).glob("*.txt")) if (
    os.environ.get("ORIGINALS_DIR")
) else []  # fmt: skip
FORM, STATEMENT = OURS

SUBJECTS = (
    "Marking trailers and tools",
    "A named officer for each farm watch",
    "Guidance on stolen machinery",
    "Calls about sheep",
    "Plates of vans shared with neighbours",
    "Thanks to volunteers",
)


def farm_report():
    """The report that our own two documents answer, with its six recommendations."""
    report = InspectionReportFactory(
        title="Sheep, tractors and trust: how forces deal with theft from farms",
        short_title="Theft from farms, 2026",
        slug="theft-from-farms",
        published_on=parse("3 February 2026"),
    )
    for order, subject in enumerate(SUBJECTS):
        label = str(order + 1)
        RecommendationFactory(
            report=report, label=label, order=order, subject=subject, text=f"<p>{subject}.</p>"
        )
    return report


def county_force(slug="borsetshire", **body):
    """A force with the body that oversees it."""
    name = slug.title()
    force = PoliceForceFactory(name=f"{name} Police", short_name=name, slug=slug)
    OversightFactory(force=force, body=LocalPolicingBodyFactory(**body))
    return force


def register_for(path):
    """The force and the report that the document at `path` answers."""
    if path in OURS:
        return county_force(path.name.split("-")[0]), farm_report()
    call_command("load_forces", verbosity=0)
    force = next(f for f in PoliceForce.objects.all() if path.name.startswith(f.slug))
    return force, load_report()


def import_text(text, *, force=None, report=None, replace=False):
    """Import `text` for a force and a report of our own, unless they are given."""
    force = force or county_force()
    report = report or InspectionReport.objects.first() or farm_report()
    return import_document(
        from_text(text), force=force, report=report, now=timezone.now(), replace=replace
    )


def import_file(path, **options):
    force, report = register_for(path)
    return import_text(decode(path.read_bytes()), force=force, report=report, **options)
