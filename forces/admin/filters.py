"""Filters beside a list: they offer what the person may know of, and take nothing else."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList

from .. import policies
from .list_memory import CHOSEN


def lookups_of(list_filter):
    """Return the names by which an address asks `list_filter`, the name of a field or a class."""
    if not isinstance(list_filter, str):
        return {list_filter.parameter_name}
    return {list_filter, f"{list_filter}__exact", f"{list_filter}__isnull"}


class AskableChangeList(ChangeList):
    """A list that leaves out of its address what no row holds and PostgreSQL cannot be asked.

    Its links say that they are choices, which are remembered.
    """

    @property
    def quick_filters(self):
        """The filters that stand above the list; the others stand beside it."""
        return [one for one in self.filter_specs if getattr(one, "is_quick", False)]

    @property
    def other_filters(self):
        return [one for one in self.filter_specs if one not in self.quick_filters]

    @property
    def chosen_beside(self):
        """What is chosen of the filters beside the list, in words, but for “All”."""
        choices = [choice for one in self.other_filters for choice in list(one.choices(self))[1:]]
        return [choice["display"] for choice in choices if choice["selected"]]

    @property
    def whole(self):
        """The address of the list without any filter, order or words looked for."""
        return f"?{CHOSEN}=1"

    def get_query_string(self, new_params=None, remove=None):
        asked = super().get_query_string(new_params, remove)
        return f"{asked}{'&' if len(asked) > 1 else ''}{CHOSEN}=1"

    def get_filters_params(self, params=None):
        asked = super().get_filters_params(params).items()
        usable = {name: [one for one in values if "\0" not in one] for name, values in asked}
        return {name: values for name, values in usable.items() if values}


class OfferedFilter(admin.SimpleListFilter):
    """A filter by what it offers; any other value in an address filters nothing."""

    def value(self):
        value = super().value()
        return value if value in dict(self.lookup_choices) else None


class QuickFilter(OfferedFilter):
    """A few questions that are asked every day: links above the list, and not beside it.

    The first of them brings the whole list back, and is chosen where nothing else is.
    """

    title = "show"
    parameter_name = "show"
    is_quick = True
    template = "admin/quick_filter.html"

    def choices(self, changelist):
        _, *others = super().choices(changelist)
        is_whole = not (changelist.has_active_filters or changelist.query)
        yield {"selected": is_whole, "query_string": changelist.whole, "display": "All"}
        yield from others


class ForceFilter(OfferedFilter):
    """The person's own forces. `lookup` leads from a row to its force."""

    title = "force"
    parameter_name = "force"
    lookup = "force"

    def lookups(self, request, model_admin):
        """Return the forces to choose among, none for somebody who has only one."""
        forces = policies.forces_of(request.user, model_admin.see)
        choices = [(str(force.pk), force.short_name) for force in forces]
        return choices if len(choices) > 1 else []

    def queryset(self, request, queryset):
        return queryset.filter(**{self.lookup: self.value()}) if self.value() else queryset
