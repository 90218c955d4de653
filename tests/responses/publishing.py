"""Published responses, for tests of what the public sees."""

import datetime

from django.urls import reverse

from recommendations.partial_dates import parse
from responses.services import publish
from tests.factories import ResponseFactory

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


def publish_response(**values):
    """Make a response of the 29th of May 2026 unless told otherwise, and publish it."""
    response = ResponseFactory(**({"published_on": parse("29 May 2026")} | values))
    return republish(response)


def republish(response):
    """Publish `response` as it is now."""
    return publish(response=response, by=None, now=NOW)


def words(response):
    """Return the text of a page without its line breaks."""
    return " ".join(response.content.decode().split())


def address(publication, layout=None):
    names = [publication.force.slug, publication.report.slug]
    return (
        reverse("response_layout", args=[*names, layout])
        if layout
        else reverse("response", args=names)
    )
