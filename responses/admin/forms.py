"""The forms of a response: the short one that opens it, and the full one."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from forces.models import Oversight

from ..models import Answer, Response


class OpenResponseForm(forms.ModelForm):
    """Which force answers which report, and in which layout; the rest follows."""

    class Meta:
        model = Response
        fields = ["force", "report", "layout"]

    def clean_force(self):
        """Refuse a force of which nobody knows who answers for it."""
        force = self.cleaned_data["force"]
        if not Oversight.objects.on(timezone.localdate()).filter(force=force).exists():
            raise ValidationError(
                f"No local policing body is recorded for {force} today. Ask a register editor "
                "to add it under Oversight."
            )
        return force


class ResponseForm(forms.ModelForm):
    class Meta:
        model = Response
        fields = [
            *("title", "layout", "body", "published_on", "late_reason"),
            *("further_reports", "follows"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if further := self.fields.get("further_reports"):
            further.queryset = further.queryset.exclude(pk=self.instance.report_id)

    def clean_further_reports(self):
        """Keep a further report while an answer or a printed wording is of a finding of it."""
        chosen = self.cleaned_data["further_reports"]
        dropped = self.instance.further_reports.exclude(pk__in=chosen)
        answers = Answer.objects.filter(response=self.instance).values("findings__report")
        wordings = self.instance.wordings.values("finding__report")
        for parts, what in ((answers, "Answers"), (wordings, "Printed wordings")):
            if used := dropped.filter(pk__in=parts):
                names = ", ".join(str(report) for report in used)
                raise ValidationError(f"{what} still cover recommendations of {names}.")
        return chosen
