"""The moves of a response, as steps on pages of their own."""

import functools
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone

from forces.admin.steps import ReasonField, SeenForm, Step, Steps
from recommendations import rag

from .. import services, workflow
from ..presenters.checklist import points
from ..publishing.layouts.findings import rag_of, rated
from ..services.moving import hash_of
from ..workflow import REFUSALS, Guard, Move, MoveRefusedError


class ReturnForm(SeenForm):
    reason = ReasonField(
        max_length=None,
        label="What is to be mended",
        help_text="Its editors see it at the head of the response. Example: Recommendation 4 has "
        "no answer yet.",
        error_messages={"required": REFUSALS[Guard.REASON]},
    )


class ApprovalForm(SeenForm):
    """Asks for a reason where the checklist on the page has gaps; its service wants one then."""

    reason = ReasonField(
        max_length=None,
        required=False,
        label="Reason for publishing with gaps",
        help_text="Readers see it on the public page. Example: The Commissioner answers the "
        "report as a whole.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound and not self.initial["checklist"].gaps:
            del self.fields["reason"]


def _why_not(move, response):
    return workflow.why_not(response.status, move)


@dataclass(frozen=True)
class MoveStep(Step):
    move: Move | None = None


def _step(move, service, *, then, done, label="", form=SeenForm):
    """Return `move` as a Step: the table of transitions says whose it is, and from where."""
    return MoveStep(
        move=move,
        label=label or move.label,
        roles=workflow.roles_of(move),
        service=service,
        why_not=functools.partial(_why_not, move),
        then=then,
        done=done,
        form=form,
    )


MOVES = {
    one.move: one
    for one in (
        _step(
            Move.SUBMIT,
            services.submit,
            then="An approver looks at it next. Until it comes back, nobody changes its text.",
            done="Submitted for approval.",
        ),
        _step(
            Move.TAKE_BACK,
            services.take_back,
            then="It becomes a draft again, and can be written on.",
            done="Taken back: it is a draft again.",
        ),
        _step(
            Move.RETURN,
            services.return_to_editors,
            then="Its editors can write on it again, and see what you say here.",
            done="Returned to its editors.",
            form=ReturnForm,
        ),
        _step(
            Move.APPROVE,
            services.approve,
            then="It can then be published as it reads now. Nobody changes its text any more.",
            done="Approved.",
            form=ApprovalForm,
        ),
        _step(
            Move.PUBLISH,
            services.publish,
            label="Publish version {number}",
            then="Everybody can read it at once, at an address that stays. A version that is "
            "published is never changed; a later version can follow it.",
            done="Version {number} is published.",
        ),
        _step(
            Move.OPEN_NEXT_DRAFT,
            services.open_next_draft,
            then="The text can be changed again. What is published stays until you publish again.",
            done="The next draft is open. What is published stays as it is.",
        ),
    )
}


def ratings_in_words(record):
    """Return "6 Green, 4 Amber, none Red" of what the record rates, or nothing where it cannot."""
    findings = rated(record.findings)
    return rag.in_words(rag_of(finding) for finding in findings) if findings else ""


class Moves(Steps):
    """The moves of a response, for its admin."""

    steps = MOVES
    step_argument = "response"
    step_place = "move"
    step_template = "admin/response_step.html"
    refusals = (MoveRefusedError,)

    def words_of(self, response):
        """The number is that of the version to come."""
        return {"number": response.versions + 1}

    def shown_with(self, request, response, step):
        """Show how the response stands, but where it is not handed on, and what keeps them."""
        record, checklist = services.checklist_of(response, on=timezone.localdate())
        return {
            "refusal": services.why_not_now(
                step.move, response, record, by=request.user, now=timezone.now()
            ),
            "record": record,
            "checklist": checklist,
            "points": self.points_of(request, response, record, checklist),
            "ratings": ratings_in_words(record),
            "is_handed_on": step.move != Move.OPEN_NEXT_DRAFT,
            "seen": hash_of(record),
        }

    def as_error(self, refusal):
        """What a reason would mend is said at the reason."""
        if refusal.guard in (Guard.REASON, Guard.NO_GAPS):
            return ValidationError({"reason": str(refusal)})
        return super().as_error(refusal)

    def points_of(self, request, response, record, checklist):
        """Return the points of the checklist; links are for those who may write on it now."""
        may_mend = self.has_change_permission(request, response)
        return points(checklist, response.pk, answers=len(record.answers), may_mend=may_mend)
