"""Filters beside a list that offer only what the person may know of."""

from django.contrib import admin

from .. import policies


class ForceFilter(admin.SimpleListFilter):
    """The person's own forces."""

    title = "force"
    parameter_name = "force"

    def lookups(self, request, model_admin):
        forces = policies.forces_of(request.user, model_admin.see)
        return [(str(force.pk), force.short_name) for force in forces]

    def queryset(self, request, queryset):
        return queryset.filter(force=self.value()) if self.value() else queryset
