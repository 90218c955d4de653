"""The made-up responses of the national register: published in bulk, as if over the years.

They are made of working rows, Records and hashes as any are. What takes long for each of some
thousands is left out: `render_publications` makes their pages, PDF and Word files.
"""

import dataclasses
import datetime
import random
from collections import defaultdict

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from forces.models import Oversight
from recommendations.deadlines import SECTION_55_DAYS
from recommendations.partial_dates import PartialDate

from ..kinds import CommentsState, LayoutName, Position, SectionKind
from ..models import (
    Answer,
    ChiefOfficerComments,
    Event,
    NarrativeSection,
    Passage,
    Publication,
    PublishedReport,
    Response,
    ResponseEvent,
)
from ..publishing.build import build_record
from ..publishing.parts import parts_of
from ..searching.indexing import passages_of
from ..services.publication import version_of
from ..workflow import Status
from .made_up_words import paragraphs
from .national_ratings import rating_of

BATCH = 500
# Of each hundred reports, how many a force has answered, and how many of the answers are late.
ANSWERED, LATE = 90, 15
LATE_REASON = "Made up: the panel met a week later than planned."


@transaction.atomic
def load_responses(force, courses, on):
    """Publish a made-up response of `force` to most reports whose days have passed by `on`.

    `courses` are pairs of a finding and the Marks of its rating, as they were loaded; each
    response says of it what stood on its day. Equal courses and days make equal responses.
    """
    chance = random.Random(force.slug)  # noqa: S311 It keeps no secret.
    by_report = defaultdict(list)
    for finding, course in courses:
        by_report[finding.report].append((finding, course))
    oversight = Oversight.objects.on(on).select_related("body", "force").get(force=force)
    drawn = [_response(oversight, report, on, chance) for report in by_report]
    responses = [one for one in drawn if one is not None]
    responses = bulk_create_with_history(responses, Response, BATCH)
    _write(responses, by_report, chance)
    _publish(responses, by_report)


def _response(oversight, report, on, chance):
    """Return a response, not saved yet, or None where none has come by the day `on`."""
    days = chance.randint(20, SECTION_55_DAYS - 1)
    is_late = chance.randrange(100) < LATE
    day = report.published_on.earliest + datetime.timedelta(days=days + SECTION_55_DAYS * is_late)
    if day > on or chance.randrange(100) >= ANSWERED:
        return None
    return Response(
        force=oversight.force,
        body=oversight.body,
        report=report,
        layout=chance.choice(LayoutName.values),
        published_on=PartialDate.of(day),
        late_reason=LATE_REASON if is_late else "",
        invited_on=report.published_on.earliest + datetime.timedelta(days=2),
        makes_no_reply=True,
        status=Status.PUBLISHED,
    )


def _write(responses, by_report, chance):
    """Add the body's text, the chief officer's comments and an answer to each finding."""
    sections = [
        NarrativeSection(
            response=one,
            order=0,
            kind=SectionKind.RESPONSE,
            heading="Our response",
            body=paragraphs(chance, 3),
        )
        for one in responses
    ]
    comments = [
        ChiefOfficerComments(
            response=one,
            state=CommentsState.SUBMITTED,
            settled_on=one.invited_on + datetime.timedelta(days=10),
            text=text,
            sent_text=text,
        )
        for one in responses
        for text in [paragraphs(chance, 2)]
    ]
    bulk_create_with_history(sections, NarrativeSection, BATCH)
    bulk_create_with_history(comments, ChiefOfficerComments, BATCH)
    findings = [(one, finding) for one in responses for finding, _ in by_report[one.report]]
    answers = [
        Answer(
            response=one,
            order=finding.order,
            position=Position.ACCEPTED,
            action=paragraphs(chance, 1, sentences=2),
        )
        for one, finding in findings
    ]
    answers = bulk_create_with_history(answers, Answer, BATCH)
    answered = Answer.findings.through
    answered.objects.bulk_create(
        [
            answered(answer=answer, recommendation=finding)
            for answer, (_, finding) in zip(answers, findings, strict=True)
        ],
        BATCH,
    )


def _publish(responses, by_report):
    """Publish each response on its day, with what the search looks through."""
    parts = parts_of(responses)
    publications, events = [], []
    for one in responses:
        own = dataclasses.replace(parts[one.pk], ratings=_ratings(one, by_report[one.report]))
        record = build_record(one, on=one.published_on.earliest, parts=own)
        publications.append(_publication(one, record.to_json()))
        events.append(
            ResponseEvent(
                response=one,
                move=Event.PUBLISH,
                words="Published version 1",
                status=Status.PUBLISHED,
                at=publications[-1].published_at,
            )
        )
    publications = Publication.objects.bulk_create(publications, BATCH)
    ResponseEvent.objects.bulk_create(events, BATCH)
    PublishedReport.objects.bulk_create(
        [PublishedReport(publication=one, report=one.report) for one in publications], BATCH
    )
    Passage.objects.bulk_create(
        [passage for one in publications for passage in passages_of(one)], BATCH
    )


def _ratings(response, courses):
    """Return the rating of each finding as it stood at the end of the response's day."""
    return {
        finding.pk: rating_of(response.force, finding, _until(course, response.published_on))
        for finding, course in courses
    }


def _until(course, published_on):
    return [mark for mark in course if mark.recorded_at.date() <= published_on.earliest]


def _publication(response, payload):
    at = datetime.datetime.combine(
        response.published_on.earliest, datetime.time(11, 0), datetime.UTC
    )
    return version_of(response, payload, number=1, published_at=at)
