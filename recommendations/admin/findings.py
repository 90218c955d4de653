from django.contrib import admin

from forces.admin.filters import OfferedFilter
from forces.admin.formsets import DistinctFormSet
from forces.admin.history import Timelined
from forces.admin.house import HouseAdmin, PartInline
from forces.admin.scoping import FollowsParent, RegisterScope

from ..models import Addressee, Addressing, InspectionReport, Recommendation
from .finding_formset import FindingForm
from .reading import RichTextToRead


class ReportFilter(OfferedFilter):
    title = "report"
    parameter_name = "report"

    def lookups(self, request, model_admin):
        return [(str(report.pk), report.short_title) for report in InspectionReport.objects.all()]

    def queryset(self, request, queryset):
        return queryset.filter(report=self.value()) if self.value() else queryset


class AddressingFormSet(DistinctFormSet):
    distinct = ("addressee", "force")
    twice = "This addressee stands here twice."


class AddressingInline(FollowsParent, PartInline):
    model = Addressing
    formset = AddressingFormSet
    intro = "Everybody to whom the finding is addressed, one row each."
    fieldsets = [(None, {"fields": [("addressee", "force"), "is_inferred"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("addressee", "force")


@admin.register(Recommendation)
class RecommendationAdmin(RegisterScope, Timelined, RichTextToRead, HouseAdmin):
    """One finding with its addressees. New ones are added on the page of their report."""

    form = FindingForm
    is_read_by_offices = True
    list_display = ["name_in_report", "subject", "report", "addressed_to", "due_on"]
    list_display_links = ["name_in_report", "subject"]
    list_select_related = ["report"]
    list_filter = ["kind", ReportFilter]
    search_fields = ["label", "subject", "text", "report__title", "report__short_title"]
    search_help_text = "By number, words or report."
    inlines = [AddressingInline]
    fieldsets = [
        (None, {"fields": ["report", "kind", "label", "ref", "subject", "text"]}),
        ("When it is due", {"fields": ["due_on", "is_accelerated"]}),
        ("Where it stands in the report", {"fields": ["theme", "parent", "order"]}),
    ]

    def get_queryset(self, request):
        findings = super().get_queryset(request)
        return findings.prefetch_related("addressings__addressee", "addressings__force")

    def get_readonly_fields(self, request, obj=None):
        """A finding stays in its report; on the public register it keeps its address."""
        kept = ["report", "ref"] if obj and obj.report.is_listed else ["report"]
        return [*kept, *super().get_readonly_fields(request, obj)]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if obj and "parent" in form.base_fields:
            others = Recommendation.objects.filter(report=obj.report_id).exclude(pk=obj.pk)
            form.base_fields["parent"].queryset = others
        return form

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """A finding of a report on the public register stays there."""
        if obj is not None and obj.report.is_listed:
            return False
        return super().has_delete_permission(request, obj)

    @admin.display(description="finding", ordering="order")
    def name_in_report(self, finding):
        return finding.name

    @admin.display(description="addressed to")
    def addressed_to(self, finding):
        return ", ".join(str(addressing) for addressing in finding.addressings.all()) or "–"


@admin.register(Addressee)
class AddresseeAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    search_help_text = "By name."
    fieldsets = [(None, {"fields": ["name", "kind"]})]
