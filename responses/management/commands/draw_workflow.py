"""Draw the workflow of a response into the guides."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from responses.presenters import workflow

PLACE = Path(settings.BASE_DIR) / "docs" / "workflow.md"


class Command(BaseCommand):
    help = "Write docs/workflow.md, the state diagram of a response, from the table of transitions."

    def handle(self, **options):
        PLACE.write_text(workflow.page(), encoding="utf-8")
        self.stdout.write(f"{PLACE.name} is written.")
