from django.db import models
from django.utils import timezone

from recommendations.models import InspectionReport
from recommendations.rag import Rag

from .publication import Publication


class Passage(models.Model):
    """A passage of a publication that readers may see now: an index, made again at any time.

    The database holds its words apart, for a search in full text (migration 0017).
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="passages")
    heading = models.TextField()
    text = models.TextField()
    anchor = models.CharField(max_length=300, help_text="Its place on the page, or blank.")
    report = models.ForeignKey(
        InspectionReport, on_delete=models.CASCADE, null=True, related_name="+"
    )
    ref = models.CharField(max_length=60, help_text="Of which finding of `report` it speaks.")
    rag = models.CharField(max_length=15, choices=Rag)
    body_name = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(null=True)
    published_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["published_at", "id"], name="passage_newest")]

    def __str__(self):
        return f"{self.publication}: {self.heading}"

    def get_absolute_url(self):
        """The address of the passage on the page of the response."""
        place = self.publication.get_absolute_url()
        return f"{place}#{self.anchor}" if self.anchor else place

    @property
    def published_on(self):
        """The London day on which it was published here."""
        return timezone.localdate(self.published_at)
