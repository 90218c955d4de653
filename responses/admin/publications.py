"""What was published: to look at, to withdraw, and to record to whom copies were sent."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.html import format_html

from forces import policies
from forces.admin.filters import ForceFilter, QuickFilter
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope

from ..copies import lacking_copies, to_send
from ..models import Publication
from ..presenters.versions import version_url
from .after_publication import AfterPublication
from .letters import Letters


class PublicationQuickFilter(QuickFilter):
    """What readers are shown now, and of that, what is still to be sent on."""

    def lookups(self, request, model_admin):
        return [("current", "Current"), ("copies", "Copies to send")]

    def queryset(self, request, queryset):
        return {"current": queryset.current, "copies": lambda: lacking_copies(queryset)}.get(
            self.value(), lambda: queryset
        )()


@admin.register(Publication)
class PublicationAdmin(ForceScope, AfterPublication, Letters, HouseAdmin):
    """What was published, to look at: nothing here is added, changed or removed."""

    see = policies.SEE_PUBLICATIONS
    change_form_template = "admin/publication.html"
    list_display = ["report", "force", "number", "state", "published_at", "published_by"]
    list_select_related = ["response", "force", "report", "published_by", "withdrawal"]
    list_filter = [PublicationQuickFilter, ForceFilter]
    search_fields = ["report__title", "report__short_title", "force__name"]
    search_help_text = "By force or report."
    ordering = ["-published_at", "-pk"]
    fields = [
        *("force", "report", "number", "published_at", "publisher"),
        *("public_page", "payload_hash", "chain_hash"),
    ]
    readonly_fields = ["publisher", "public_page", "payload_hash", "chain_hash"]

    def get_queryset(self, request):
        """Each with the number of the newest version of its response."""
        same = Publication.objects.filter(response=OuterRef("response")).order_by("-number")
        newest = Subquery(same.values("number")[:1])
        rows = super().get_queryset(request).select_related(*self.list_select_related)
        return rows.annotate(newest=newest)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        dispatches = list(obj.dispatches.select_related("recorded_by"))
        sent = {one.recipient: one.sent_on for one in dispatches}
        context |= {
            "state": self.state(obj),
            "withdrawal": getattr(obj, "withdrawal", None),
            "steps": self.steps_of(request, obj),
            "letters": [(who, sent.get(who)) for who in self.letters_of(request, obj)],
            "dispatches": dispatches,
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def copies_to_send(self, request):
        """Return a ToSend of each version of the person's forces that is still to be sent on."""
        rows = self.get_queryset(request).defer("payload")
        return to_send(rows.order_by("published_at", "pk"))

    @admin.display(description="state")
    def state(self, publication):
        if hasattr(publication, "withdrawal"):
            return "Withdrawn"
        if publication.number < publication.newest:
            return f"Superseded by version {publication.newest}"
        return "Current"

    @admin.display(description="published by")
    def publisher(self, publication):
        return publication.published_by or "–"

    @admin.display(description="public page")
    def public_page(self, publication):
        address = version_url(publication)
        return format_html('<a href="{}">{}</a>', address, address)

    @admin.display(description="hash of what was published (SHA-256)")
    def payload_hash(self, publication):
        return publication.sha256

    @admin.display(description="hash that ties it to the version before (SHA-256)")
    def chain_hash(self, publication):
        return publication.chain_sha256
