from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from forces import policies
from forces.append_only import AppendOnlyModel, AppendOnlyQuerySet
from forces.models import PoliceForce
from recommendations.models import InspectionReport

from .response import Response


class PublicationQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        """The publications that `user` may look after in the admin."""
        return self.filter(force__in=policies.forces_of(user, policies.SEE_PUBLICATIONS))

    def newest_of_each(self):
        """The latest publication of each response, withdrawn or not."""
        later = Publication.objects.filter(
            response_id=OuterRef("response_id"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))

    def current(self):
        """What readers are shown of each response: its latest publication, unless withdrawn."""
        return self.newest_of_each().filter(withdrawal=None)

    def answering(self, report):
        """The publications that answer `report`, as their lead or as a further report."""
        return self.filter(reports__report=report)

    def newest_first(self):
        return self.order_by("-published_at", "-pk")


class Publication(AppendOnlyModel):
    """A response as it was published: the Record as canonical JSON, never changed after.

    `force` and `report` (the lead report) are its address; `number` its version.
    """

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="publications")
    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="publications")
    report = models.ForeignKey(
        InspectionReport, on_delete=models.PROTECT, related_name="publications"
    )
    number = models.PositiveIntegerField()
    payload = models.TextField(help_text="The Record as canonical JSON.")
    sha256 = models.CharField(max_length=64, help_text="The SHA-256 of the payload.")
    chain_sha256 = models.CharField(
        max_length=64,
        help_text="Ties this version to the one before it (publishing/chain.py).",
    )
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["response_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "number"], name="responses_publication_number_once"
            )
        ]
        indexes = [
            models.Index(fields=["force", "report", "number"], name="publication_address"),
            models.Index(fields=["published_at", "id"], name="publication_newest"),
        ]

    def __str__(self):
        return f"{self.response}, version {self.number}"

    def get_absolute_url(self):
        return reverse("response", args=[self.force.slug, self.report.slug])


class PublishedReport(AppendOnlyModel):
    """That a publication answers a report, its lead one or a further one."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="reports")
    report = models.ForeignKey(
        InspectionReport, on_delete=models.PROTECT, related_name="published_answers"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "report"], name="responses_published_report_once"
            )
        ]

    def __str__(self):
        return f"{self.publication} answers {self.report}"
