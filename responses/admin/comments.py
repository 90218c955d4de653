"""The chief officer's comments: written by the force, read by the office once they are sent."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.safestring import mark_safe

from forces import policies
from forces.admin.filters import ForceFilter
from forces.admin.history import Timelined
from forces.admin.holding import HeldWhileWritten
from forces.admin.house import HouseAdmin
from forces.admin.merging import MergedForm
from forces.admin.scoping import ForceScope
from forces.admin.too_late import ShowsWhatCameTooLate, as_deleted
from recommendations.admin.reading import RichTextToRead

from ..history.timeline import timeline_of_comments
from ..kinds import CommentsState
from ..models import ChiefOfficerComments, Response
from ..presenters.comments import (
    asked_words,
    by_when_words,
    days_to_reply,
    short_state,
    state_for_force,
    state_for_office,
)
from ..presenters.deadlines import last_day_words, named_of_several
from ..publishing.layouts.words import in_a_row
from ..waiting import AWAITS_COMMENTS
from ..workflow import OPEN
from .comments_steps import SEND, CommentsSteps

SAVED = "Saved. Only your force reads this until you send it."
SAVED_AS_SENT = "Saved. The office has the comments as they stand."


class CommentsForm(MergedForm):
    class Meta:
        model = ChiefOfficerComments
        fields = ["text"]
        help_texts = {
            "text": "What the chief officer says of the report and of its recommendations. "
            "Readers see it under the chief officer’s name once the response is published."
        }


class CommentsForceFilter(ForceFilter):
    lookup = "response__force"


@admin.register(ChiefOfficerComments)
class CommentsAdmin(
    ForceScope,
    ShowsWhatCameTooLate,
    CommentsSteps,
    RichTextToRead,
    Timelined,
    HouseAdmin,
    HeldWhileWritten,
):
    """A place for comments opens with each response; what is said is sent by the steps."""

    see, edit = policies.SEE_COMMENTS, policies.WRITE_COMMENTS
    form = CommentsForm
    change_form_template = "admin/comments_form.html"
    timeline_of = staticmethod(timeline_of_comments)
    fieldsets = [(None, {"fields": ["text"]})]
    list_display = ["report", "force", "in_state", "invited_on", "reply_by_on", "settled"]
    ordering = ["-pk"]
    list_filter = ["state", CommentsForceFilter]
    search_fields = [
        *("response__report__title", "response__report__short_title"),
        "response__force__name",
    ]
    search_help_text = "By report or force."

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        rows = rows.select_related("response__force", "response__report", "response__body")
        return rows.prefetch_related("response__further_reports")

    def force_id_of(self, comments):
        return comments.response.force_id

    def get_fieldsets(self, request, obj=None):
        """Show what stands, and before it to the writers alone what they write."""
        if obj is None:
            return super().get_fieldsets(request, obj)
        is_writer = self._may(request, self.edit, obj)
        stands = {
            CommentsState.SUBMITTED: ["as_sent"] if obj.is_changed_since or not is_writer else [],
            CommentsState.DECLINED: ["why_none"],
        }
        written = super().get_fieldsets(request, obj) if is_writer else []
        return [*written, *((None, {"fields": [name]}) for name in stands.get(obj.state, []))]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "as_sent", "why_none"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """An empty place goes with the draft of its response; what the force wrote stays."""
        if obj is None or obj.text or obj.state != CommentsState.DRAFT:
            return False
        return self._may(request, policies.EDIT_DRAFTS, obj)

    def delete_view(self, request, object_id, extra_context=None):
        """No place goes alone: its response would have none."""
        raise PermissionDenied

    def has_view_permission(self, request, obj=None):
        """What is still being written is its writers' alone."""
        is_draft = obj is not None and obj.state == CommentsState.DRAFT
        return self._may(request, self.edit if is_draft else self.see, obj)

    def has_change_permission(self, request, obj=None):
        """Nothing is changed once the office hands its response in."""
        if obj is not None and obj.response.status not in OPEN:
            return False
        return super().has_change_permission(request, obj)

    def hold(self, request, pks):
        """Hold the response before its comments, as the services do."""
        list(Response.objects.select_for_update(of=["self"]).filter(comments__in=pks))
        rows = ChiefOfficerComments.objects.editable_by(request.user).filter(pk__in=pks)
        list(rows.select_for_update(of=["self"]))

    def has_history_permission(self, request, comments):
        """Show who wrote what when to the writers alone: the office reads what was sent."""
        return self._may(request, self.edit, comments)

    def deleted(self, pk):
        """They went with their response, which says whose they were."""
        comments = super().deleted(pk)
        if comments:
            comments.response = as_deleted(Response, comments.response_id)
        return comments if comments and comments.response else None

    def why_too_late(self, comments):
        return (
            f"the office moved its response on, so they cannot be changed. "
            f"{state_for_force(comments)}"
        )

    def response_change(self, request, obj):
        """Stay with the comments, or go on to send them."""
        if "_send" in request.POST:
            return HttpResponseRedirect(self.step_address(obj, "send"))
        words = SAVED if obj.is_unsent or not obj.text else SAVED_AS_SENT
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(request.path)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context |= self.panel(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def panel(self, request, comments):
        """What stands at the head of the comments: what is asked, how they stand, what next."""
        response = comments.response
        is_writer = self._may(request, self.edit, comments)
        bound_by, judgement = response.binding()
        last_day = last_day_words(bound_by, applies=response.body.is_under_section_55)
        return {
            "is_writer": is_writer,
            "state": state_for_force(comments) if is_writer else state_for_office(comments),
            "reports": response.reports(),
            "asked": asked_words(response),
            "last_day": named_of_several(
                last_day, response, bound_by, is_day=bool(judgement.last_day)
            ),
            # What is written here is sent with a button of the form, which saves it first.
            "steps": [one for one in self.steps_of(request, comments) if one[1] != SEND.label],
            "send": SEND.label,
            "reads_response": self._may(request, policies.SEE_DRAFTS, comments),
        }

    def asked_for(self, request):
        """Return the comments that the person is to send, each with by when in words, and how
        many days are left.
        """
        own = ChiefOfficerComments.objects.editable_by(request.user)
        asked = own.filter(response__in=Response.objects.filter(AWAITS_COMMENTS))
        soonest = F("response__reply_by_on").asc(nulls_last=True)
        rows = asked.select_related("response__force", "response__report").order_by(soonest, "pk")
        rows = rows.prefetch_related("response__further_reports")
        on = timezone.localdate()
        return [(row, by_when_words(row), days_to_reply(row.response, on=on)) for row in rows]

    @admin.display(description="comments as they were sent")
    def as_sent(self, comments):
        return mark_safe(comments.sent_text)  # Cleaned whenever it is saved.

    @admin.display(description="report", ordering="response__report__short_title")
    def report(self, comments):
        return in_a_row([one.short_title for one in comments.response.reports()])

    @admin.display(description="force", ordering="response__force__short_name")
    def force(self, comments):
        return comments.response.force.short_name

    @admin.display(description="state", ordering="state")
    def in_state(self, comments):
        return short_state(comments)

    @admin.display(description="invited on", ordering="response__invited_on")
    def invited_on(self, comments):
        return comments.response.invited_on

    @admin.display(description="asked for by", ordering="response__reply_by_on")
    def reply_by_on(self, comments):
        return comments.response.reply_by_on

    @admin.display(description="received or declined", ordering="settled_on")
    def settled(self, comments):
        return comments.settled_on
