"""Write the whole public site as files."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from responses.exporting import EXPORTED, export, why_not
from responses.exporting.asking import NotAnsweredError

NO_ADDRESS = "SITE_ADDRESS is not set: a copy says of which site it is one (docs/settings.md)."


class Command(BaseCommand):
    help = (
        "Write every public page, all versions and files of what is published, the feeds and the "
        "styles as files at the same addresses, with their hashes. A folder that is there already "
        "is replaced only if it is an earlier copy."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="the folder to write, such as copy")

    def handle(self, *, folder, **options):
        place = folder.resolve()
        if not settings.SITE_ADDRESS:
            raise CommandError(NO_ADDRESS)
        if refusal := why_not(place):
            raise CommandError(refusal)
        try:
            number = export(place, on=timezone.localdate(), told=self._tell_progress)
        except (NotAnsweredError, OSError) as error:
            raise CommandError(f"Nothing was written. {error}") from error
        self.stdout.write(f"Wrote {number} files to {folder}.")
        self.stdout.write("To check them there: sha256sum -c SHA256SUMS")

    def _tell_progress(self, name, files):
        done = list(EXPORTED).index(name) + 1
        self.stdout.write(f"{done} of {len(EXPORTED)}: {name}, {files} files so far")
        self.stdout.flush()
