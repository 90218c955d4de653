from django.core.validators import URLValidator
from django.db import models
from django.utils.text import Truncator
from simple_history.models import HistoricalRecords

from forces import policies

from .assessment import Assessment


class RatingPartQuerySet(models.QuerySet):
    """What belongs to a rating: who reads that reads it, and who rates writes it."""

    def visible_to(self, user):
        return self.filter(assessment__force__in=policies.forces_of(user, policies.SEE_RATINGS))

    def editable_by(self, user):
        return self.filter(assessment__force__in=policies.forces_of(user, policies.RATE))


class Action(models.Model):
    """Something that is to be done so that a recommendation is met."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="actions")
    title = models.CharField(
        max_length=300, help_text="What is to be done. Example: Agree the new rota with the unit"
    )
    owner = models.CharField(
        max_length=120, blank=True, help_text="Who does it. Example: Head of Training"
    )
    due_on = models.DateField("due", null=True, blank=True)
    done_on = models.DateField("done", null=True, blank=True)
    order = models.PositiveIntegerField(default=0)

    objects = RatingPartQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["assessment", "order", "pk"]

    def __str__(self):
        return self.title


class Evidence(models.Model):
    """What shows that a recommendation is met: a note, and a link to where the office keeps it.

    The thing itself is never kept here, and neither boards nor the public read any of it.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="evidence")
    note = models.TextField(
        help_text="What there is, and what it shows. Example: Audit of 40 visits in May; 38 met "
        "the standard."
    )
    url = models.URLField(
        "link",
        max_length=500,
        blank=True,
        validators=[
            URLValidator(["https"], message="Begin the link with https://.", code="not_https")
        ],
        help_text="Where your office keeps it. Nothing is uploaded here. It begins with https://",
    )

    objects = RatingPartQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["assessment", "pk"]
        verbose_name = verbose_name_plural = "evidence"

    def __str__(self):
        return Truncator(self.note).chars(100)
