"""The form of a report: days that can be, and days that readers were told."""

from django import forms
from django.utils import timezone

from ..deadlines import Rule
from ..kinds import RULE_OF_KIND, Scope
from ..partial_dates import UNKNOWN, PartialDate

COUNTED = (
    "{published} to this report {are} published, and readers were told the days. A version that "
    "is published keeps what it said; the next one is counted anew. Tick “Count the days anew” "
    "if that is meant, and save again."
)
TO_COME = "This day has not come yet. A report is put on the register once it is published."
TOO_EARLY = "This is before the report was published, {on}."
WITHOUT_DAY = "Give the last day to answer, or choose another rule."


class ReportForm(forms.ModelForm):
    """Refuses a report on certain forces that names none, and days that cannot be.

    `published` is how many responses to the report readers can read: while there are any,
    what their days are counted from changes only where that is said to be meant.
    """

    published = 0
    counts_anew = forms.BooleanField(
        required=False,
        label="Count the days anew",
        help_text="Responses to this report are published. Tick this to correct the day of the "
        "report, its kind or its deadline all the same: drafts are counted anew at once, and "
        "what is published with its next version.",
    )

    class Meta:
        help_texts = {
            "forces": "Those that the report names; for a report on all forces, any others too."
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # They are shown by full names, and short ones may begin otherwise.
        if "forces" in self.fields:
            self.fields["forces"].queryset = self.fields["forces"].queryset.order_by("name")
        report = self.instance
        self._counted_before = _counted_from(
            report.published_on, report.kind, report.deadline_override, report.deadline_on
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("scope") == Scope.NAMED_FORCES and not cleaned.get("forces"):
            self.add_error("forces", "Choose the forces that the report names.")
        self._refuse_days_that_cannot_be(cleaned)
        if self.published and not cleaned.get("counts_anew") and self._counts_otherwise(cleaned):
            are = "is" if self.published == 1 else "are"
            published = f"{self.published} response{'' if self.published == 1 else 's'}"
            self.add_error("counts_anew", COUNTED.format(published=published, are=are))
        return cleaned

    def _refuse_days_that_cannot_be(self, cleaned):
        day, last = cleaned.get("published_on", UNKNOWN), cleaned.get("deadline_on")
        is_listed = cleaned.get("is_listed", self.instance.is_listed)
        if is_listed and day.is_to_come(on=timezone.localdate()):
            self.add_error("published_on", TO_COME)
        if last and PartialDate.of(last).is_before(day):
            self.add_error("deadline_on", TOO_EARLY.format(on=day))
        chosen = "deadline_on" in cleaned and cleaned.get("deadline_override")
        if chosen == Rule.OWN_DATE and not last:
            self.add_error("deadline_on", WITHOUT_DAY)

    def _counts_otherwise(self, cleaned):
        names = ("published_on", "kind", "deadline_override", "deadline_on")
        if any(name in self.errors for name in names):
            return False
        values = (cleaned.get(name, getattr(self.instance, name)) for name in names)
        return _counted_from(*values) != self._counted_before


def _counted_from(published_on, kind, override, own_date):
    """Return what the days of a response are counted from, however it is written."""
    of_kind = RULE_OF_KIND.get(kind, Rule.SECTION_55)
    rule = override or of_kind
    return published_on.iso, of_kind, rule, own_date if rule == Rule.OWN_DATE else None
