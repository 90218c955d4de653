"""Published responses, for tests of what the public sees."""

import datetime

from django.urls import reverse
from django.utils import timezone

from recommendations.partial_dates import parse
from responses.duty import is_late
from responses.publishing.build import build_record
from responses.services import approve, open_next_draft, publish, submit
from tests.factories import NarrativeSectionFactory, ResponseFactory

NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
REASON = "Answered as a whole."


def publish_response(**values):
    """Make a response of the 29th of May 2026 unless told otherwise, and publish it."""
    response = ResponseFactory(**({"published_on": parse("29 May 2026")} | values))
    return put_through(response)


def put_through(response, *, now=NOW):
    """Have `response` submitted, approved with its gaps, and published, as it is now."""
    make_approved(response, now=now)
    return publish(response=response, by=None, now=now)


def publish_again(publication, *, now=NOW):
    """Publish the response of `publication` once more, as the next version."""
    return put_through(open_next_draft(response=publication.response, by=None, now=now), now=now)


def make_approved(response, *, now=NOW, by=None):
    """Have `response` submitted, by whom is told, and approved.

    One without a word is given a section, and one that is late a reason for it.
    """
    on = timezone.localdate(now)
    if is_late(build_record(response, on=on), on=on) and not response.late_reason:
        response.late_reason = "The office moved."
        response.save()
    if not (response.sections.exists() or response.answers.exists() or response.fields.exists()):
        NarrativeSectionFactory(response=response)
    submit(response=response, by=by, now=now)
    return approve(response=response, by=None, now=now, reason=REASON)


def words(response):
    """Return the text of a page without its line breaks."""
    return " ".join(response.content.decode().split())


def version_address(publication, layout=None):
    """Return the address of `publication` as a version."""
    path = f"{address(publication)}v{publication.number}/"
    return f"{path}{layout}/" if layout else path


def address(publication, layout=None):
    names = [publication.force.slug, publication.report.slug]
    return (
        reverse("response_layout", args=[*names, layout])
        if layout
        else reverse("response", args=names)
    )
