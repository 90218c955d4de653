from django.contrib import admin

from ..models import Oversight, PoliceForce
from .history import Timelined
from .house import HouseAdmin
from .periods import PERIOD, InBeingFilter
from .scoping import RegisterScope


@admin.register(PoliceForce)
class PoliceForceAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = makes_slugs = True
    list_display = ["short_name", "name", "region", "ons_code", "ended_on"]
    list_filter = ["region", InBeingFilter]
    search_fields = ["name", "short_name", "slug"]
    search_help_text = "By name."
    fieldsets = [
        (None, {"fields": ["name", "short_name", "slug"]}),
        ("Where it is", {"fields": ["region", "ons_code", "website"]}),
        ("Dates", {"fields": [*PERIOD, "succeeded_by"]}),
    ]

    def save_related(self, request, form, formsets, change):
        """Have what is made of its address made anew; the site knows that, and no app below it."""
        super().save_related(request, form, formsets, change)
        if change and "slug" in form.changed_data:
            self.admin_site.address_changed(form.instance)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["short_name"]}


@admin.register(Oversight)
class OversightAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["force", "body", "began_on", "ended_on"]
    list_select_related = ["force", "body"]
    list_filter = [InBeingFilter]
    search_fields = ["force__name", "body__name"]
    search_help_text = "By force or body."
    fieldsets = [
        ("Which body holds which force to account", {"fields": ["force", "body"]}),
        ("From when to when", {"fields": PERIOD}),
    ]
