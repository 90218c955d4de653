"""Load the forces that the inspectorate inspects and the bodies that hold them to account."""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from forces.models import LocalPolicingBody, Oversight, PoliceForce

DATA = Path(__file__).resolve().parents[2] / "data" / "forces.csv"


class Command(BaseCommand):
    help = (
        "Load the 43 territorial forces of England and Wales, five others, and the body that "
        "oversees each. What is there already is left as it is, so it can be run again."
    )

    @transaction.atomic
    def handle(self, *args, **options):
        with DATA.open(encoding="utf-8", newline="") as file:
            added = sum(load_row(row) for row in csv.DictReader(file))
        total = PoliceForce.objects.count()
        self.stdout.write(f"{added} forces added; the register holds {total}.")


def load_row(row):
    """Add the force of `row` with its body and oversight; return whether it was new."""
    if PoliceForce.found_at(row["slug"]):
        return False
    force = PoliceForce.objects.create(
        slug=row["slug"],
        name=row["name"],
        short_name=row["short_name"],
        ons_code=row["ons_code"],
        region=row["region"],
        website=row["force_website"],
    )
    body, _ = LocalPolicingBody.objects.get_or_create(
        name=row["body_name"],
        defaults={"kind": row["body_kind"], "website": row["body_website"]},
    )
    Oversight.objects.create(force=force, body=body)
    return True
