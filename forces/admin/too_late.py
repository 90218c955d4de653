"""What was typed on a page whose row can no longer be changed, or is gone."""

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from .holding import is_key
from .scoping import rights


class ShowsWhatCameTooLate:
    """For the admin of rows with MergedForms and a history: nothing that a writer typed is lost.

    `fieldsets` are those of the page on which the row is written.
    """

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except (PermissionDenied, Http404):
            if request.method != "POST" or not object_id:
                raise
            row = self.get_object(request, unquote(object_id))
            was = row or self.deleted(unquote(object_id))
            if was is None or not rights(request).may(self.edit, self.force_id_of(was)):
                raise
        return self._too_late(request, was, is_there=row is not None)

    def why_too_late(self, row):
        """Return the rest of a sentence: why `row` cannot be changed any more."""
        raise NotImplementedError

    def deleted(self, pk):
        """Return the row `pk` as it was when it was deleted, or None where it never was."""
        return as_deleted(self.model, pk) if is_key(pk) else None

    def _too_late(self, request, row, *, is_there):
        context = {
            **self.admin_site.each_context(request),
            "title": "Nothing was saved",
            "way": self.way_to_row(row, is_there=is_there),
            "why": self.why_too_late(row) if is_there else "it was deleted.",
            "parts": [part for part in self._typed(request, row) if part[1]],
        }
        status = 409 if is_there else 404
        return TemplateResponse(request, "admin/too_late.html", context, status=status)

    def way_to_row(self, row, *, is_there):
        """Return (words, address) of the list, and of the page of `row` if it is there."""
        place = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        listed = [(capfirst(self.opts.verbose_name_plural), reverse(f"{place}_changelist"))]
        page = [(str(row), reverse(f"{place}_change", args=[row.pk]))] if is_there else []
        return [*listed, *page]

    def _typed(self, request, row):
        """Yield each part of the page: its heading, and labels with what was typed, in words."""
        # The form of those who may change it: asked as for a change, it would have no fields.
        fields = flatten_fieldsets(self.fieldsets)
        form = self.get_form(request, row, change=False, fields=fields)
        yield f"The {self.opts.verbose_name}", _typed_in(form(request.POST, instance=row))
        for inline in self.get_inline_instances(request, row):
            rows = inline.rows_to_write(request)(request.POST, instance=row)
            for one in rows.forms:
                yield _heading(one.instance, rows.prefix), _typed_in(one)


def as_deleted(model, pk):
    """Return the row `pk` of `model` as its history has it last, or None where it is not gone."""
    last = model.history.filter(id=pk).order_by("history_date", "history_id").last()
    return last.instance if last and last.history_type == "-" else None


def _typed_in(form):
    """Return (label, words) of all that was typed into a MergedForm and is not there now."""
    typed = [name for name in form.changed_data if name in form.merged]
    return [(form.fields[name].label, form.typed_in_words(name)) for name in typed]


def _heading(row, prefix):
    what = row._meta.verbose_name
    if not row.pk:
        return f"New {what}"
    return f"{what.capitalize()}: {getattr(row, 'summary', row)}"
