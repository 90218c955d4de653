"""Yes and no in words, where Django shows an icon: a field that a person only reads."""

import functools

from django.contrib.admin.utils import flatten_fieldsets
from django.db import models


def in_words(value):
    """Return how the boolean `value` reads."""
    return "Yes" if value else "No"


def read_in_words(part, opts, *, is_only_read):
    """Have a part of a page show in words the yes or no of each field that is read there.

    `part` is Django's AdminForm or InlineAdminFormSet, of a model with the options `opts`;
    `is_only_read` says that nothing of it can be changed.
    """
    names = flatten_fieldsets(part.fieldsets) if is_only_read else part.readonly_fields
    booleans = [field for field in opts.get_fields() if isinstance(field, models.BooleanField)]
    shown = {field.name: _shown(field) for field in booleans if field.name in names}
    part.fieldsets = [
        (heading, options | {"fields": [_each(name, shown) for name in options["fields"]]})
        for heading, options in part.fieldsets
    ]
    part.readonly_fields = [*part.readonly_fields, *shown.values()]


def _each(name, shown):
    """Replace the name of a field, or those in a line of names, by what shows it."""
    if isinstance(name, (list, tuple)):
        return [shown.get(one, one) for one in name]
    return shown.get(name, name)


@functools.cache
def _shown(field):
    def show(row):
        return in_words(getattr(row, field.attname))

    show.__name__ = field.name
    show.short_description = field.verbose_name
    return show
