"""The moves of a response, as steps on pages of their own."""

import functools
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone

from forces.admin.steps import ReasonField, SeenForm, Step, Steps
from recommendations import rag

from .. import services, workflow
from ..kinds import CommentsState
from ..presenters.checklist import points
from ..presenters.shut_out import cut_short_words
from ..publishing.layouts.findings import rag_of, rated
from ..services.moving import hash_of, lacks_late_reason
from ..waiting import note_approvals, turns_of
from ..workflow import BACK, REFUSALS, Guard, Move, MoveRefusedError, Status


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
            label="Approve{again}",
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


def _texts(record):
    """Return how many sections the office wrote: the comments that the force sent are none."""
    return len(record.sections) - (record.comments.state == CommentsState.SUBMITTED)


class Moves(Steps):
    """The moves of a response, for its admin."""

    steps = MOVES
    step_argument = "response"
    step_place = "move"
    step_template = "admin/response_step.html"
    refusals = (MoveRefusedError,)

    def words_of(self, response):
        """The number is that of the version to come; what is approved can be so only again."""
        again = " again" if response.status == Status.APPROVED else ""
        return {"number": response.versions + 1, "again": again}

    def shown_with(self, request, response, step):
        """Show how the response stands, but where it is not handed on, and what keeps them."""
        on = timezone.localdate()
        record, checklist = services.checklist_of(response, on=on)
        refusal = services.why_not_now(
            step.move, response, record, by=request.user, now=timezone.now()
        )
        return {
            "refusal": refusal,
            "others": self._others(request, response, step, record) if refusal else [],
            "record": record,
            "checklist": checklist,
            "points": self.points_of(request, response, record, checklist),
            "ratings": ratings_in_words(record),
            "texts": _texts(record),
            "asks_late_reason": step.move == Move.SUBMIT and lacks_late_reason(record, on=on),
            "cut_short": cut_short_words(record, step.move, on=on),
            "is_handed_on": step.move != Move.OPEN_NEXT_DRAFT,
            "seen": hash_of(record),
        }

    def _others(self, request, response, step, record):
        """Return (address, label) of the moves that the person may make instead: back, or its turn.

        What is as it was approved is so offered to nobody for approval again.
        """
        note_approvals([response], on=timezone.localdate(), records={response.pk: record})
        meant = {*BACK, *(turn.move for turn in turns_of(response))} - {step.move}
        addresses = {self.step_address(response, move) for move in meant if move}
        steps = self.steps_of(request, response)
        return [(address, label) for address, label in steps if address in addresses]

    def as_error(self, refusal):
        """What a reason would mend is said at the reason."""
        if refusal.guard in (Guard.REASON, Guard.NO_GAPS):
            return ValidationError({"reason": str(refusal)})
        return super().as_error(refusal)

    def points_of(self, request, response, record, checklist):
        """Return the points of the checklist; links are for those who may write on it now."""
        may_mend = self.has_change_permission(request, response)
        return points(checklist, response.pk, answers=len(record.answers), may_mend=may_mend)
