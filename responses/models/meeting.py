from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError
from simple_history.models import HistoricalRecords

from forces import policies
from forces.models import PoliceForce

# What stands before a meeting's key in an address.
MEETING = "meeting-"
FROZEN = (
    "Its page is frozen for the minutes, so this meeting keeps its force and its day, and stays. "
    "Its name can be changed."
)


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(force__in=policies.forces_of(user, policies.SEE_MEETINGS))

    def delete(self):
        refuse_frozen(self)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def editable_by(self, user):
        return self.filter(force__in=policies.forces_of(user, policies.KEEP_MEETINGS))


def refuse_frozen(meetings):
    """Raise ProtectedError where the page of any of `meetings` is frozen, with a sentence for it.

    The database refuses it as well.
    """
    if frozen := set(meetings.filter(frozen_boards__isnull=False)):
        raise ProtectedError(FROZEN, frozen)


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

    def clean(self):
        super().clean()
        was = Meeting.objects.filter(pk=self.pk, frozen_boards__isnull=False).first()
        if was and (was.force_id, was.held_on) != (self.force_id, self.held_on):
            raise ValidationError(FROZEN)

    def delete(self, *args, **kwargs):
        refuse_frozen(Meeting.objects.filter(pk=self.pk))
        return super().delete(*args, **kwargs)

    @property
    def asked(self):
        """How an address of the board's pages names this meeting."""
        return f"{MEETING}{self.pk}"
