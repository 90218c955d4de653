"""The form that sets the same on many ratings."""

from django import forms
from django.core.exceptions import ValidationError

from forces.admin.house import DayField, DayInput

from ..fields import PartialDateFormField
from ..models import Assessment
from ..rag import Assurance, Progress, Rag, mismatched_day
from .rating_forms import day_that_has_come

AS_IT_IS = ("", "Leave as it is")
NOTHING = "Choose or write at least one thing that all of them are to say."


def field_help(name):
    return Assessment._meta.get_field(name).help_text


class TogetherForm(forms.Form):
    """What all of the chosen ratings are to say; what is left blank stays as it is in each."""

    rag = forms.ChoiceField(label="RAG", choices=[AS_IT_IS, *Rag.choices], required=False)
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=f"{field_help('reason')} Readers see it once a response is published.",
    )
    progress = forms.ChoiceField(choices=[AS_IT_IS, *Progress.choices], required=False)
    owner = forms.CharField(
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=field_help("owner"),
    )
    expected_on = PartialDateFormField(
        label="Expected to close", help_text=field_help("expected_on")
    )
    assurance = forms.ChoiceField(choices=[AS_IT_IS, *Assurance.choices], required=False)
    assured_on = DayField(required=False, widget=DayInput, help_text=field_help("assured_on"))
    reviewed_on = DayField(
        label="Last reviewed",
        required=False,
        widget=DayInput,
        help_text="The day of which this is true. Given alone, it says that all of them still "
        "stand. Leave blank for today where the RAG, reason, progress or assurance changes, and "
        "for the day as it is where only the rest does.",
    )

    def clean_assured_on(self):
        return day_that_has_come(self.cleaned_data["assured_on"])

    def clean_reviewed_on(self):
        return day_that_has_come(self.cleaned_data["reviewed_on"])

    def clean(self):
        super().clean()
        assurance = self.cleaned_data.get("assurance")
        day = self.cleaned_data.get("assured_on")
        if assurance and not day and "assured_on" not in self.errors:
            self.add_error("assured_on", mismatched_day(assurance, day))
        if not self.errors and not self.values():
            raise ValidationError(NOTHING)
        return self.cleaned_data

    def take(self, faults):
        """Say at their fields the `faults` that all of the ratings share, sentences by field."""
        for name in faults.keys() & self.fields.keys():
            self.add_error(name, faults[name])

    def values(self):
        """Return {field: value} of what was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value}
