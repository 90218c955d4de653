from django.contrib import admin, messages
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from forces.admin.filters import ForceFilter
from forces.admin.history import Timelined
from forces.admin.holding import HeldWhileWritten
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope
from forces.admin.too_late import ShowsWhatCameTooLate
from recommendations.models import Assessment
from recommendations.services import open_ratings

from .. import services
from ..history.timeline import timeline_of
from ..models import Event, Response, ResponseEvent
from ..presenters.queue import due_words, state_words, whose_turn
from ..publishing.layouts.words import in_a_row, sentence
from ..publishing.parts import parts_of
from ..waiting import READ_WITH, turns_of, with_turns
from ..workflow import OPEN, Status
from .comments_steps import block_of
from .compliance import Compliance
from .days import last_day_of, warn_of_late_comments
from .forms import OpenResponseForm, ResponseForm
from .imports import Imports
from .inlines import PARTS, AnswerInline
from .moves import Moves
from .next_step import NextSteps
from .open_for_all import OpensForAll
from .preview import Preview
from .queue import QueueOfResponses, due_of
from .rating_table import RatingTable, RatingTableFormSet, describe
from .response_filters import AnsweredReportFilter, ResponseQuickFilter
from .response_list import ResponseList

OPENING = [
    (
        None,
        {
            "fields": ["force", "report", "layout"],
            "description": "This opens a draft. Nobody outside your office sees it until it is "
            "published. Everything else is written on the next page.",
        },
    )
]
WRITING = [
    ("The document", {"fields": ["title", "layout", "body"]}),
    (
        "Chief officer",
        {"fields": [("invited_on", "reply_by_on"), "makes_no_reply"]},
    ),
    ("Dates", {"fields": ["published_on", "late_reason"]}),
    (
        "Further reports and earlier responses",
        {"fields": ["further_reports", "follows"], "classes": ["collapse"]},
    ),
]


def is_untouched(response):
    """Whether nothing was done with `response` yet but to write it, one of this admin's or any."""
    if hasattr(response, "is_untouched"):
        return response.is_untouched and not response.versions
    return not (response.events.exists() or response.publications.exists())


@admin.register(Response)
class ResponseAdmin(
    ForceScope,
    ShowsWhatCameTooLate,
    Moves,
    Imports,
    Preview,
    Compliance,
    QueueOfResponses,
    NextSteps,
    OpensForAll,
    Timelined,
    HouseAdmin,
    HeldWhileWritten,
):
    """A response: opened with a few choices, then written, previewed and published."""

    change_form_template = "admin/response_form.html"
    fieldsets = WRITING
    timeline_of = staticmethod(timeline_of)
    list_display = ["force_name", "report", "state", "last_day", "published"]
    list_display_links = ["force_name", "report"]
    list_select_related = READ_WITH
    ordering = ["-pk"]
    list_filter = [ResponseQuickFilter, "status", ForceFilter, AnsweredReportFilter]
    search_fields = ["force__name", "report__title", "report__short_title", "title"]
    search_help_text = "By force, report or title."

    def get_queryset(self, request):
        events = ResponseEvent.objects.filter(response=OuterRef("pk"))
        rows = with_turns(super().get_queryset(request).select_related(*self.list_select_related))
        rows = rows.annotate(versions=Count("publications"), is_untouched=~Exists(events))
        return rows.prefetch_related("further_reports")

    def get_changelist(self, request, **kwargs):
        return ResponseList

    def get_list_display(self, request):
        """Whose turn it is depends on who asks."""

        @admin.display(description="whose turn")
        def turn(response):
            asked = self.asked_of_turns(request, response)
            whose = [whose_turn(one, **asked) for one in turns_of(response)]
            return sentence(in_a_row(whose)) if whose else "–"

        force, report, state, *dates = super().get_list_display(request)
        return [force, report, state, turn, *dates]

    def get_object(self, request, object_id, from_field=None):
        """Read the parts of a response once, for a page that shows them and judges them."""
        response = super().get_object(request, object_id, from_field)
        if response is not None and request.method == "GET":
            response.parts = parts_of([response])[response.pk]
        return response

    def get_form(self, request, obj=None, **kwargs):
        kwargs["form"] = ResponseForm if obj else OpenResponseForm
        return super().get_form(request, obj, **kwargs)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Let a link of the checklist open a new answer to the recommendation that it names."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, AnswerInline):
            kwargs["initial"] = inline.asked_for(request, obj)
        return kwargs

    def get_fieldsets(self, request, obj=None):
        return super().get_fieldsets(request, obj) if obj else OPENING

    def get_inlines(self, request, obj):
        return [RatingTable, *PARTS] if obj else []

    def why_too_late(self, response):
        state = response.get_status_display().lower()
        return f"somebody moved it on: it is {state} now, and its text cannot be changed."

    def has_change_permission(self, request, obj=None):
        """What is with an approver, or published, is not changed; what comes back of it is."""
        if obj is not None and obj.status not in OPEN:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Only a draft that never left its editors can go: what was done with it is kept."""
        if obj is not None and not is_untouched(obj):
            return False
        return super().has_delete_permission(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "follows":
            own = Response.objects.visible_to(request.user)
            kwargs["queryset"] = own.select_related("force", "report")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
            return
        opened = services.open_response(
            force=obj.force,
            report=obj.report,
            layout=obj.layout,
            by=request.user,
            now=timezone.now(),
        )
        obj.pk = opened.pk
        obj.refresh_from_db()

    def hold(self, request, pks):
        """Hold the ratings that the page shows, after their response."""
        super().hold(request, pks)
        ratings = Assessment.objects.editable_by(request.user).filter(force__responses__in=pks)
        list(ratings.select_for_update(of=["self"]).order_by("pk").values_list("pk"))

    def save_formset(self, request, form, formset, change):
        if isinstance(formset, RatingTableFormSet):
            formset.by = request.user
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        """A further report brings its findings, and each wants a rating."""
        super().save_related(request, form, formsets, change)
        response = form.instance
        for report in [response.report, *response.further_reports.all()]:
            open_ratings(force=response.force, report=report)
        if "reply_by_on" in form.changed_data:
            warn_of_late_comments(request, response)

    def response_add(self, request, obj, post_url_continue=None):
        """Go on to the page on which the response is written."""
        self.message_user(request, "The draft is open: write it here.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:responses_response_change", args=[obj.pk]))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= self.panel(request, obj, context["inline_admin_formsets"])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def panel(self, request, response, inlines):
        """What stands at the head of a response's page: its state and where to go from here."""
        ratings = reverse("admin:recommendations_assessment_changelist")
        reports = response.reports()
        return {
            "show_save_and_add_another": False,
            "state": self.state(response),
            "reports": reports,
            "unlisted": [one for one in reports if not one.is_listed],
            "last_day": last_day_of(response),
            "ratings": f"{ratings}?force={response.force_id}&report={response.report_id}",
            "versions": response.versions,
            "import_address": self.import_address(request, response),
            "comments": block_of(request, response),
            **self.duty_of(request, response, inlines),
        }

    def duty_of(self, request, response, inlines):
        """Return the checklist as it stands today, and what was said when it was returned.

        The table among the `inlines` of the page is told how each finding is answered.
        """
        on = timezone.localdate()
        if request.method == "POST":  # What was refused is no part of the response.
            response = self.own_or_404(request, response.pk)
        read = getattr(response, "parts", None)
        record, checklist = services.checklist_of(response, on=on, parts=read)
        may_write = self.has_change_permission(request, response)
        for inline in inlines:
            if isinstance(inline.formset, RatingTableFormSet):
                describe(inline.formset, record, may_write=may_write, on=on)
        return {
            "next_step": self.next_step(request, response, record),
            "steps": self.other_steps(request, response),
            "checklist": checklist,
            "points": self.points_of(request, response, record, checklist),
            "returned": self.returned(response),
        }

    @staticmethod
    def returned(response):
        """Return the event by which a response that is returned was so, or None."""
        if response.status != Status.RETURNED:
            return None
        return response.events.filter(move=Event.RETURN).select_related("by").last()

    @admin.display(description="force", ordering="force__short_name")
    def force_name(self, response):
        return response.force.short_name

    @admin.display(description="state", ordering="status")
    def state(self, response):
        return state_words(
            response.status, versions=response.versions, is_withdrawn=response.is_withdrawn
        )

    @admin.display(description="last day to answer")
    def last_day(self, response):
        words = due_words(due_of(response, timezone.localdate()))
        return format_html('{}<span class="quiet">{}</span>', last_day_of(response), words)

    @admin.display(description="published on", ordering="published_on")
    def published(self, response):
        return str(response.published_on) if response.published_on else "–"
