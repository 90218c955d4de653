"""Rows that somebody else removed or added while the page was open."""

from django.forms import BaseInlineFormSet
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT


class MergedRows(BaseInlineFormSet):
    """Rows of MergedForms, put in order with those that are in the database now.

    A row that is gone is left out, or, where the person typed into it, is a new row again.
    A new row that is there already, as after a double click, is left out too. Rows that
    the page did not show stay as they are.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.orphans = range(0)
        if self.is_bound:
            self._put_in_order()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.was_removed = index in self.orphans

    def _put_in_order(self):
        there = {str(row.pk): row for row in self.get_queryset()}
        total = self.total_form_count()
        old = range(min(self.initial_form_count(), total))
        kept = [number for number in old if self._posted(number, "id") in there]
        gone = [number for number in old if number not in kept]
        orphans = [number for number in gone if self._is_to_be_kept(number)]
        seen = {self._posted(number, "id") for number in kept}
        unseen = [row for key, row in there.items() if key not in seen]
        new = [n for n in range(len(old), total) if not self._is_there_already(n, unseen)]
        rows = [*kept, *orphans, *new]
        if rows != list(range(total)) or orphans:
            self.orphans = range(len(kept), len(kept) + len(orphans))
            self._number_anew(rows, rows_there=len(kept))

    def _posted(self, number, name):
        return self.data.get(f"{self.add_prefix(number)}-{name}")

    def _form_of(self, number):
        """Return the form of a posted row by itself, for what was typed into it."""
        kwargs = {"prefix": self.add_prefix(number), "instance": self.model()}
        form = self.form(self.data, **kwargs, **self.get_form_kwargs(number))
        self.add_fields(form, number)
        return form

    def _is_to_be_kept(self, number):
        """Whether the person typed into a row that is gone, and did not remove it too."""
        is_removed = self._posted(number, DELETION_FIELD_NAME)
        return not is_removed and self._form_of(number).has_typed()

    def _is_there_already(self, number, unseen):
        """Whether a new row is one of those `unseen`, from which it is then taken out."""
        form = self._form_of(number) if unseen else None
        twin = next((row for row in unseen if form.is_said_by(row)), None)
        if twin:
            unseen.remove(twin)
        return twin is not None

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
