"""Rows are held from the look at them to the write, so that nobody changes them in between."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import transaction


def is_key(text):
    """Whether `text` can be the key of a row: a number that a database can be asked about."""
    return bool(text) and text.isdecimal() and len(text) < 19


class HeldWhileWritten(admin.ModelAdmin):
    """For pages of rows with a manager that has `editable_by`: what is posted is held first.

    It comes after HouseAdmin among the bases of an admin: what the database refuses when
    the transaction ends is then told as any other refusal is.
    """

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        return self._held(request, object_id, super().changeform_view, *args, **kwargs)

    def delete_view(self, request, object_id, *args, **kwargs):
        return self._held(request, object_id, super().delete_view, *args, **kwargs)

    def hold(self, request, pks):
        """Hold the rows `pks`, as far as the person may change them, until the transaction ends."""
        rows = self.model.objects.editable_by(request.user).filter(pk__in=pks)
        list(rows.select_for_update().order_by("pk").values_list("pk"))

    def _held(self, request, object_id, view, *args, **kwargs):
        """Answer with `view`; a page that is only looked at keeps no writer waiting."""
        if request.method != "POST":
            return view(request, object_id, *args, **kwargs)
        with transaction.atomic():
            row = object_id and self.get_object(request, unquote(object_id))
            if row:
                self.hold(request, [row.pk])
            return view(request, object_id, *args, **kwargs)
