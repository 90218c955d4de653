from django.contrib import admin

from ..models import CopyAddressee, LocalPolicingBody, OfficeHolder
from .body_form import BodyForm
from .history import Timelined
from .house import HouseAdmin
from .periods import PERIOD, InBeingFilter
from .scoping import RegisterScope


@admin.register(LocalPolicingBody)
class LocalPolicingBodyAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    form = BodyForm
    list_display = ["name", "kind", "began_on", "ended_on"]
    list_filter = ["kind", InBeingFilter]
    search_fields = ["name"]
    search_help_text = "By name."
    fieldsets = [
        (None, {"fields": ["name", "kind", "website"]}),
        (
            "Letterhead",
            {
                "fields": ["office", "address", "colour"],
                "description": "For responses as documents, and for the letters that go with "
                "them. What is published keeps the letterhead of its day.",
            },
        ),
        ("Dates", {"fields": [*PERIOD, "succeeded_by"]}),
    ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.responses = self._responses(obj)
        return form

    def get_fieldsets(self, request, obj=None):
        """Ask whether another duty is meant where there are responses that have one."""
        head, *rest = super().get_fieldsets(request, obj)
        if self._responses(obj) and self.has_change_permission(request, obj):
            name, kind, *others = head[1]["fields"]
            head = (head[0], {"fields": [name, kind, "changes_duty", *others]})
        return [head, *rest]

    def _responses(self, body):
        """Return how many responses of `body` the register holds; the site knows that."""
        return self.admin_site.responses_of(body) if body else 0


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


@admin.register(CopyAddressee)
class CopyAddresseeAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["recipient", "in_a_line", "began_on", "ended_on"]
    list_filter = ["recipient", InBeingFilter]
    search_fields = ["name", "title"]
    search_help_text = "By name or office."
    fieldsets = [
        (
            None,
            {
                "fields": ["recipient", "name", "title", "salutation", "address"],
                "description": "To whom offices write when they send a copy of a response, "
                "section 55(6). A covering letter takes the addressee of its day.",
            },
        ),
        ("From when to when", {"fields": PERIOD}),
    ]

    @admin.display(description="addressee", ordering="name")
    def in_a_line(self, addressee):
        return addressee.in_a_line
