from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from forces import section_55
from forces.models import Addressed, FormerAddress, PoliceForce

from ..deadlines import Rule, judge_report
from ..fields import PartialDateField, RichTextField
from ..kinds import RULE_OF_KIND, ReportKind, Scope
from ..partial_dates import UNKNOWN
from .kept import KeptModel, KeptQuerySet


class ReportQuerySet(KeptQuerySet):
    def listed(self):
        """The reports that the public register shows."""
        return self.filter(is_listed=True)

    def concerning(self, force, *, on):
        """The reports that are about `force` on that day; see `concerned_forces`."""
        names = InspectionReport.forces.through.objects.filter(
            inspectionreport=OuterRef("pk"), policeforce=force
        )
        runs = section_55.forces_under(on).filter(pk=force.pk)
        return self.filter(Q(Exists(names)) | Q(Q(scope=Scope.ALL_FORCES), Exists(runs)))


class InspectionReport(Addressed, KeptModel):
    """A report by an inspectorate. Its slug is its address."""

    title = models.CharField(max_length=300, help_text="The full title, as published.")
    short_title = models.CharField(
        max_length=100, help_text="For lists and paths. Example: Online child sexual abuse, 2026"
    )
    slug = models.SlugField(
        "address",
        unique=True,
        max_length=80,
        help_text="Its address on this site. Once it is on the public register, change it only if "
        "you must: the old one then leads to the new one for ever. Example: "
        "online-child-sexual-abuse-2026",
    )
    kind = models.CharField(max_length=20, choices=ReportKind)
    inspectorate = models.CharField(max_length=120, default="HMICFRS")
    published_on = PartialDateField(
        "published on",
        help_text="The day on which the inspectorate published it. Example: 15 April 2026.",
    )
    url = models.URLField("address of the report", blank=True)
    summary = RichTextField(blank=True, help_text="What the report is about, in a few sentences.")
    source_note = models.TextField(
        blank=True,
        help_text="Where this entry comes from and what in it is inferred. Readers see it.",
    )
    scope = models.CharField(max_length=12, choices=Scope, default=Scope.ALL_FORCES)
    forces = models.ManyToManyField(
        PoliceForce, blank=True, related_name="reports", help_text="For a report on named forces."
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        help_text="The earlier report that this one follows up.",
    )
    deadline_override = models.CharField(
        "deadline",
        max_length=10,
        choices=Rule,
        blank=True,
        help_text="Leave blank for the rule of its kind. Otherwise give the reason below.",
    )
    deadline_on = models.DateField(
        "last day to answer", null=True, blank=True, help_text="For a report with its own date."
    )
    deadline_reason = models.CharField("reason for the deadline", max_length=300, blank=True)
    is_listed = models.BooleanField(
        "on the public register",
        default=False,
        help_text="Once on the register it stays, and what was its address leads to it for ever.",
    )
    is_demonstration = models.BooleanField(
        "demonstration",
        default=False,
        help_text="Every page with this report then says that it is a demonstration.",
    )

    objects = ReportQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[forces])

    class Meta:
        ordering = ["-published_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline_override="") | ~Q(deadline_reason=""),
                name="recommendations_report_deadline_has_reason",
            )
        ]

    def __str__(self):
        return self.short_title

    def get_absolute_url(self):
        return reverse("report", args=[self.slug])

    @property
    def is_found_by_address(self):
        """Whether readers may know its address: once it is on the register."""
        return self.is_listed

    @property
    def deadline_rule(self):
        """The rule of its deadline: its own where one is set, else that of its kind."""
        if self.deadline_override:
            return Rule(self.deadline_override)
        return RULE_OF_KIND.get(self.kind, Rule.SECTION_55)

    def judge(self, *, applies, answered_on=UNKNOWN):
        """Return the Judgement of a response published on `answered_on`, a PartialDate.

        `applies` is whether section 55 runs for the body that answers.
        """
        return judge_report(
            report_on=self.published_on,
            answered_on=answered_on,
            rule=self.deadline_rule,
            own_date=self.deadline_on,
            applies=applies,
            judged_from=settings.SECTION_55_JUDGED_FROM,
        )

    def concerned_forces(self, *, on):
        """Return the forces that the report is about: those it names, and for all forces
        those for which section 55 runs on `on` (a London date).
        """
        named = Q(pk__in=self.forces.values("pk"))
        if self.scope == Scope.NAMED_FORCES:
            return PoliceForce.objects.filter(named)
        return PoliceForce.objects.filter(named | Q(pk__in=section_55.forces_under(on)))

    def may_be_answered_for(self, force):
        """Whether a response for `force` makes sense: not where the report names others only.

        A body to which section 55 does not apply may answer a report on all forces too.
        """
        return self.scope == Scope.ALL_FORCES or self.forces.filter(pk=force.pk).exists()

    def concerns(self, force, *, on):
        """Whether `force` is one of `concerned_forces`."""
        return self.concerned_forces(on=on).filter(pk=force.pk).exists()

    def clean(self):
        super().clean()
        if self.deadline_override and not self.deadline_reason.strip():
            message = "Say why this report does not have the deadline of its kind."
            raise ValidationError({"deadline_reason": message})
        if self.follows_id and self.follows_id == self.pk:
            raise ValidationError({"follows": "A report cannot follow itself."})
        if not self.is_listed and InspectionReport.objects.listed().filter(pk=self.pk).exists():
            raise ValidationError({"is_listed": "A report on the register stays on it."})


class FormerReportAddress(FormerAddress):
    """A slug that a report on the public register had."""

    leads_to = models.ForeignKey(
        InspectionReport, on_delete=models.CASCADE, related_name="former_addresses"
    )


class GradeValue(models.TextChoices):
    OUTSTANDING = "outstanding", "Outstanding"
    GOOD = "good", "Good"
    ADEQUATE = "adequate", "Adequate"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    INADEQUATE = "inadequate", "Inadequate"
    UNGRADED = "ungraded", "Ungraded"


class Grade(models.Model):
    """The inspectorate's grade for one question of a PEEL report, never for a force."""

    report = models.ForeignKey(InspectionReport, on_delete=models.CASCADE, related_name="grades")
    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="grades")
    question = models.CharField(max_length=200, help_text="Example: Protecting vulnerable people")
    value = models.CharField("grade", max_length=20, choices=GradeValue)

    history = HistoricalRecords()

    class Meta:
        ordering = ["force", "question"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "force", "question"],
                name="recommendations_grade_once",
                violation_error_message="This question already has a grade for this force.",
            )
        ]

    def __str__(self):
        return f"{self.question}: {self.get_value_display()}"
