from django.contrib import admin

from ..models import LocalPolicingBody, OfficeHolder
from .history import Timelined
from .house import HouseAdmin
from .periods import PERIOD, InBeingFilter
from .scoping import RegisterScope


@admin.register(LocalPolicingBody)
class LocalPolicingBodyAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["name", "kind", "began_on", "ended_on"]
    list_filter = ["kind", InBeingFilter]
    search_fields = ["name"]
    search_help_text = "By name."
    fieldsets = [
        (None, {"fields": ["name", "kind", "website"]}),
        ("Dates", {"fields": [*PERIOD, "succeeded_by"]}),
    ]


@admin.register(OfficeHolder)
class OfficeHolderAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["name", "full_title", "office", "began_on", "ended_on"]
    list_select_related = ["force", "body"]
    list_filter = ["capacity", InBeingFilter]
    search_fields = ["name", "title", "force__name", "body__name"]
    search_help_text = "By name, title, force or body."
    fieldsets = [
        (None, {"fields": ["name", "title", "capacity"]}),
        (
            "Of which force or body",
            {
                "fields": ["force", "body"],
                "description": "A chief officer belongs to a force; a commissioner, mayor or "
                "other holder belongs to a local policing body.",
            },
        ),
        ("From when to when", {"fields": PERIOD}),
    ]

    @admin.display(description="of")
    def office(self, holder):
        return holder.force or holder.body
