"""The filters of the list of responses: the quick ones above it, and that by report."""

from django.db.models import Q
from django.utils import timezone

from forces.admin.filters import OfferedFilter, QuickFilter
from recommendations.deadlines import SOON
from recommendations.models import InspectionReport

from ..models import Response
from ..waiting import unfinished, waiting_for


class ResponseQuickFilter(QuickFilter):
    """Open, overdue, due soon, and those in which it is the person's turn."""

    def lookups(self, request, model_admin):
        return [
            ("open", "Not finished"),
            ("overdue", "Overdue"),
            ("soon", f"Due in {SOON} days"),
            ("mine", "My turn"),
        ]

    def queryset(self, request, queryset):
        on = timezone.localdate()
        return {
            "open": lambda: unfinished(queryset),
            "overdue": lambda: queryset.overdue(on=on),
            "soon": lambda: queryset.due_soon(on=on),
            "mine": lambda: waiting_for(request.user, queryset, on=on),
        }.get(self.value(), lambda: queryset)()


class AnsweredReportFilter(OfferedFilter):
    """The reports that the person's own forces answer."""

    title = "report"
    parameter_name = "report"

    def lookups(self, request, model_admin):
        own = Response.objects.visible_to(request.user)
        answered = Q(responses__in=own) | Q(responses_as_further__in=own)
        reports = InspectionReport.objects.filter(answered).distinct()
        return [(str(report.pk), report.short_title) for report in reports]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(pk__in=Response.objects.answering_any([self.value()]).values("pk"))
