"""The made-up ratings of the national register, each with its course over the years."""

from itertools import islice

from django.db import transaction

from recommendations.courses import Mark
from recommendations.models import Assessment, AssessmentChange

from .made_up_course import course_of

BATCH = 2000


@transaction.atomic
def load_ratings(force, findings, on, chance):
    """Add a rating of `force` for each finding, and its course to the end of the day `on`.

    Returns pairs of a finding and the Marks of its course, in the order of `findings`.
    """
    courses = [
        course_of(one.report.published_on.earliest, one.due_on.earliest, on, chance)
        for one in findings
    ]
    ratings = Assessment.objects.bulk_create(
        [rating_of(force, *pair) for pair in zip(findings, courses, strict=True)], BATCH
    )
    changes = (
        AssessmentChange(assessment=rating, **mark._asdict())
        for rating, course in zip(ratings, courses, strict=True)
        for mark in course
    )
    while batch := list(islice(changes, BATCH)):
        AssessmentChange.objects.bulk_create(batch)
    return list(zip(findings, courses, strict=True))


def rating_of(force, finding, course):
    """Return the rating, not saved yet, that stands after the Marks of `course`."""
    last = (course[-1] if course else Mark())._asdict()
    reviewed_on = last.pop("true_on")
    del last["recorded_at"]
    return Assessment(
        force=force,
        recommendation=finding,
        opened_on=finding.report.published_on.earliest,
        reviewed_on=reviewed_on,
        **last,
    )
