"""Rows of which somebody else removed some while the page was open."""

from django.forms import BaseInlineFormSet
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT


class MergedRows(BaseInlineFormSet):
    """Rows of MergedForms: those that are gone are left out, or, where typed in, are new again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.orphans = range(0)
        if self.is_bound:
            self._part_from_removed_rows()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.was_removed = index in self.orphans

    def _part_from_removed_rows(self):
        there = {str(row.pk) for row in self.get_queryset()}
        total = self.total_form_count()
        old = range(min(self.initial_form_count(), total))
        kept = [number for number in old if self._posted(number, "id") in there]
        if len(kept) == len(old):
            return
        gone = [number for number in old if number not in kept]
        orphans = [number for number in gone if self._is_to_be_kept(number)]
        self.orphans = range(len(kept), len(kept) + len(orphans))
        self._number_anew([*kept, *orphans, *range(len(old), total)], rows_there=len(kept))

    def _posted(self, number, name):
        return self.data.get(f"{self.add_prefix(number)}-{name}")

    def _is_to_be_kept(self, number):
        """Whether the person typed into a row that is gone, and did not remove it too."""
        if self._posted(number, DELETION_FIELD_NAME):
            return False
        prefix, instance = self.add_prefix(number), self.model()
        form = self.form(
            self.data, prefix=prefix, instance=instance, **self.get_form_kwargs(number)
        )
        return form.has_typed()

    def _number_anew(self, rows, *, rows_there):
        """Leave only `rows`, by their old numbers, in this order; the first are in the database."""
        data = self.data.copy()
        for number in range(self.total_form_count()):
            for key in self._keys(number):
                del data[key]
        for new, old in enumerate(rows):
            for key in self._keys(old):
                name = key.removeprefix(self.add_prefix(old))
                if new not in self.orphans or name not in ("-id", "-shown"):
                    data.setlist(f"{self.add_prefix(new)}{name}", self.data.getlist(key))
        data[f"{self.prefix}-{TOTAL_FORM_COUNT}"] = str(len(rows))
        data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(rows_there)
        self.data = data
        del self.management_form

    def _keys(self, number):
        start = f"{self.add_prefix(number)}-"
        return [key for key in self.data if key.startswith(start)]
