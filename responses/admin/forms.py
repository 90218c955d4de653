"""The forms of a response: the short one that opens it, and the full one."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from forces.admin.merging import MergedForm
from forces.models import Oversight

from ..models import Answer, Response
from ..services import ANSWERED_TWICE, NOT_ABOUT, answered_elsewhere, refuse_to_open


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

    def clean(self):
        cleaned = super().clean()
        if "force" in cleaned and "report" in cleaned:
            refuse_to_open(force=cleaned["force"], report=cleaned["report"])
        return cleaned


class ResponseForm(MergedForm):
    class Meta:
        model = Response
        fields = [
            *("title", "layout", "body", "published_on", "late_reason"),
            *("invited_on", "reply_by_on", "makes_no_reply"),
            *("further_reports", "follows"),
        ]
        widgets = {"late_reason": forms.Textarea(attrs={"rows": 3, "cols": 60})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if reason := self.fields.get("late_reason"):
            # A browser would cut off what is pasted, and say nothing.
            reason.widget.attrs.pop("maxlength", None)
        if further := self.fields.get("further_reports"):
            further.queryset = further.queryset.exclude(pk=self.instance.report_id)
        if body := self.fields.get("body"):
            overseers = Q(oversights__force=self.instance.force_id)
            own = Q(pk=self.instance.body_id)
            body.queryset = body.queryset.filter(overseers | own).distinct()

    def clean_published_on(self):
        day = self.cleaned_data["published_on"]
        if day.is_known and day.earliest > timezone.localdate():
            raise ValidationError("This day has not come yet.")
        if not day and self.instance.publications.exists():
            raise ValidationError("Readers have seen the day: mend it, but keep one.")
        reported = self.instance.report.published_on
        if day.is_known and reported.is_known and day.latest < reported.earliest:
            raise ValidationError(f"This is before the report was published, {reported}.")
        return day

    def clean_invited_on(self):
        day = self.cleaned_data["invited_on"]
        if day and day > timezone.localdate():
            raise ValidationError("This day has not come yet: record it when it has.")
        return day

    def clean_further_reports(self):
        """Refuse reports that are answered elsewhere, and keep those that parts of this answer."""
        chosen = self.cleaned_data["further_reports"]
        force, own = self.instance.force, self.instance.pk
        for report in chosen:
            if not report.may_be_answered_for(force):
                raise ValidationError(NOT_ABOUT.format(report=report, force=force))
            if other := answered_elsewhere(force=force, report=report, apart_from=own):
                raise ValidationError(ANSWERED_TWICE.format(report=report, response=other))
        dropped = self.instance.further_reports.exclude(pk__in=chosen)
        answers = Answer.objects.filter(response=self.instance).values("findings__report")
        wordings = self.instance.wordings.values("finding__report")
        for parts, what in ((answers, "Answers"), (wordings, "Printed wordings")):
            if used := dropped.filter(pk__in=parts):
                names = ", ".join(str(report) for report in used)
                raise ValidationError(f"{what} still cover recommendations of {names}.")
        return chosen
