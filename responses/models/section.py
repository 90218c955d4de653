from django.db import models
from simple_history.models import HistoricalRecords

from recommendations.fields import RichTextField

from ..kinds import Level, SectionKind, Voice
from .response import OfResponse, Response


class NarrativeSection(OfResponse):
    """A piece of narrative in one voice: rich text under a heading, in order."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=15, choices=SectionKind, default=SectionKind.OTHER)
    voice = models.CharField(
        max_length=15,
        choices=Voice,
        default=Voice.COMMISSIONER,
        help_text="Whose words these are: readers see the author above them.",
    )
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.SECTION)
    heading = models.CharField(max_length=200, blank=True)
    body = RichTextField(blank=True)

    history = HistoricalRecords()

    class Meta(OfResponse.Meta):
        verbose_name = "section"

    def __str__(self):
        return self.heading or self.get_kind_display()
