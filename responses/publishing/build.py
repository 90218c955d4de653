"""From working rows to a Record: the only code that reads a draft for output.

Preview and publication both call `build_record`, so what is seen is what is published.
"""

import dataclasses
import datetime

from django.utils.text import slugify

from recommendations.deadlines import strictest
from recommendations.nesting import in_reading_order
from recommendations.partial_dates import UNKNOWN, PartialDate

from .. import duty
from ..kinds import CommentsState, SectionKind, Voice
from ..models import NarrativeSection
from . import record
from .parts import parts_of
from .record import Record

COMMENTS_HEADING = "Comments of the chief officer"


def build_record(response, *, on, parts=None):
    """Return the Record of `response`. Office-holders are those of its day, else of `on`.

    What an approver's reason covers is named as it is on the day `on`. `parts` are its
    Parts, where they have been read already.
    """
    parts = parts or parts_of([response])[response.pk]
    return _with_gaps(response, _build(response, parts, on), on)


def build_records(responses, *, on):
    """Return the Record of each of `responses` by its key, with as many queries as for one."""
    parts = parts_of(responses)
    return {one.pk: _with_gaps(one, _build(one, parts[one.pk], on), on) for one in responses}


def _with_gaps(response, built, on):
    if not response.override_reason:
        return built
    return dataclasses.replace(built, other_gaps=duty.other_gaps(built, on=on))


def _build(response, parts, on):
    day = response.published_on.latest or on
    sections = tuple(_sections(parts))
    anchors = {section.pk: facts for section, facts in sections if section.pk}
    return Record(
        title=response.title or response.report.title,
        layout=response.layout,
        force=record.Force(response.force.name, response.force.short_name, response.force.slug),
        body=_body(response.body),
        report=_report(response.report),
        further_reports=tuple(_report(report) for report in parts.reports[1:]),
        follows=_earlier(response.follows),
        **deadlines_of(response, parts.reports),
        published_on=response.published_on,
        late_reason=response.late_reason,
        override_reason=response.override_reason,
        comments=_comments(response, parts.comments),
        commissioner=_holder(parts.holders, day),
        chief_officer=_holder(parts.chief_officers, day),
        fields=tuple(
            record.Labelled(field.kind, str(field), field.value) for field in parts.fields
        ),
        findings=tuple(_findings(parts)),
        answers=tuple(_answers(parts, anchors)),
        sections=tuple(section for _, section in sections),
        signatories=tuple(
            record.Person(person.name, person.title, person.website) for person in parts.signatories
        ),
        is_demonstration=any(report.is_demonstration for report in parts.reports),
    )


def _body(body):
    letterhead = record.Letterhead(body.office, body.address, body.colour)
    return record.Body(body.name, body.office_title, body.is_under_section_55, letterhead)


def _report(report):
    return record.Report(
        title=report.title,
        short_title=report.short_title,
        slug=report.slug,
        kind=_named(report, "kind"),
        inspectorate=report.inspectorate,
        published_on=report.published_on,
        url=report.url,
        source_note=report.source_note,
    )


def deadline_of(response):
    """Return what the dates of `response` and of its reports say of the deadline: the strictest."""
    return _deadline(response, *response.binding(answered_on=response.published_on))


def deadlines_of(response, reports=None):
    """Return the fields of a Record that hold the deadline that binds, and those of the others.

    `reports` are those that `response` answers, where they have been read already.
    """
    judged = response.judged(reports=reports, answered_on=response.published_on)
    bound, judgement = strictest(judged)
    return {
        "deadline": _deadline(response, bound, judgement),
        "other_deadlines": tuple(
            _deadline(response, report, other) for report, other in judged if report != bound
        ),
    }


def _deadline(response, report, judgement):
    return record.Deadline(
        outcome=str(judgement.outcome.value),
        last_day=_day(judgement.last_day),
        first_possible=judgement.first_possible,
        last_possible=judgement.last_possible,
        why=judgement.why,
        rule=str(report.deadline_rule.value),
        report_slug="" if report == response.report else report.slug,
    )


def _comments(response, comments):
    return record.Comments(
        invited_on=_day(response.invited_on),
        reply_by_on=_day(response.reply_by_on),
        state=str(comments.state) if comments else "",
        settled_on=_day(comments.settled_on if comments else None),
        why_none=comments.why_none if comments else "",
        makes_no_reply=response.makes_no_reply,
    )


def _day(day):
    return PartialDate.of(day) if day else UNKNOWN


def _named(row, field):
    """Return the key and the words of a choice of `row`, or None where none is made."""
    key = getattr(row, field)
    return record.Named(str(key), getattr(row, f"get_{field}_display")()) if key else None


def _earlier(response):
    if response is None:
        return None
    report = response.report
    return record.Earlier(report.title, report.slug, response.published_on)


def _holder(holders, day):
    """Return the one in office on `day` who came last, as far as first days are known."""
    in_office = [holder for holder in holders if holder.is_on(day)]
    holder = max(in_office, key=_came, default=None)
    return record.Person(holder.name, holder.full_title) if holder else None


def _came(holder):
    return holder.began_on or datetime.date.min, holder.pk


def _findings(parts):
    for report in parts.reports:
        for finding, depth in in_reading_order(parts.findings[report.pk]):
            rating, wording = parts.ratings.get(finding.pk), parts.wordings.get(finding.pk)
            yield _finding(finding, depth, rating, wording)


def _finding(finding, depth, rating, wording):
    return record.Finding(
        ref=finding.ref,
        report_slug=finding.report.slug,
        kind=_named(finding, "kind"),
        label=finding.label,
        name=finding.name,
        subject=finding.subject,
        html=finding.text,
        depth=depth,
        is_due_an_answer=finding.is_due_an_answer,
        printed_label=wording.label if wording else "",
        printed_html=wording.text if wording else "",
        addressed_to=tuple(
            record.Addressed(
                addressing.addressee.name,
                addressing.force.name if addressing.force else "",
                addressing.is_inferred,
            )
            for addressing in finding.addressings.all()
        ),
        due_on=finding.due_on,
        rating=_rating(rating) if rating else None,
    )


def _rating(rating):
    return record.Rating(
        rag=rating.rag,
        reason=rating.reason,
        progress=_named(rating, "progress"),
        expected_on=rating.expected_on,
        reviewed_on=_day(rating.reviewed_on),
    )


def _sections(parts):
    """Yield each section with its facts; anchors come from headings and are unique."""
    taken = set()
    for section in _in_order(parts):
        stem = slugify(section.heading)[:60] or "section"
        anchor, number = stem, 1
        while anchor in taken:
            number += 1
            anchor = f"{stem}-{number}"
        taken.add(anchor)
        yield (
            section,
            record.Section(
                anchor=anchor,
                level=section.level,
                kind=section.kind,
                voice=section.voice,
                heading=section.heading,
                html=section.body,
            ),
        )


def _in_order(parts):
    """Return the sections in order, the submitted comments among them: before the first reply."""
    sections, comments = list(parts.sections), parts.comments
    if comments and comments.state == CommentsState.SUBMITTED:
        replies = (i for i, one in enumerate(sections) if one.kind == SectionKind.REPLY)
        sections.insert(next(replies, len(sections)), _as_section(comments))
    return sections


def _as_section(comments):
    return NarrativeSection(
        heading=COMMENTS_HEADING,
        kind=SectionKind.COMMENTS,
        voice=Voice.CHIEF_OFFICER,
        body=comments.sent_text,
    )


def _answers(parts, sections):
    for answer in parts.answers:
        section = sections.get(answer.explained_in_id)
        findings = sorted(answer.findings.all(), key=lambda f: (f.report_id, f.order, f.pk))
        yield record.Answer(
            refs=tuple(f"{finding.report.slug}/{finding.ref}" for finding in findings),
            position=_named(answer, "position"),
            action_html=answer.action,
            why_none_html=answer.why_none,
            section_anchor=section.anchor if section else "",
            section_heading=section.heading if section else "",
        )
