from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from forces import policies, section_55
from forces.models import LocalPolicingBody, PoliceForce
from recommendations.deadlines import SOON, judge_each, strictest
from recommendations.fields import PartialDateField, RichTextField
from recommendations.models import InspectionReport
from recommendations.partial_dates import UNKNOWN

from ..due import is_late, is_soon
from ..kinds import FieldKind, LayoutName
from ..workflow import OPEN, Status

# That the chief officer was asked for comments; Response.is_asked is the same as a question.
IS_ASKED = Q(invited_on__isnull=False) | Q(reply_by_on__isnull=False)


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
        late, _ = self._due(on)
        return self.filter(late)

    def due_soon(self, *, on, within=SOON):
        """The responses that are to be answered on the day `on` or in the days `within` it."""
        late, soon = self._due(on, within)
        return self.filter(soon).exclude(late)

    def _due(self, on, within=SOON):
        """Return the conditions of those with a report, lead or further, that is late, and soon.

        Each report is asked by its own rule, once for the bodies under section 55 and once
        for the others. There are few reports.
        """
        reports = list(InspectionReport.objects.all())
        under = Q(body__in=section_55.bodies_under())

        def left(applies):
            judged = ((report, report.judge(applies=applies)) for report in reports)
            return [(report.pk, judgement.days_left(on=on)) for report, judgement in judged]

        def condition(is_meant):
            ours, theirs = ([pk for pk, days in some if is_meant(days)] for some in by_body)
            asked = Q(under, _answers(ours)) | Q(~under, _answers(theirs))
            return Q(asked, published_on=UNKNOWN)

        by_body = left(True), left(False)
        return condition(is_late), condition(lambda days: is_soon(days, within=within))


def _answers(reports):
    further = Response.further_reports.through.objects.filter(inspectionreport__in=reports)
    return Q(report__in=reports) | Q(pk__in=further.values("response"))


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
        help_text="The day you published it, by any channel: it decides whether it is in "
        "time. Leave blank until then. Example: 29 May 2026.",
    )
    late_reason = models.CharField(
        "reason for lateness",
        max_length=500,
        blank=True,
        help_text="If it is later than the last day to answer: why. Readers see it.",
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

    @property
    def is_asked(self):
        """Whether the chief officer was asked for comments: a day of either kind says so."""
        return bool(self.invited_on or self.reply_by_on)

    def reports(self):
        """Return the reports that it answers, the lead report first and each once."""
        further = sorted(self.further_reports.all(), key=lambda report: report.pk)
        return [self.report, *(one for one in further if one.pk != self.report_id)]

    def judged(self, *, reports=None, answered_on=UNKNOWN):
        """Return each report that this response answers with its Judgement, the lead first.

        `reports` are those that it answers, where they have been read already;
        `answered_on` is a PartialDate.
        """
        applies = self.body.is_under_section_55
        return judge_each(reports or self.reports(), applies=applies, answered_on=answered_on)

    def binding(self, *, answered_on=UNKNOWN):
        """Return the report whose deadline binds this response, and its Judgement."""
        return strictest(self.judged(answered_on=answered_on))

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
