from django.db import connections, models

from ..kinds import LayoutName
from .publication import Publication

FIND = """SELECT page.status, page.entity_tag,
    CASE WHEN page.entity_tag = %s AND page.status = 200 THEN NULL ELSE page.{field} END
FROM responses_publication AS version
JOIN forces_policeforce AS force ON force.id = version.force_id
JOIN recommendations_inspectionreport AS report ON report.id = version.report_id
JOIN responses_renderedpage AS page ON page.publication_id = version.id
WHERE force.slug = %s AND report.slug = %s AND report.is_listed AND page.renderer = %s
    AND {layout} AND {version}
"""
CHOSEN, LAYOUT = "page.is_chosen", "page.layout = %s"
NUMBER = "version.number = %s"
NEWEST = """NOT EXISTS (
    SELECT 1 FROM responses_publication AS later
    WHERE later.response_id = version.response_id AND later.number > version.number
)"""


class RenderedPageQuerySet(models.QuerySet):
    def at(self, *, force, report, layout, number, renderer, field, held):
        """Return (status, entity tag, content in the column `field`) at an address.

        `layout` and `number` are None for the chosen layout and the newest version. The content
        is None where its tag is `held`, the one that a reader has. None where no page is kept.
        It is written out in SQL since this is what is asked most, and to put the query together
        would cost several times what the database needs for it.
        """
        sql = FIND.format(
            field=self.model._meta.get_field(field).column,
            layout=LAYOUT if layout else CHOSEN,
            version=NUMBER if number else NEWEST,
        )
        given = [held, force, report, renderer, *filter(None, (layout, number))]
        with connections[self.db].cursor() as cursor:
            cursor.execute(sql, given)
            return cursor.fetchone()


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

    objects = RenderedPageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "layout", "renderer"],
                name="responses_one_page_per_layout_and_renderer",
            )
        ]

    def __str__(self):
        return f"{self.publication}, {self.get_layout_display()}"
