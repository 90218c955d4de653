"""Filters beside a list that offer only what the person may know of."""

from django.contrib import admin

from .. import policies


class OfferedFilter(admin.SimpleListFilter):
    """A filter by what it offers; any other value in an address filters nothing."""

    def value(self):
        value = super().value()
        return value if value in dict(self.lookup_choices) else None


class ForceFilter(OfferedFilter):
    """The person's own forces."""

    title = "force"
    parameter_name = "force"

    def lookups(self, request, model_admin):
        """Return the forces to choose among, none for somebody who has only one."""
        forces = policies.forces_of(request.user, model_admin.see)
        choices = [(str(force.pk), force.short_name) for force in forces]
        return choices if len(choices) > 1 else []

    def queryset(self, request, queryset):
        return queryset.filter(force=self.value()) if self.value() else queryset
