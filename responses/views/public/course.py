"""What the publications of a force said over time, read in two queries."""

from django.utils import timezone

from ...models import Publication
from ...pictures import days_before
from ...presenters.published_course import Version, needed, published_course
from ...published import read
from ...publishing.layouts.findings import rag_of, rated

FIELDS = ("pk", "response", "number", "published_at", "withdrawal__withdrawn_at")


def course_of(force, published, moved, *, on):
    """Return the PublishedCourse of `force` until the day `on`, or None.

    `published` are what of it was read already, by the Moves `moved`. Versions that no month
    ended with are not read.
    """
    listed = Publication.objects.filter(force=force, report__is_listed=True).order_by()
    versions = [_version(*row) for row in listed.values_list(*FIELDS)]
    days = days_before(on)
    wanted = needed(versions, days)
    held = [one for one in published if one.publication.pk in wanted]
    missing = wanted - {one.publication.pk for one in held}
    held += read(Publication.objects.filter(pk__in=missing), moved)
    states = {one.publication.pk: _states(one.record) for one in held}
    return published_course(days, versions, states)


def _version(key, response, number, published_at, withdrawn_at):
    withdrawn_on = timezone.localdate(withdrawn_at) if withdrawn_at else None
    return Version(key, response, number, timezone.localdate(published_at), withdrawn_on)


def _states(record):
    return {(one.report_slug, one.ref): rag_of(one) for one in rated(record.findings)}
