"""A finding as it is entered, and the findings of a report, entered together on its page."""

from django import forms

from forces.admin.formsets import DistinctFormSet, OrderedFormSet, offer

from ..kinds import FindingKind
from ..refs import printed_number


class FindingForm(forms.ModelForm):
    def clean(self):
        """Take the printed number alone: its kind is a field of its own."""
        cleaned = super().clean()
        kind, label = cleaned.get("kind"), cleaned.get("label")
        if kind and label:
            cleaned["label"] = printed_number(label, FindingKind(kind).label)
        return cleaned


class FindingFormSet(OrderedFormSet, DistinctFormSet):
    """Findings in the order of the report; each new one gets its address as it is saved."""

    distinct = ("label", "kind", "parent")
    twice = "This printed number stands twice here. Each stands once among findings of its kind."

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.nesting = list(self.instance.findings.all()) if self.instance.pk else []

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "parent" in form.fields:
            form.fields["parent"].queryset = self.model.objects.filter(report=self.instance.pk)
            others = [finding for finding in self.nesting if finding.pk != form.instance.pk]
            offer(form.fields["parent"], others, empty_label="Not nested")

    def clean(self):
        """Refuse a ring that the rows of one submission make together."""
        super().clean()
        rows = [form for form in self.forms if getattr(form, "cleaned_data", None)]
        parents = {
            form.instance.pk: form.cleaned_data["parent"].pk
            for form in rows
            if form.instance.pk and form.cleaned_data.get("parent")
        }
        for form in rows:
            if form.instance.pk and _leads_back(form.instance.pk, parents):
                form.add_error("parent", "A finding cannot be nested under itself.")

    def save_new(self, form, commit=True):
        """Make the address now, when the findings before it have theirs."""
        form.instance.report = self.instance
        form.instance.ref = form.instance.new_ref(printed=self._labels_like(form))
        return super().save_new(form, commit)

    def _labels_like(self, form):
        """Return the printed numbers of all rows of the same kind in the same place."""
        like = (form.cleaned_data["kind"], form.cleaned_data.get("parent"))
        rows = [row.cleaned_data for row in self.forms if row.cleaned_data]
        return [row["label"] for row in rows if (row["kind"], row.get("parent")) == like]


def _leads_back(pk, parents):
    """Whether going from `pk` to its parent, and on, comes back to `pk`."""
    seen, place = set(), parents.get(pk)
    while place is not None and place not in seen:
        if place == pk:
            return True
        seen.add(place)
        place = parents.get(place)
    return False
