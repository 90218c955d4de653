"""Reminders by mail: what each person was sent, what is under way, and who wants none of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from forces.models import PoliceForce

from ..reminders.kinds import ReminderKind
from .response import Response


class DigestState(models.TextChoices):
    PENDING = "pending", "Not sent yet"
    SENT = "sent", "Sent"


class Digest(models.Model):
    """One person's mail: pending from the first try to the one that succeeds.

    A person has one pending digest at most, and who sends it holds it by `taken_at`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests"
    )
    state = models.CharField(max_length=10, choices=DigestState, default=DigestState.PENDING)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(state=DigestState.PENDING),
                name="responses_one_pending_digest",
            )
        ]

    def __str__(self):
        return f"Digest for {self.user}, {self.get_state_display().lower()}"


class SentReminder(models.Model):
    """That a person was sent a reminder, so that nobody is sent the same one again.

    The fields are those of its Key (reminders/facts.py).
    """

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="reminders")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sent_reminders"
    )
    force = models.ForeignKey(PoliceForce, on_delete=models.CASCADE, related_name="+")
    response = models.ForeignKey(Response, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=ReminderKind)
    since = models.DateField()
    step = models.CharField(max_length=12)
    sent_on = models.DateField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "response", "kind", "since", "step"],
                condition=Q(response__isnull=False),
                name="responses_reminder_of_response_once",
            ),
            models.UniqueConstraint(
                fields=["user", "force", "kind", "since", "step"],
                condition=Q(response=None),
                name="responses_reminder_of_force_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.step}, for {self.user}"


class MutedReminder(models.Model):
    """A kind of reminder that a person has switched off."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="muted_reminders"
    )
    kind = models.CharField(max_length=10, choices=ReminderKind)

    class Meta:
        ordering = ["user", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="responses_reminder_muted_once")
        ]

    def __str__(self):
        return f"{self.user}: no reminder “{self.get_kind_display()}”"
