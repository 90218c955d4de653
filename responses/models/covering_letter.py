from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from forces.models import LocalPolicingBody
from forces.recipients import Recipient

from ..covering.placeholders import fault_of
from ..covering.wording import CLOSE, DEFAULTS, Wording


def validate_placeholders(text):
    """Refuse a text with a placeholder that is unknown or broken."""
    if fault := fault_of(text):
        raise ValidationError(fault)


class CoveringLetterQuerySet(models.QuerySet):
    def wording_for(self, recipient, body_id):
        """Return the Wording of letters from that body: its own, else that of all, else ours."""
        rows = self.filter(Q(body=body_id) | Q(body=None), recipient=recipient)
        row = rows.order_by(models.F("body").asc(nulls_last=True)).first()
        return row.wording if row else DEFAULTS[Recipient(recipient)]


class CoveringLetter(models.Model):
    """Other words for the covering letters to a recipient, of all bodies or of one.

    Where there is none, letters have the words of covering/wording.py.
    """

    recipient = models.CharField("letter to", max_length=20, choices=Recipient)
    body = models.ForeignKey(
        LocalPolicingBody,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="letters of",
        help_text="Blank for the letters of every body that has none of its own.",
    )
    subject = models.CharField("subject line", max_length=200, validators=[validate_placeholders])
    text = models.TextField(
        max_length=4000,
        validators=[validate_placeholders],
        help_text="Leave a blank line between paragraphs.",
    )
    close = models.CharField(max_length=60, default=CLOSE, validators=[validate_placeholders])

    objects = CoveringLetterQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["recipient", "body"]
        verbose_name = "covering letter"
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "body"],
                name="responses_coveringletter_once",
                violation_error_message="This body has such a letter already.",
            ),
            models.UniqueConstraint(
                fields=["recipient"],
                condition=Q(body=None),
                name="responses_coveringletter_for_all_once",
                violation_error_message="There is such a letter for all bodies already.",
            ),
        ]

    def __str__(self):
        to = f"Letter to {Recipient(self.recipient).in_a_sentence}"
        return f"{to}, {self.body}" if self.body_id else to

    @property
    def wording(self):
        return Wording(self.subject, self.text, self.close)
