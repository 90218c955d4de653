"""A message for whoever entered something that was not taken as it came."""

from django.contrib import messages


class TellsWhatWasLeftOut:
    """For pages with fields that clean what is entered, and say in `left_out` what went.

    Told once the page is saved, and also where it comes back with errors.
    """

    def changeform_view(self, request, *args, **kwargs):
        answer = super().changeform_view(request, *args, **kwargs)
        for sentence in getattr(request, "left_out", []):
            self.message_user(request, sentence, messages.WARNING)
        return answer

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.left_out = list(sentences(form, formsets))

    def render_change_form(self, request, context, *args, **kwargs):
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        request.left_out = list(sentences(context["adminform"].form, formsets))
        return super().render_change_form(request, context, *args, **kwargs)


def sentences(form, formsets):
    """Yield a sentence for each field of the page that left something out, rows by their names."""
    yield from _of_form(form)
    for formset in formsets:
        for row in formset.forms:
            if not getattr(row, "cleaned_data", {}).get("DELETE"):
                yield from _of_form(row, of=f"“{_name(row.instance)}”, ")


def _of_form(form, of=""):
    for field in form.fields.values():
        if what := getattr(field, "left_out", ""):
            yield f"Left out of {of}{field.label}: {what}. The rest of the text stayed."


def _name(row):
    """Return the name by which the page calls `row`."""
    return getattr(row, "summary", "") or str(row)
