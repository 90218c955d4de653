from django.conf import settings
from django.contrib import admin
from django.db.models import Count

from forces.admin.formsets import DistinctFormSet
from forces.admin.history import Timelined
from forces.admin.house import HouseAdmin, PartInline
from forces.admin.scoping import FollowsParent, RegisterScope
from forces.admin.yes_or_no import in_words

from ..models import Grade, InspectionReport, Recommendation
from ..services import open_begun_ratings
from .finding_formset import FindingForm, FindingFormSet
from .finding_sheets import TakesFindings
from .reading import RichTextToRead
from .report_form import ReportForm


class FindingInline(FollowsParent, RichTextToRead, PartInline):
    model = Recommendation
    form = FindingForm
    formset = FindingFormSet
    verbose_name = "finding"
    verbose_name_plural = "findings"
    intro = (
        "Recommendations, areas for improvement and causes of concern, in the order of the "
        "report. To nest one under another, save the other first. Who each is addressed to, "
        "its address, and its removal, are on its own page."
    )
    show_change_link = True
    can_delete = False
    readonly_fields = ["addressed_to"]
    fieldsets = [
        (None, {"fields": [("order", "label", "kind"), "subject", "text"]}),
        (
            None,
            {"fields": ["due_on", ("theme", "is_accelerated"), "parent", "addressed_to"]},
        ),
    ]

    def get_queryset(self, request):
        findings = super().get_queryset(request).select_related("report", "parent")
        return findings.prefetch_related("addressings__addressee", "addressings__force")

    @admin.display(description="addressed to")
    def addressed_to(self, finding):
        if not finding.pk:
            return "Add them on its own page, once it is saved."
        addressees = ", ".join(str(addressing) for addressing in finding.addressings.all())
        return addressees or "Nobody yet: open the finding to add them."


class GradeFormSet(DistinctFormSet):
    distinct = ("question", "force")
    twice = "This question has a grade for this force already."


class GradeInline(FollowsParent, PartInline):
    model = Grade
    formset = GradeFormSet
    intro = "For a PEEL report on a force: its grade for each question. Other reports have none."
    fieldsets = [(None, {"fields": [("force", "value"), "question"]})]


@admin.register(InspectionReport)
class InspectionReportAdmin(RegisterScope, TakesFindings, Timelined, RichTextToRead, HouseAdmin):
    is_read_by_offices = makes_slugs = True
    form = ReportForm
    change_form_template = "admin/report_form.html"
    list_display = ["short_title", "kind", "published_on", "number_of_findings", "listed"]
    list_filter = ["kind", "is_listed"]
    search_fields = ["title", "short_title", "slug"]
    search_help_text = "By title."
    ordering = ["-published_on", "title"]
    inlines = [FindingInline, GradeInline]
    fieldsets = [
        (None, {"fields": ["title", "short_title", "slug"]}),
        (
            "What it is",
            {"fields": ["kind", "inspectorate", "published_on", "url", "summary", "source_note"]},
        ),
        ("Which forces it concerns", {"fields": ["scope", "forces"]}),
        (
            "By when it is to be answered",
            {
                "fields": ["deadline_override", "deadline_on", "deadline_reason"],
                "description": "Most reports are to be answered within 56 days that begin with "
                "the day of publication (Police Act 1996, section 55). Leave this blank unless "
                "this report has another rule.",
                "classes": ["collapse"],
            },
        ),
        ("Earlier report", {"fields": ["follows"], "classes": ["collapse"]}),
        ("The public register", {"fields": ["is_listed", "is_demonstration"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(findings_count=Count("findings"))

    def get_changeform_initial_data(self, request):
        """What is entered in a demonstration is part of it."""
        initial = super().get_changeform_initial_data(request)
        return {"is_demonstration": settings.DEMONSTRATION} | initial

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.published = self._published(obj)
        return form

    def get_fieldsets(self, request, obj=None):
        """Ask whether days are to be counted anew where readers were told them."""
        head, what, *rest = super().get_fieldsets(request, obj)
        if self._published(obj) and self.has_change_permission(request, obj):
            fields = list(what[1]["fields"])
            fields.insert(fields.index("published_on") + 1, "counts_anew")
            what = (what[0], {"fields": fields})
        return [head, what, *rest]

    def _published(self, report):
        """Return how many responses to `report` readers are shown; the site knows that."""
        return self.admin_site.published_responses(report) if report else 0

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["short_title"]}

    def get_readonly_fields(self, request, obj=None):
        """A report on the public register stays there."""
        kept = ["is_listed"] if obj and obj.is_listed else []
        return [*kept, *super().get_readonly_fields(request, obj)]

    def has_delete_permission(self, request, obj=None):
        """A report on the public register stays there."""
        if obj is not None and obj.is_listed:
            return False
        return super().has_delete_permission(request, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Lead on to what is done with the report; the site knows that, and no app below it."""
        if obj:
            own = self.steps_with_sheets(request, obj)
            context["steps"] = [*own, *self.admin_site.steps_of_report(request, obj)]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description="findings", ordering="findings_count")
    def number_of_findings(self, report):
        return report.findings_count

    @admin.display(description="listed", ordering="is_listed")
    def listed(self, report):
        return in_words(report.is_listed)

    def save_related(self, request, form, formsets, change):
        """Give forces that have begun to rate this report a rating for each new finding too."""
        super().save_related(request, form, formsets, change)
        open_begun_ratings(form.instance)
        if change and "slug" in form.changed_data:
            self.admin_site.address_changed(form.instance)
