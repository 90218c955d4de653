from django.db import models
from simple_history.models import HistoricalRecords

from forces import policies
from forces.models import PoliceForce

# What stands before a meeting's key in an address.
MEETING = "meeting-"


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(force__in=policies.forces_of(user, policies.SEE_MEETINGS))

    def editable_by(self, user):
        return self.filter(force__in=policies.forces_of(user, policies.KEEP_MEETINGS))


class Meeting(models.Model):
    """A day on which a force's board met, or will meet: boards compare one with another."""

    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField("held on", help_text="Example: 10 March 2026")
    name = models.CharField(max_length=100, help_text="Example: Police and Crime Panel")

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["force", "-held_on", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["force", "held_on", "name"],
                name="responses_meeting_once",
                violation_error_message="This meeting is already there.",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def asked(self):
        """How an address of the board's pages names this meeting."""
        return f"{MEETING}{self.pk}"
