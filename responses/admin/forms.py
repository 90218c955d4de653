"""The forms of a response: the short one that opens it, and the full one."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from forces.admin.merging import MergedForm
from forces.models import Oversight
from recommendations.reviews import NOT_COME

from ..models import Answer, Response
from ..services import (
    ANSWERED_TWICE,
    NOT_ABOUT,
    answered_elsewhere,
    refuse_to_open,
    still_to_answer,
)

NONE_LEFT = (
    "Every report here has its response already: open it from the list of responses. A register "
    "editor adds new reports."
)


LATER = "“{report}” was published on {on}, after the day of this response, {day}."


class OpenResponseForm(forms.ModelForm):
    """Which force answers which report, and in which layout; the rest follows."""

    class Meta:
        model = Response
        fields = ["force", "report", "layout"]

    def __init__(self, *args, **kwargs):
        """Offer the reports that are still to be answered; another is refused with its reason."""
        super().__init__(*args, **kwargs)
        report = self.fields["report"]
        offered = still_to_answer(self.fields["force"].queryset)
        report.choices = [("", report.empty_label), *((one.pk, str(one)) for one in offered)]
        if not offered:
            report.help_text = NONE_LEFT

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
        if earlier := self.fields.get("follows"):
            own = earlier.queryset.filter(force=self.instance.force_id)
            earlier.queryset = own.exclude(pk=self.instance.pk)
        if body := self.fields.get("body"):
            overseers = Q(oversights__force=self.instance.force_id)
            own = Q(pk=self.instance.body_id)
            body.queryset = body.queryset.filter(overseers | own).distinct()

    def clean_published_on(self):
        day = self.cleaned_data["published_on"]
        if day.is_to_come(on=timezone.localdate()):
            raise ValidationError(NOT_COME)
        if not day and self.instance.publications.exists():
            raise ValidationError("Readers have seen the day: mend it, but keep one.")
        reported = self.instance.report.published_on
        if day.is_before(reported):
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
        day = self.cleaned_data.get("published_on", self.instance.published_on)
        for report in chosen:
            if not report.may_be_answered_for(force):
                raise ValidationError(NOT_ABOUT.format(report=report, force=force))
            if other := answered_elsewhere(force=force, report=report, apart_from=own):
                raise ValidationError(ANSWERED_TWICE.format(report=report, response=other))
            if day.is_before(report.published_on):
                raise ValidationError(LATER.format(report=report, on=report.published_on, day=day))
        dropped = self.instance.further_reports.exclude(pk__in=chosen)
        answers = Answer.objects.filter(response=self.instance).values("findings__report")
        wordings = self.instance.wordings.values("finding__report")
        for parts, what in ((answers, "Answers"), (wordings, "Printed wordings")):
            if used := dropped.filter(pk__in=parts):
                names = ", ".join(str(report) for report in used)
                raise ValidationError(f"{what} still cover recommendations of {names}.")
        return chosen
