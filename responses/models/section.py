from django.db import models

from recommendations.fields import RichTextField

from .response import OfResponse, Response


class SectionKind(models.TextChoices):
    INTRODUCTION = "introduction", "Introduction"
    RESPONSE = "response", "Response"
    POSITION = "position", "Position of the force"
    POSITIVE = "positive", "Positive practice"
    DEVELOPMENT = "development", "Areas for development"
    OVERSIGHT = "oversight", "Oversight"
    THEME = "theme", "Theme"
    OVERALL = "overall", "Overall view"
    CONCLUSION = "conclusion", "Conclusion"
    OTHER = "other", "Other"
    UNPLACED = "unplaced", "Not placed by the import"


class Voice(models.TextChoices):
    COMMISSIONER = "commissioner", "Local policing body"
    CHIEF_OFFICER = "chief_officer", "Chief officer"


class Level(models.IntegerChoices):
    SECTION = 1, "Section"
    SUBSECTION = 2, "Part of the section before it"


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

    class Meta(OfResponse.Meta):
        verbose_name = "section"

    def __str__(self):
        return self.heading or self.get_kind_display()
