"""What begins and ends: its two fields, and the filter for what is in being today."""

from django.utils import timezone

from .filters import OfferedFilter

PERIOD = ["began_on", "ended_on"]


class InBeingFilter(OfferedFilter):
    title = "in being"
    parameter_name = "in_being"

    def lookups(self, request, model_admin):
        return [("today", "Today"), ("ended", "Ended")]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "today":
            return queryset.on(today)
        if self.value() == "ended":
            return queryset.filter(ended_on__lt=today)
        return queryset
