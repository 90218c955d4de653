from django.db import models

from forces.append_only import AppendOnlyModel

from ..kinds import DocumentFormat, LayoutName
from .publication import Publication


class PublishedDocument(AppendOnlyModel):
    """A publication in one layout as a document to keep: the same bytes for ever.

    It is made in the transaction that publishes, and says nothing of what came after.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="documents")
    layout = models.CharField(max_length=10, choices=LayoutName)
    format = models.CharField(max_length=4, choices=DocumentFormat)
    is_chosen = models.BooleanField(help_text="Whether it is the layout that the body chose.")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, help_text="The SHA-256 of the content.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "layout", "format"],
                name="responses_one_document_per_layout_and_format",
            )
        ]

    def __str__(self):
        return f"{self.publication}, {self.get_layout_display()}, {self.get_format_display()}"
