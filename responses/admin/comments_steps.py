"""What can be done with the chief officer's comments, and how the page of a response shows them."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse

from forces import policies
from forces.admin.house import DayField, DayInput
from forces.admin.steps import ReasonField, SeenForm, Step, Steps

from .. import services
from ..kinds import CommentsState
from ..models import ChiefOfficerComments
from ..presenters.comments import asked_words, stands_words, state_for_office
from ..services.comments import (
    NO_REASON,
    OF_THE_FORCE,
    comments_hash,
    roles_to_replace,
    standing_hash,
    why_not_put_back,
    why_not_send,
    why_not_take_back,
    why_not_write,
)
from ..workflow import MoveRefusedError


class DayForm(forms.Form):
    """Asks on which day it was, where that is not today; after what another form asks."""

    settled_on = DayField(
        required=False,
        widget=DayInput,
        label="The day, if it was not today",
        help_text="Only where the office had it before by other means, such as a letter: the day "
        "on which that came.",
    )
    field_order = ["why", "settled_on"]


class SendForm(SeenForm, DayForm):
    pass


class DeclineForm(SeenForm, DayForm):
    why = ReasonField(
        label="Why there are none",
        help_text="Readers see it once the response is published. Example: The Chief Constable "
        "wrote on 12 May 2026 that there is nothing to add to the report.",
        error_messages={"required": NO_REASON},
    )


SEND = Step(
    label="Send the comments to the office",
    roles=policies.WRITE_COMMENTS,
    service=services.submit_comments,
    why_not=why_not_send,
    then="The office reads them as soon as they are sent, in place of what stands, and they are "
    "published with its response. Until the office hands that in for approval, you can "
    "write on and send them again.",
    done="Sent: the office can read the comments now.",
    form=SendForm,
)
DECLINE = Step(
    label="The chief officer does not comment",
    roles=policies.SETTLE_COMMENTS,
    service=services.decline_comments,
    why_not=why_not_write,
    then="This is recorded and published in place of comments, and of what stands. Until the "
    "response is handed in for approval, the force can still send comments, and whoever recorded "
    "it can take it back.",
    done="Recorded: the chief officer does not comment.",
    form=DeclineForm,
)
TAKE_BACK = Step(
    label="Take back that the chief officer does not comment",
    roles=policies.SETTLE_COMMENTS,
    service=services.take_back_decline,
    why_not=why_not_take_back,
    then="Afterwards the comments are neither received nor declined.",
    form=SeenForm,
    done="Taken back: the comments are neither received nor declined.",
)
PUT_BACK = Step(
    label="Put back what was sent",
    roles=policies.WRITE_COMMENTS,
    service=services.put_back_what_was_sent,
    why_not=why_not_put_back,
    then="The comments become again what the office has. What was written since is given up; it "
    "stays in their history.",
    done="The comments are again as they were sent.",
    form=SeenForm,
)


class CommentsSteps(Steps):
    """The steps of the comments, for their admin.

    An editor may say that the chief officer declines while the force still writes: for this
    alone a row is found whose page the editor cannot open.
    """

    steps = {"send": SEND, "decline": DECLINE, "take_back": TAKE_BACK, "put_back": PUT_BACK}
    step_argument = "comments"
    step_template = "admin/comments_step.html"
    refusals = (ValidationError, MoveRefusedError)

    def steps_of(self, request, row):
        """Offer the office no step that the service refuses it: what the force said is its own."""
        steps = super().steps_of(request, row)
        if self._may(request, roles_to_replace(row), row):
            return steps
        return [one for one in steps if one[1] not in (DECLINE.label, TAKE_BACK.label)]

    def row_of_step(self, request, pk):
        own = policies.forces_of(request.user, self.see)
        rows = ChiefOfficerComments.objects.filter(response__force__in=own)
        return get_object_or_404(rows.select_related("response__force", "response__report"), pk=pk)

    def shown_with(self, request, row, step):
        """Show what stands, and the force what it is to send or to give up. What stands of a
        decline is where its mending begins.
        """
        is_writer = self._may(request, policies.WRITE_COMMENTS, row)
        shown = {"stands": stands_words(row), "sent": row.sent_text, "seen": standing_hash(row)}
        if step in (SEND, PUT_BACK) and is_writer:
            heading = "What is sent" if step == SEND else "What is given up"
            shown |= {"heading": heading, "text": row.text, "seen": comments_hash(row)}
        if step == DECLINE and row.state == CommentsState.DECLINED:
            shown |= {"why": row.why_none, "settled_on": row.settled_on}
        return shown

    def step(self, request, pk, step):
        """Refuse at once what an editor may not replace, and not when it is pressed."""
        is_asked = request.method == "GET" and self.has_view_permission(request)
        if is_asked and self.steps.get(step) in (DECLINE, TAKE_BACK):
            row = self.row_of_step(request, pk)
            may_see = self.may_take(request, row, self.steps[step])
            if may_see and not self._may(request, roles_to_replace(row), row):
                return self._go_back(request, row, OF_THE_FORCE)
        return super().step(request, pk, step)

    def way_to(self, request, row):
        """Lead writers to the comments, and the office to its response."""
        if self._may(request, policies.WRITE_COMMENTS, row):
            return super().way_to(request, row)
        change = reverse("admin:responses_response_change", args=[row.response_id])
        return [
            ("Responses", reverse("admin:responses_response_changelist")),
            (str(row.response), f"{change}#comments-group"),
        ]


def block_of(request, response):
    """Return what the page of `response` shows of the comments, or None where it has no place."""
    comments = ChiefOfficerComments.objects.filter(response=response).first()
    if comments is None:
        return None
    comments.response = response
    model_admin = admin.site.get_model_admin(ChiefOfficerComments)
    is_sent = comments.state == CommentsState.SUBMITTED
    page = reverse("admin:responses_chiefofficercomments_change", args=[comments.pk])
    return {
        "asked": asked_words(response),
        "state": state_for_office(comments),
        "page": page if is_sent else "",
        "steps": model_admin.steps_of(request, comments),
    }
