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
from ..presenters.comments import asked_words, state_for_office
from ..services.comments import (
    NO_REASON,
    comments_hash,
    roles_to_decline,
    roles_to_reopen,
    why_not_leave,
    why_not_reopen,
    why_not_send,
    why_not_settle,
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


class DeclineForm(DayForm):
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
    then="The office reads them as soon as they are sent, and they are published with its "
    "response. You can open them again until the office hands its response in for approval.",
    done="Sent: the office can read the comments now.",
    form=SendForm,
)
DECLINE = Step(
    label="The chief officer does not comment",
    roles=policies.SETTLE_COMMENTS,
    service=services.decline_comments,
    why_not=why_not_settle,
    then="This is recorded and published in place of comments. It can be undone until the "
    "response is handed in for approval.",
    done="Recorded: the chief officer does not comment.",
    form=DeclineForm,
)
REOPEN = Step(
    label="Open the comments again",
    roles=policies.SETTLE_COMMENTS,
    service=services.reopen_comments,
    why_not=why_not_reopen,
    then="The force can write on them, and only the force reads them until they are sent again. "
    "What is published stays as it is. Comments that were sent keep the response from being "
    "submitted until they are sent again, or left as they were sent.",
    done="The comments are open again: only the force reads them until they are sent.",
)
LEAVE = Step(
    label="Leave the comments as they were sent",
    roles=policies.SETTLE_COMMENTS,
    service=services.leave_comments_as_sent,
    why_not=why_not_leave,
    then="The office reads them again as they were sent, as of the day on which they came, and can "
    "submit its response. What the force has changed since stays in their history alone.",
    done="The comments are as they were sent: the office can read them.",
)


class CommentsSteps(Steps):
    """The steps of the comments, for their admin.

    An editor may say that the chief officer declines while the force still writes, or leave
    the comments as they were sent: for this alone a row is found whose page the editor cannot
    open.
    """

    steps = {"send": SEND, "decline": DECLINE, "reopen": REOPEN, "leave": LEAVE}
    step_argument = "comments"
    step_template = "admin/comments_step.html"
    refusals = (ValidationError, MoveRefusedError)

    def may_take(self, request, row, step):
        """Whose it is to decline, or to take that back, hangs on what was sent or shown."""
        roles = {DECLINE: roles_to_decline, REOPEN: roles_to_reopen}.get(step)
        return self._may(request, roles(row) if roles else step.roles, row)

    def row_of_step(self, request, pk):
        own = policies.forces_of(request.user, self.see)
        rows = ChiefOfficerComments.objects.filter(response__force__in=own)
        return get_object_or_404(rows.select_related("response__force", "response__report"), pk=pk)

    def shown_with(self, request, row, step):
        """Show what is to be sent, and to nobody but the one who sends it.

        What was sent before and says the same still came on the day on which it came.
        """
        if step != SEND:
            return {}
        sent = row.as_sent()
        came_on = sent.settled_on if sent else None
        return {"text": row.text, "seen": comments_hash(row), "settled_on": came_on}

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
