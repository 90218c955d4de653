"""What was typed on the page of a response that meanwhile can no longer be changed."""

import functools

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.forms import inlineformset_factory
from django.template.response import TemplateResponse

from ..models import Response


class ShowsWhatCameTooLate:
    """For the admin of responses: nothing that an editor typed is lost when a state moves on."""

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except PermissionDenied:
            response = object_id and self.get_object(request, unquote(object_id))
            is_writer = response and self._may(request, self.edit, response)
            if request.method != "POST" or not is_writer:
                raise
        return self._too_late(request, response)

    def _too_late(self, request, response):
        context = {
            **self.admin_site.each_context(request),
            "title": "Nothing was saved",
            "opts": self.opts,
            "original": response,
            "parts": [part for part in self._typed(request, response) if part[1]],
        }
        return TemplateResponse(request, "admin/too_late.html", context, status=409)

    def _typed(self, request, response):
        """Yield each part of the page: its heading, and labels with what was typed, in words."""
        fields = flatten_fieldsets(self.get_fieldsets(request, response))
        # The form of those who may change it: asked as for a change, it would have no fields.
        form = self.get_form(request, response, change=False, fields=fields)
        yield "The response", _typed_in(form(request.POST, instance=response))
        for inline in self.get_inline_instances(request, response):
            rows = _rows_of(inline, request)(request.POST, instance=response)
            for row in rows.forms:
                yield _heading(row.instance, rows.prefix), _typed_in(row)


def _rows_of(inline, request):
    """Return the formset of `inline` as those who may change its rows have it."""
    return inlineformset_factory(
        Response,
        inline.model,
        form=inline.form,
        formset=inline.formset,
        fields=flatten_fieldsets(inline.fieldsets),
        formfield_callback=functools.partial(inline.formfield_for_dbfield, request=request),
    )


def _typed_in(form):
    """Return (label, words) of all that was typed into a MergedForm and is not there now."""
    typed = [name for name in form.changed_data if name in form.merged]
    return [(form.fields[name].label, form.typed_in_words(name)) for name in typed]


def _heading(row, prefix):
    what = row._meta.verbose_name
    if not row.pk:
        return f"New {what}"
    return f"{what.capitalize()}: {getattr(row, 'summary', row)}"
