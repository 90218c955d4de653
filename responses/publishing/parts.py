"""The parts of several responses, read at once: as many questions for ten as for one."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, prefetch_related_objects

from forces.models import OfficeHolder
from recommendations.models import Assessment, Recommendation

from ..kinds import CommentsState
from ..models import (
    Answer,
    ChiefOfficerComments,
    LabelledField,
    NarrativeSection,
    PrintedWording,
    Signatory,
)


@dataclass(frozen=True)
class Parts:
    """What belongs to one response, each kind in its order.

    `reports` are those that it answers, the lead report first; `comments` are those that
    were sent or declined, or None; `findings` are those of its reports by report, `ratings` and
    `wordings` by finding; `holders` are all that its body ever had, and `chief_officers` all of
    its force.
    """

    reports: list
    comments: object
    fields: list
    sections: list
    answers: list
    signatories: list
    findings: dict
    ratings: dict
    wordings: dict
    holders: list
    chief_officers: list

    def of(self, model):
        """Return the rows of `model`, one of those that an office writes, in their order."""
        return {
            Answer: self.answers,
            LabelledField: self.fields,
            NarrativeSection: self.sections,
            PrintedWording: list(self.wordings.values()),
            Signatory: self.signatories,
        }[model]

    @property
    def answered(self):
        """The findings of the reports that it answers, report by report, each in its order."""
        return [
            finding
            for report in self.reports
            for finding in sorted(self.findings[report.pk], key=lambda one: (one.order, one.pk))
        ]


def parts_of(responses):
    """Return the Parts of each of `responses`, by its key."""
    pks = [response.pk for response in responses]
    prefetch_related_objects(responses, "further_reports")
    reports = {one.pk: one.reports() for one in responses}
    fields, sections, signatories = (
        _by_response(model.objects.filter(response__in=pks))
        for model in (LabelledField, NarrativeSection, Signatory)
    )
    answers = Answer.objects.filter(response__in=pks).prefetch_related("findings__report")
    answers = _by_response(answers)
    comments, wordings = _comments(pks), _wordings(pks)
    findings = _findings({report.pk for some in reports.values() for report in some})
    ratings = _ratings(responses, findings)
    holders, chief_officers = _office_holders(responses)
    return {
        one.pk: Parts(
            reports=reports[one.pk],
            comments=comments.get(one.pk),
            fields=fields[one.pk],
            sections=sections[one.pk],
            answers=answers[one.pk],
            signatories=signatories[one.pk],
            findings=findings,
            ratings=ratings[one.force_id],
            wordings=wordings[one.pk],
            holders=holders[one.body_id],
            chief_officers=chief_officers[one.force_id],
        )
        for one in responses
    }


def _by_response(rows):
    found = defaultdict(list)
    for row in rows.order_by("order", "pk"):
        found[row.response_id].append(row)
    return found


def _comments(pks):
    """Return the chief officer's comments that were sent or declined, by response.

    What the force has not submitted is nobody else's to read, and is not read here.
    """
    comments = ChiefOfficerComments.objects.filter(response__in=pks).defer("text")
    return {one.response_id: one for one in comments.exclude(state=CommentsState.DRAFT)}


def _wordings(pks):
    found = defaultdict(dict)
    wordings = PrintedWording.objects.filter(response__in=pks).select_related("finding")
    for wording in wordings.order_by("order", "pk"):
        found[wording.response_id][wording.finding_id] = wording
    return found


def _findings(report_pks):
    found = defaultdict(list)
    findings = Recommendation.objects.filter(report__in=report_pks).select_related("report")
    for finding in findings.prefetch_related("addressings__addressee", "addressings__force"):
        found[finding.report_id].append(finding)
    return found


def _ratings(responses, findings):
    """Return where each force stands on the findings of the reports: {force: {finding: rating}}."""
    found = defaultdict(dict)
    ratings = Assessment.objects.filter(
        force__in={response.force_id for response in responses},
        recommendation__report__in=findings.keys(),
    )
    for rating in ratings:
        found[rating.force_id][rating.recommendation_id] = rating
    return found


def _office_holders(responses):
    """Return the office-holders of the bodies, and the chief officers of the forces, by key."""
    bodies = Q(body__in={response.body_id for response in responses})
    forces = Q(force__in={response.force_id for response in responses})
    of_bodies, of_forces = defaultdict(list), defaultdict(list)
    for holder in OfficeHolder.objects.filter(bodies | forces):
        (of_bodies[holder.body_id] if holder.body_id else of_forces[holder.force_id]).append(holder)
    return of_bodies, of_forces
