from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from recommendations.fields import RichTextField
from recommendations.models import Recommendation

from ..kinds import Position
from .response import OfResponse, Response
from .section import NarrativeSection


class Answer(OfResponse):
    """The explanation that section 55(5B) asks for, of one or more findings.

    It says what was or will be done, or why nothing, or in which section it is explained.
    """

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    findings = models.ManyToManyField(
        Recommendation,
        related_name="answers",
        verbose_name="recommendations",
        help_text="One, or several where they are answered together.",
    )
    position = models.CharField(
        max_length=15, choices=Position, blank=True, help_text="Blank where it is not stated."
    )
    action = RichTextField("action taken or proposed", blank=True)
    why_none = RichTextField(
        "why there is none",
        blank=True,
        help_text="Example: Addressed to the College of Policing, not to the force.",
    )
    explained_in = models.ForeignKey(
        NarrativeSection,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="explains",
        verbose_name="explained in section",
        help_text="Where the explanation stands in the text.",
    )

    history = HistoricalRecords(m2m_fields=[findings])

    class Meta(OfResponse.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(action="") | ~Q(why_none="") | Q(explained_in__isnull=False),
                name="responses_answer_says_something",
                violation_error_message="Say what was or will be done, or why nothing, or choose "
                "the section that explains it.",
            )
        ]

    def __str__(self):
        return self.get_position_display() or "Answer"

    def clean(self):
        super().clean()
        if not (self.action or self.why_none or self.explained_in_id):
            message = (
                "Say what was or will be done, or why nothing, or choose the section that "
                "explains it."
            )
            raise ValidationError({"action": message})
        if self.explained_in_id and self.explained_in.response_id != self.response_id:
            raise ValidationError({"explained_in": "Choose a section of this response."})


class PrintedWording(OfResponse):
    """A finding as the office's document prints it; the report's own words stay as they are."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="wordings")
    finding = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="wordings")
    label = models.CharField("printed number", max_length=30, blank=True)
    text = RichTextField()

    history = HistoricalRecords()

    class Meta(OfResponse.Meta):
        verbose_name = "wording as printed"
        verbose_name_plural = "wordings as printed"
        constraints = [
            models.UniqueConstraint(
                fields=["response", "finding"],
                name="responses_one_wording_per_finding",
                violation_error_message="This finding already has a printed wording here.",
            )
        ]

    def __str__(self):
        return f"{self.label} as printed".strip()
