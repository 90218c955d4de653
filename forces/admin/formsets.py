"""Inline rows: their order, and choices that are read once and not once a row."""

from django.forms import BaseInlineFormSet, Select


class OrderedFormSet(BaseInlineFormSet):
    """Rows with an `order`; one left blank comes last."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            form.fields["order"].initial = None
            form.fields["order"].help_text = "Lower numbers come first; leave blank for last."

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if not self._should_delete_form(form)]
        last = max((form.instance.order or 0 for form in kept), default=0)
        for form in kept:
            if form.instance.order is None:
                last += 1
                form.instance.order = last


class DistinctFormSet(BaseInlineFormSet):
    """Rows that may not agree in all `distinct` fields, saved or not; a blank first one may.

    Two new rows alike are not in the database yet, where their models look.
    """

    distinct = ()
    twice = "This stands here twice."

    def clean(self):
        seen = set()
        for form in self.forms:
            if self._should_delete_form(form) or not form.is_valid():
                continue
            values = tuple(form.cleaned_data.get(name) for name in self.distinct)
            if values[0] and values in seen:
                form.add_error(self.distinct[0], self.twice)
            seen.add(values)
        super().clean()


def offer(field, rows, empty_label="Not set", name=str):
    """Let `field`, a model choice, offer exactly `rows` (a list already read)."""
    choices = [(row.pk, name(row)) for row in rows]
    if isinstance(field.widget, Select):
        choices = [("", empty_label), *choices]
    field.widget.choices = choices
