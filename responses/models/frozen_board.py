from django.conf import settings
from django.db import models
from django.urls import reverse

from forces import policies
from forces.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .meeting import Meeting


class FrozenBoardQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        """The frozen pages of the forces whose board `user` may open."""
        return self.filter(meeting__force__in=policies.forces_of(user, policies.SEE_BOARD))

    def newest_first(self):
        """The newest first, as they were made while their meeting was held."""
        return self.order_by("-pk")


class FrozenBoard(AppendOnlyModel):
    """A board's page as it was frozen for the minutes of a meeting: never changed after.

    A meeting may have several, of which none takes the place of another.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="frozen_boards")
    payload = models.TextField(help_text="The BoardRecord as canonical JSON.")
    sha256 = models.CharField(max_length=64, help_text="The SHA-256 of the payload.")
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    frozen_by_name = models.CharField(max_length=310, help_text="Their name of that day.")

    objects = FrozenBoardQuerySet.as_manager()

    def __str__(self):
        return f"{self.meeting}, frozen for the minutes"

    def get_absolute_url(self):
        return reverse("minutes", args=[self.meeting.force.slug, self.pk])
