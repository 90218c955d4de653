from django.contrib import admin
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

from forces import policies
from forces.admin.filters import ForceFilter, OfferedFilter
from forces.admin.history import Timelined
from forces.admin.holding import HeldWhileWritten, is_key
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope, rights
from forces.admin.way_back import LeadsBack

from ..models import Assessment, InspectionReport, Recommendation
from .rating_filters import RatingQuickFilter
from .rating_forms import IN_A_ROW, RatingForm, RatingRowForm, record_form
from .rating_parts import PARTS, is_overdue
from .rating_sheets import Spreadsheets
from .reviews import review_of
from .together import RatesTogether


class RatedReportFilter(OfferedFilter):
    """The reports that the person's own forces rate."""

    title = "report"
    parameter_name = "report"

    def lookups(self, request, model_admin):
        rated = Assessment.objects.visible_to(request.user)
        reports = InspectionReport.objects.filter(findings__assessments__in=rated).distinct()
        return [(str(report.pk), report.short_title) for report in reports]

    def queryset(self, request, queryset):
        if self.value():
            return queryset.filter(recommendation__report=self.value())
        return queryset


@admin.register(Assessment)
class AssessmentAdmin(
    ForceScope, RatesTogether, Spreadsheets, LeadsBack, Timelined, HouseAdmin, HeldWhileWritten
):
    """Where a force stands. Whatever is saved here goes through record_rating."""

    see, edit = policies.SEE_RATINGS, policies.RATE
    form = RatingForm
    change_form_template = "admin/rating_form.html"
    change_list_template = "admin/rating_list.html"
    list_display = ["finding", *IN_A_ROW]
    list_editable = IN_A_ROW
    list_filter = [RatingQuickFilter, ForceFilter, RatedReportFilter, "rag", "progress"]
    search_fields = [
        "recommendation__label",
        "recommendation__subject",
        "recommendation__report__short_title",
        "owner",
        "reason",
    ]
    search_help_text = "By number, subject, report, owner or reason."

    def get_queryset(self, request):
        editable = Assessment.objects.editable_by(request.user).filter(pk=OuterRef("pk"))
        spoken_for = policies.forces_of(request.user, policies.PROPOSE_PROGRESS)
        ratings = (
            super()
            .get_queryset(request)
            .annotate(
                is_editable=Exists(editable),
                is_spoken_for=Exists(spoken_for.filter(pk=OuterRef("force"))),
            )
        )
        return ratings.select_related("force", "recommendation__report")

    def get_list_display(self, request):
        """Those who speak for a force propose what they cannot write."""
        columns = super().get_list_display(request)
        proposes = rights(request).may_somewhere(policies.PROPOSE_PROGRESS)
        return [*columns, "to_propose"] if proposes else columns

    def get_fieldsets(self, request, obj=None):
        more = ["what_it_says"] if obj else []
        return [
            ("What is rated", {"fields": ["force", "recommendation", *more]}),
            ("Where the force stands", {"fields": ["rag", "reason", "reviewed_on"]}),
            ("Whose word stands behind it", {"fields": [("assurance", "assured_on")]}),
            ("What happens next", {"fields": ["progress", "owner", "expected_on"]}),
        ]

    def get_inlines(self, request, obj):
        return PARTS if obj else []

    def get_readonly_fields(self, request, obj=None):
        return ["force", "recommendation", "what_it_says"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "recommendation":
            findings = Recommendation.objects.select_related("report")
            kwargs["queryset"] = findings.order_by("report__short_title", "order")
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "recommendation":
            field.label_from_instance = in_its_report
        return field

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, form=RatingRowForm, **kwargs)

    def changelist_view(self, request, extra_context=None):
        """Hold the ratings that the page writes; show again what was typed beside its own row."""
        with transaction.atomic():
            if request.method == "POST":
                self.hold(request, self._get_edited_object_pks(request, "form"))
            answer = super().changelist_view(request, extra_context)
        changes = getattr(answer, "context_data", {}).get("cl")
        if changes and changes.formset and changes.formset.is_bound:
            changes.result_list = [form.instance for form in changes.formset.forms]
        return answer

    def _get_edited_object_pks(self, request, prefix):
        """Leave out what is no key: Django asks the database for all that is posted as one."""
        return [key for key in super()._get_edited_object_pks(request, prefix) if is_key(key)]

    def has_delete_permission(self, request, obj=None):
        """A rating has a history, and history stays."""
        return False

    def save_model(self, request, obj, form, change):
        if change and not form.has_changed():
            return
        record_form(form, obj, by=request.user, now=timezone.now())

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            changes = obj.changes.select_related("recorded_by")
            context["review"] = review_of(obj)
            context["overdue"] = [one for one in obj.actions.all() if is_overdue(one)]
            context["changes"] = changes.order_by("-recorded_at", "-pk")
            waiting = obj.proposals.undecided().visible_to(request.user)
            context["proposals"] = waiting.select_related("proposed_by")
            context["propose"] = address_to_propose(obj) if obj.is_spoken_for else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description="recommendation", ordering="recommendation__order")
    def finding(self, rating):
        finding = rating.recommendation
        where = f"{rating.force.short_name} · {finding.report.short_title}"
        lines = [[line] for line in (where, reviewed(rating), assured(rating)) if line]
        under = format_html_join("", '<span class="quiet">{}</span>', lines)
        return format_html("{}{}", finding, under)

    @admin.display(description="your part")
    def to_propose(self, rating):
        if not rating.is_spoken_for:
            return ""
        return format_html(
            '<a href="{}">Propose progress<span class="visually-hidden"> on {}</span></a>',
            address_to_propose(rating),
            rating.recommendation.name,
        )

    @admin.display(description="what it says")
    def what_it_says(self, rating):
        return mark_safe(rating.recommendation.text)  # Cleaned whenever it is saved.


def address_to_propose(rating):
    return f"{reverse('admin:recommendations_progressproposal_add')}?assessment={rating.pk}"


def reviewed(rating):
    """Return such words as "Last reviewed 1 May 2026: stale, 91 days"."""
    review = review_of(rating)
    if not rating.reviewed_on:
        return capfirst(review)
    day = f"Last reviewed {date_format(rating.reviewed_on)}"
    return f"{day}: {review}" if review else day


def assured(rating):
    """Return such words as "The office has checked, 1 May 2026", or "" without an assurance."""
    if not rating.assurance:
        return ""
    return f"{rating.get_assurance_display()}, {date_format(rating.assured_on)}"


def in_its_report(finding):
    return f"{finding.report.short_title}: {finding}"
