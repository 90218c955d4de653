"""Read an office's document into a draft."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from forces.models import PoliceForce
from recommendations.models import InspectionReport
from responses.importing.files import MOST_BYTES, read
from responses.importing.refusal import ImportRefusedError
from responses.importing.service import import_document


class Command(BaseCommand):
    help = (
        "Read a response (.docx, .pdf or .txt) into the draft of a force's answer to a report, "
        "and say what went where, what was left out and what could not be placed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the document: .docx, .pdf or .txt")
        parser.add_argument("--force", required=True, metavar="SLUG", help="thames-valley")
        parser.add_argument("--report", required=True, metavar="SLUG", help="its address here")
        parser.add_argument("--dry-run", action="store_true", help="say it all, write nothing")
        parser.add_argument(
            "--replace", action="store_true", help="replace the text that the draft has"
        )

    def handle(self, *, file, force, report, dry_run, replace, **options):
        force = _find(PoliceForce, "force", force)
        report = _find(InspectionReport, "report", report)
        try:
            with file.open("rb") as opened:
                source = read(opened.read(MOST_BYTES + 1), file.name)
            with transaction.atomic():
                outcome = import_document(
                    source, force=force, report=report, now=timezone.now(), replace=replace
                )
                transaction.set_rollback(dry_run)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except ImportRefusedError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("\n".join(outcome.lines()))
        if dry_run:
            self.stdout.write("\nThis was a dry run: nothing was written.")


def _find(model, what, slug):
    found = model.found_at(slug)
    if found is None:
        raise CommandError(f"No {what} here has the address “{slug}”.")
    return found
