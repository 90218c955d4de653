"""The form of a body: whether section 55 runs for it does not change by a slip."""

from django import forms

from ..models import LocalPolicingBody

STARTS = "Section 55 would run for them from now on: days are counted and copies are asked for."
ENDS = "Section 55 would not run for them any more: no days are counted, no copies are asked for."
CHANGES = (
    "The register holds {responses} of this body. {what} What is published keeps what it said. "
    "Tick “Change the duty of its responses” if that is meant, and save again."
)


class BodyForm(forms.ModelForm):
    """Asks whether it is meant where another kind starts or ends a duty.

    `responses` is how many responses of the body the register holds, drafts too.
    """

    responses = 0
    changes_duty = forms.BooleanField(
        required=False,
        label="Change the duty of its responses",
        help_text="Tick this to choose a kind for which section 55 runs, or does not, other than "
        "for the one that stands here.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._was_under = self.instance.is_under_section_55

    def clean(self):
        cleaned = super().clean()
        if self.responses and "kind" in cleaned and not cleaned.get("changes_duty"):
            is_under = LocalPolicingBody(kind=cleaned["kind"]).is_under_section_55
            if is_under != self._was_under:
                number = f"{self.responses} response{'' if self.responses == 1 else 's'}"
                what = STARTS if is_under else ENDS
                self.add_error("changes_duty", CHANGES.format(responses=number, what=what))
        return cleaned
