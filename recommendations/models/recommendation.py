from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from forces.models import PoliceForce

from ..fields import PartialDateField, RichTextField
from ..kinds import AddresseeKind, FindingKind
from ..refs import make_ref
from .kept import KeptModel, KeptQuerySet
from .report import InspectionReport


class Addressee(models.Model):
    """Somebody to whom a recommendation is addressed, such as the College of Policing."""

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(
        max_length=25,
        choices=AddresseeKind,
        default=AddresseeKind.ELSEWHERE,
        help_text="Whether a recommendation to it is for each force, for its local policing "
        "body, or for somebody else.",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class FindingQuerySet(KeptQuerySet):
    def listed(self):
        """The findings of reports that the public register shows."""
        return self.filter(report__is_listed=True)


class Recommendation(KeptModel):
    """A finding of a report: a recommendation, or another kind, nested where the report nests it.

    `label` is what the report prints ("3a", or nothing); `ref` is its address in the
    report, given once and kept as soon as the report is on the public register.
    """

    report = models.ForeignKey(InspectionReport, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind, default=FindingKind.RECOMMENDATION)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="nested under",
        help_text="For a recommendation under a cause of concern, or 3a under 3.",
    )
    label = models.CharField(
        "printed number",
        max_length=30,
        blank=True,
        help_text="As the report prints it; blank where it prints none. Examples: 3, 3a, 7.1",
    )
    ref = models.CharField(
        "address",
        max_length=60,
        blank=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9.-]*$", "Use small letters, figures, full stops and hyphens."
            )
        ],
        help_text="Leave blank: it is made from the printed number.",
    )
    order = models.PositiveIntegerField(
        default=0, help_text="The order in which the report prints the findings."
    )
    subject = models.CharField(
        max_length=200, help_text="A few words for lists. Example: Arrest, bail and bail checks"
    )
    text = RichTextField(help_text="The finding in full.")
    theme = models.CharField(max_length=100, blank=True)
    due_on = PartialDateField(
        "due",
        help_text="The date, and the words of the report. Example: October 2026, "
        "“within six months”.",
    )
    is_accelerated = models.BooleanField(
        "accelerated", default=False, help_text="Published ahead of the report."
    )
    addressees = models.ManyToManyField(
        Addressee, through="Addressing", related_name="recommendations"
    )

    objects = FindingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["report", "order", "pk"]
        # Boards leave out the few findings that are practice, and look them up for each report.
        indexes = [models.Index(fields=["kind"], name="recommendations_finding_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "ref"],
                name="recommendations_ref_once_in_report",
                violation_error_message="Another finding of this report has this address.",
            ),
            models.UniqueConstraint(
                fields=["report", "kind", "label"],
                condition=Q(parent=None) & ~Q(label=""),
                name="recommendations_label_once_in_report",
            ),
            models.UniqueConstraint(
                fields=["parent", "kind", "label"],
                condition=Q(parent__isnull=False) & ~Q(label=""),
                name="recommendations_label_once_under_parent",
            ),
            models.CheckConstraint(
                condition=~Q(ref=""), name="recommendations_finding_has_an_address"
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.subject}"

    def get_absolute_url(self):
        return reverse("finding", args=[self.report.slug, self.ref])

    @property
    def is_due_an_answer(self):
        """Whether section 55(5B) asks for an explanation: it does for recommendations alone."""
        return self.kind == FindingKind.RECOMMENDATION

    @property
    def name(self):
        """What people call it: "Recommendation 3a", or "Area for improvement" where unnumbered."""
        return f"{self.get_kind_display()} {self.label}".strip()

    def clean(self):
        super().clean()
        if not self.report_id:
            return
        self._check_parent()
        self._check_label()
        if not self.ref:
            self.ref = self.new_ref()
        self._refuse_new_ref()

    def new_ref(self, printed=()):
        """Return an address for this finding that no other finding of its report has.

        `printed` are labels of its kind that are not saved yet, but keep their numbers too.
        """
        others = self._siblings_in_report()
        taken = set(others.values_list("ref", flat=True))
        alike = others.filter(kind=self.kind, parent_id=self.parent_id)
        printed = {*printed, *alike.values_list("label", flat=True)}
        parent_ref = self.parent.ref if self.parent_id else ""
        return make_ref(self.kind, self.label, parent_ref, taken, printed)

    def _siblings_in_report(self):
        return Recommendation.objects.filter(report_id=self.report_id).exclude(pk=self.pk)

    def _check_parent(self):
        if not self.parent_id:
            return
        if self.parent.report_id != self.report_id:
            raise ValidationError({"parent": "Choose a finding of the same report."})
        ancestor = self.parent
        while ancestor is not None:
            if self.pk and ancestor.pk == self.pk:
                raise ValidationError({"parent": "A finding cannot be nested under itself."})
            ancestor = ancestor.parent

    def _check_label(self):
        alike = self._siblings_in_report().filter(
            kind=self.kind, parent_id=self.parent_id, label=self.label
        )
        if self.label and alike.exists():
            message = f"{self.name} is already there. Each printed number stands once."
            raise ValidationError({"label": message})

    def _refuse_new_ref(self):
        if not self.pk:
            return
        before = Recommendation.objects.filter(pk=self.pk, report__is_listed=True).first()
        if before and before.ref != self.ref:
            message = "This address is public and does not change."
            raise ValidationError({"ref": message})


class Addressing(models.Model):
    """That a finding is addressed to somebody, and whether the report says so or we infer it."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="addressings"
    )
    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="addressings")
    force = models.ForeignKey(
        PoliceForce,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="addressings",
        help_text="Where the report names one force; blank for all that it concerns.",
    )
    is_inferred = models.BooleanField(
        "inferred",
        default=False,
        help_text="Tick where the report does not say so and it is our reading.",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["recommendation", "pk"]
        verbose_name = "addressee"
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "addressee", "force"],
                name="recommendations_addressee_once",
                violation_error_message="This addressee is already there.",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "addressee"],
                condition=Q(force=None),
                name="recommendations_addressee_without_force_once",
                violation_error_message="This addressee is already there.",
            ),
        ]

    def __str__(self):
        name = f"{self.addressee} ({self.force})" if self.force_id else str(self.addressee)
        return f"{name} (inferred)" if self.is_inferred else name
