"""Rich text on pages that a person only reads: shown as it reads, not as HTML."""

import functools

from django.utils.safestring import mark_safe

from ..fields import RichTextField


class RichTextToRead:
    """For pages and inlines: where nothing can be changed, rich text stands as its readers see it.

    Without it Django shows the tags.
    """

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        rich = {field.__name__: field for field in self._rich_to_read()}
        return [
            (heading, options | {"fields": [_each(name, rich) for name in options["fields"]]})
            for heading, options in fieldsets
        ]

    def get_readonly_fields(self, request, obj=None):
        fields = list(super().get_readonly_fields(request, obj))
        if obj is None or self.has_change_permission(request, obj):
            return fields
        return [*fields, *self._rich_to_read()]

    def _rich_to_read(self):
        rich = [field for field in self.opts.get_fields() if isinstance(field, RichTextField)]
        return [_as_read(field) for field in rich]


def _each(name, rich):
    """Replace the name of a rich text field, or those in a line of names, by what shows it."""
    if isinstance(name, tuple):
        return tuple(rich.get(one, one) for one in name)
    return rich.get(name, name)


@functools.cache
def _as_read(field):
    def show(row):
        return mark_safe(getattr(row, field.attname))  # Cleaned whenever it is saved.

    show.__name__ = field.name
    show.short_description = field.verbose_name
    return show
