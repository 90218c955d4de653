"""What happens to a publication after it was made: it is sent on, or withdrawn."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan

from forces.append_only import AppendOnlyModel, AppendOnlyQuerySet
from forces.recipients import Recipient

from .publication import Publication


class Withdrawal(AppendOnlyModel):
    """That a publication is no longer shown, and why. It stays in the chain of its response."""

    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(help_text="Readers see it in place of the response.")
    sha256 = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=GreaterThan(Length(Trim("reason")), 0),
                name="responses_withdrawal_has_a_reason",
            )
        ]

    def __str__(self):
        return f"{self.publication}, withdrawn"


class DispatchQuerySet(AppendOnlyQuerySet):
    def that_count(self, publications):
        """Return, of the copies of `publications`, the one that counts for each recipient.

        It is the newest entry for the newest version of which a copy was sent.
        """
        entries = self.filter(publication__in=publications).select_related("publication")
        light = entries.defer("publication__payload")
        in_order = light.order_by("publication__number", "pk")
        return list({entry.recipient: entry for entry in in_order}.values())


class Dispatch(AppendOnlyModel):
    """That a copy of a publication was sent to one of those whom section 55(6) names.

    The newest entry for a recipient is the one that counts; an earlier one that was
    wrong stays, and is read as corrected.
    """

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="dispatches"
    )
    recipient = models.CharField(max_length=20, choices=Recipient)
    sent_on = models.DateField("sent on")
    sent_to = models.CharField(
        "sent to", max_length=200, blank=True, help_text="The person or address, if it is kept."
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = DispatchQuerySet.as_manager()

    class Meta:
        ordering = ["publication", "recorded_at", "pk"]
        verbose_name_plural = "dispatches"

    def __str__(self):
        return f"{self.publication}, sent to {self.get_recipient_display()}"
