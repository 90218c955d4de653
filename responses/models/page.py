from django.db import models

from ..kinds import LayoutName
from .publication import Publication


class RenderedPage(models.Model):
    """The bytes of a publication's page in one layout: a cache, made again at any time.

    `renderer` says by which state of the site's frame it was made. The page of a
    publication that is withdrawn has the status 410.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="pages")
    layout = models.CharField(max_length=10, choices=LayoutName)
    renderer = models.CharField(max_length=64)
    is_chosen = models.BooleanField(help_text="Whether it is the layout that the body chose.")
    status = models.PositiveSmallIntegerField()
    entity_tag = models.CharField(max_length=64, help_text="Of the plain bytes, in hexadecimal.")
    plain = models.BinaryField()
    gzip = models.BinaryField()
    brotli = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "layout", "renderer"],
                name="responses_one_page_per_layout_and_renderer",
            )
        ]

    def __str__(self):
        return f"{self.publication}, {self.get_layout_display()}"
