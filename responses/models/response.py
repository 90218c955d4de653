from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from forces import policies, section_55
from forces.models import LocalPolicingBody, PoliceForce
from recommendations.deadlines import SOON, days_left
from recommendations.fields import PartialDateField, RichTextField
from recommendations.models import InspectionReport
from recommendations.partial_dates import UNKNOWN

from ..due import is_late, is_soon
from ..kinds import FieldKind, LayoutName
from ..workflow import OPEN, Status


class ResponseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The responses whose drafts `user` may read."""
        return self.filter(force__in=policies.forces_of(user, policies.SEE_DRAFTS))

    def editable_by(self, user):
        """The responses whose text `user` may change now: those that are not with an approver."""
        own = policies.forces_of(user, policies.EDIT_DRAFTS)
        return self.filter(force__in=own, status__in=OPEN)

    def answering_any(self, reports):
        """The responses that answer any of `reports`, as lead or further report."""
        return self.filter(Q(report__in=reports) | Q(further_reports__in=reports)).distinct()

    def answering(self, *, force, reports):
        """Those of `answering_any` that are of `force`."""
        return self.answering_any(reports).filter(force=force)

    def overdue(self, *, on):
        """The responses that are not answered on the day `on`, after their last day."""
        return self._with_days_left(is_late, on)

    def due_soon(self, *, on, within=SOON):
        """The responses that are to be answered on the day `on` or in the days `within` it."""
        return self._with_days_left(lambda left: is_soon(left, within=within), on)

    def _with_days_left(self, is_meant, on):
        """Those whose days left are meant: each report is asked by its own rule, once for the
        bodies under section 55 and once for the others. There are few reports.
        """
        reports = list(InspectionReport.objects.all())

        def meant(applies):
            judged = ((report, report.judge(applies=applies)) for report in reports)
            return [r.pk for r, j in judged if is_meant(days_left(j.outcome, j.last_day, on=on))]

        under = Q(body__in=section_55.bodies_under())
        asked = Q(under, report__in=meant(True)) | Q(~under, report__in=meant(False))
        return self.filter(asked, published_on=UNKNOWN)


class Response(models.Model):
    """What a local policing body and its force answer to a report: the working text.

    It answers one lead report for one force, and may answer further reports with it.
    The public reads its publications, never this.
    """

    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="responses")
    body = models.ForeignKey(
        LocalPolicingBody,
        on_delete=models.PROTECT,
        related_name="responses",
        verbose_name="answered by",
        help_text="The local policing body that answers, as of the response's day.",
    )
    report = models.ForeignKey(InspectionReport, on_delete=models.PROTECT, related_name="responses")
    further_reports = models.ManyToManyField(
        InspectionReport,
        blank=True,
        related_name="responses_as_further",
        help_text="Other reports that this response answers too.",
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="earlier response",
        help_text="An earlier response that this one refers to.",
    )
    title = models.CharField(
        max_length=300,
        blank=True,
        help_text="The title on the document; blank for the report's own title.",
    )
    layout = models.CharField(max_length=10, choices=LayoutName, default=LayoutName.STATEMENT)
    published_on = PartialDateField(
        "response published on",
        help_text="The day you published it, by any channel: it decides the day of 56. "
        "Leave blank until then. Example: 29 May 2026.",
    )
    late_reason = models.CharField(
        "reason for lateness",
        max_length=500,
        blank=True,
        help_text="If it is later than day 56: why. Readers see it.",
    )
    invited_on = models.DateField(
        "chief officer invited on",
        null=True,
        blank=True,
        help_text="The day on which you invited the chief officer to comment on the report.",
    )
    reply_by_on = models.DateField(
        "comments asked for by",
        null=True,
        blank=True,
        help_text="The last day that you gave the chief officer for the comments.",
    )
    makes_no_reply = models.BooleanField(
        "no reply to the comments",
        default=False,
        help_text="Tick where you have nothing to say in reply to the chief officer’s comments. "
        "A reply is a section of the kind “Reply to the chief officer’s comments”.",
    )
    override_reason = models.TextField(
        "reason for publishing with gaps", blank=True, editable=False
    )
    status = models.CharField(
        max_length=10, choices=Status, default=Status.DRAFT, editable=False, db_index=True
    )

    objects = ResponseQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[further_reports])

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["force", "report"],
                name="responses_one_per_force_and_report",
                violation_error_message="This force already has a response to this report.",
            )
        ]

    def __str__(self):
        return f"{self.force.short_name}: {self.report.short_title}"

    def get_absolute_url(self):
        return reverse("response", args=[self.force.slug, self.report.slug])

    def reports(self):
        """Return the reports that it answers, the lead report first and each once."""
        further = sorted(self.further_reports.all(), key=lambda report: report.pk)
        return [self.report, *(one for one in further if one.pk != self.report_id)]

    def clean(self):
        super().clean()
        if self.reply_by_on and self.invited_on and self.reply_by_on < self.invited_on:
            message = "The last day for the comments must not be before the invitation."
            raise ValidationError({"reply_by_on": message})
        if self.follows_id and self.follows_id == self.pk:
            raise ValidationError({"follows": "A response cannot follow itself."})
        if self.follows_id and self.follows.force_id != self.force_id:
            raise ValidationError({"follows": "Choose an earlier response of the same force."})


class OfResponse(models.Model):
    """A part of a response, in its order."""

    order = models.PositiveIntegerField(default=0, help_text="Lower numbers come first.")

    class Meta:
        abstract = True
        ordering = ["response", "order", "pk"]


class LabelledField(OfResponse):
    """A labelled row of an office's own form, with the wording it prints."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="fields")
    kind = models.CharField(max_length=20, choices=FieldKind, default=FieldKind.OTHER)
    label = models.CharField(max_length=200, blank=True, help_text="Example: Title of the report")
    value = RichTextField(blank=True)

    history = HistoricalRecords()

    class Meta(OfResponse.Meta):
        verbose_name = "labelled field"

    def __str__(self):
        return self.label or self.get_kind_display()


class Signatory(OfResponse):
    """Somebody who signs the response; joint responses have several."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="signatories")
    name = models.CharField(max_length=120, help_text="Example: Ben Adams")
    title = models.CharField(
        max_length=200,
        blank=True,
        help_text="Example: Staffordshire Police, Fire and Crime Commissioner",
    )
    website = models.CharField(max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta(OfResponse.Meta):
        verbose_name_plural = "signatories"

    def __str__(self):
        return self.name
