"""Make the kept pages of all publications anew, at each deployment."""

from django.core.management.base import BaseCommand
from django.db import transaction

from responses.derived import derive
from responses.documents.stored import store
from responses.models import Response
from responses.publishing.layouts.words import count
from responses.services.moving import held


class Command(BaseCommand):
    help = (
        "Render the pages of every publication as the site is now, in place of those that are "
        "kept, make anew what the search looks through, and the documents of those that have "
        "none. Run it at each deployment, after collectstatic: until then each page is made when "
        "it is asked for. What was published stays as it is."
    )

    def handle(self, **options):
        responses = Response.objects.filter(publications__isnull=False).distinct().order_by("pk")
        pages = documents = 0
        for response in responses:
            # Each by itself, so that nobody who publishes waits for all of them.
            with transaction.atomic():
                pages += derive(held(response))
                documents += sum(store(one) for one in response.publications.order_by("number"))
        told = f"{count(pages, 'page')} of {count(len(responses), 'response')}"
        made = f", and made {count(documents, 'document')}" if documents else ""
        self.stdout.write(f"Rendered {told}{made}.")
