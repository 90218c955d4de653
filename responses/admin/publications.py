from django.contrib import admin
from django.utils.html import format_html

from forces.admin.filters import ForceFilter
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope

from ..models import Publication, Response


@admin.register(Publication)
class PublicationAdmin(ForceScope, HouseAdmin):
    """What was published, to look at: nothing here is added, changed or removed."""

    list_display = ["report", "force", "number", "published_at", "published_by"]
    list_select_related = ["response", "force", "report", "published_by"]
    list_filter = [ForceFilter]
    search_fields = ["report__title", "report__short_title", "force__name"]
    search_help_text = "By force or report."
    ordering = ["-published_at", "-pk"]
    fields = [
        *("force", "report", "number", "published_at", "publisher"),
        *("public_page", "sha256"),
    ]
    readonly_fields = ["publisher", "public_page"]

    def get_queryset(self, request):
        own = Response.objects.visible_to(request.user)
        return Publication.objects.filter(response__in=own).order_by(*self.ordering)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="published by")
    def publisher(self, publication):
        return publication.published_by or "–"

    @admin.display(description="public page")
    def public_page(self, publication):
        address = publication.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, address)
