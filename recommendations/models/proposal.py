from django.conf import settings
from django.db import models
from django.db.models import Q

from forces import policies

from ..fields import PartialDateField
from ..rag import Progress
from .assessment import Assessment


class Decision(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(assessment__force__in=policies.forces_of(user, policies.SEE_PROPOSALS))

    def undecided(self):
        return self.filter(decision="")


class ProgressProposal(models.Model):
    """What the force says of its progress on a finding, for the body's editor to take up or not.

    It is made and decided by services alone; the editor's decision may change the rating,
    a proposal never does.
    """

    assessment = models.ForeignKey(
        Assessment,
        on_delete=models.PROTECT,
        related_name="proposals",
        verbose_name="recommendation",
    )
    progress = models.CharField(max_length=20, choices=Progress)
    expected_on = PartialDateField(
        "expected to close", help_text="Example: December 2026, “by the end of the year”."
    )
    note = models.TextField(
        blank=True, help_text="What was done, and where the proof of it is. Readers never see it."
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decision_note = models.CharField("why", max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="recommendations_proposal_decided_with_its_moment",
            )
        ]

    def __str__(self):
        return f"{self.assessment.recommendation.name}: {self.get_progress_display()}"
