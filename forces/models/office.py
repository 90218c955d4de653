from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .body import LocalPolicingBody
from .force import PoliceForce
from .period import Period, PeriodQuerySet


class Capacity(models.TextChoices):
    SUBSTANTIVE = "substantive", "Substantive"
    ACTING = "acting", "Acting"
    TEMPORARY = "temporary", "Temporary"


class OfficeHolder(Period):
    """A person in office: a force's chief officer, or the holder of a local policing body."""

    name = models.CharField(max_length=120, help_text="Example: Becky Riggs")
    title = models.CharField(
        max_length=120,
        help_text="The office as its holder signs. Example: Chief Constable",
    )
    capacity = models.CharField(max_length=12, choices=Capacity, default=Capacity.SUBSTANTIVE)
    force = models.ForeignKey(
        PoliceForce,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="chief_officers",
        help_text="For a chief officer: the force.",
    )
    body = models.ForeignKey(
        LocalPolicingBody,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holders",
        help_text="For a commissioner, mayor or other holder: the local policing body.",
    )

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Period.Meta):
        ordering = ["name"]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(force=None, body__isnull=False) | Q(force__isnull=False, body=None),
                name="forces_officeholder_of_a_force_or_a_body",
                violation_error_message="Choose a force or a local policing body, not both.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.full_title}"

    @property
    def full_title(self):
        """The title with its capacity, such as "Acting Chief Constable"."""
        if self.capacity == Capacity.SUBSTANTIVE:
            return self.title
        return f"{self.get_capacity_display()} {self.title}"

    def clean(self):
        super().clean()
        if (self.force_id is None) == (self.body_id is None):
            raise ValidationError(
                {"body": "Choose a force or a local policing body, and not both."}
            )
