from django.conf import settings
from django.db import models

from forces import policies
from forces.append_only import AppendOnlyModel, AppendOnlyQuerySet

from ..workflow import Move, Status
from .response import Response


class Event(models.TextChoices):
    """What the audit of a response tells: its moves, and what is done to it besides.

    The values stand in rows that are never changed, so they stay as they are.
    """

    SUBMIT = Move.SUBMIT
    TAKE_BACK = Move.TAKE_BACK
    RETURN = Move.RETURN
    APPROVE = Move.APPROVE
    PUBLISH = Move.PUBLISH
    OPEN_NEXT_DRAFT = Move.OPEN_NEXT_DRAFT
    COMMENTS = "comments"
    WITHDRAWAL = "withdraw"


class EventQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        """The events of the responses whose drafts `user` may read."""
        return self.filter(response__force__in=policies.forces_of(user, policies.SEE_DRAFTS))

    def submissions_of(self, response):
        """The submissions of `response` for approval, a row or an OuterRef, the newest first."""
        return self.filter(response=response, move=Event.SUBMIT).order_by("-pk")


class ResponseEvent(AppendOnlyModel):
    """One Event of a response, for the audit: what was done, when, by whom, and why.

    `move` is one of Event, under the name that the column has had from the first.
    `draft_sha256` is the hash of what was approved, where the event is that.
    """

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="events")
    move = models.CharField(max_length=20)
    words = models.CharField(max_length=100)
    status = models.CharField("state after it", max_length=10, choices=Status)
    reason = models.TextField(blank=True)
    draft_sha256 = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["response", "at", "pk"]
        verbose_name = "event"

    def __str__(self):
        return f"{self.words}, {self.response}"
