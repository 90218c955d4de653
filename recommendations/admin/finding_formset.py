"""The findings of a report, entered together on its page."""

from django.core.exceptions import ValidationError

from forces.admin.formsets import OrderedFormSet, offer

TWICE = "This printed number stands twice here. Each stands once among findings of its kind."


class FindingFormSet(OrderedFormSet):
    """Findings in the order of the report; each new one gets its address as it is saved."""

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
        super().clean()
        seen = set()
        for form in self.forms:
            label = form.cleaned_data.get("label") if form.is_valid() else ""
            if not label:
                continue
            place = (form.instance.kind, form.instance.parent_id, label)
            if place in seen:
                form.add_error("label", ValidationError(TWICE))
            seen.add(place)

    def save_new(self, form, commit=True):
        """Make the address now, when the findings before it have theirs."""
        form.instance.report = self.instance
        form.instance.ref = form.instance.new_ref()
        return super().save_new(form, commit)
